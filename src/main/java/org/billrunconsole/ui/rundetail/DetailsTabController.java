package org.billrunconsole.ui.rundetail;

import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.review.CycleComparison;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.look.CycleTable;
import org.billrunconsole.ui.rundetail.items.InventoryIdsView;
import org.billrunconsole.ui.rundetail.items.InventoryIdsViewModel;
import org.billrunconsole.ui.rundetail.part.FactsGrid;

/** Binds the tab with every field of a run, and the runs of its cycle before it. */
public final class DetailsTabController {

    private static final int EARLIER_RUNS = 5;

    private final RunDetailViewModel model;
    private final RunFacts facts;
    private final CycleTable cycleTable;

    @FXML
    private VBox cycleBox;
    @FXML
    private GridPane allFacts;
    @FXML
    private VBox inventory;

    private final InventoryIdsViewModel adhocIds;
    private final InventoryIdsViewModel rentalIds;
    private final Messages messages;
    private Optional<RunKey> shown = Optional.empty();
    private FactsGrid grid;

    DetailsTabController(RunDetailViewModel model, RunFacts facts, Messages messages, Formats formats) {
        this.model = model;
        this.facts = facts;
        this.messages = messages;
        cycleTable = new CycleTable(messages, formats);
        adhocIds = model.inventoryIds();
        rentalIds = model.inventoryIds();
    }

    @FXML
    void initialize() {
        grid = new FactsGrid(allFacts);
        cycleBox.getChildren().add(cycleTable);
        cycleBox.visibleProperty().bind(cycleTable.visibleProperty());
        cycleBox.managedProperty().bind(cycleTable.visibleProperty());
        inventory.managedProperty().bind(inventory.visibleProperty());
        inventory.getChildren().setAll(
                new InventoryIdsView("adhocIds", "detail.products.adhoc", adhocIds, messages),
                new InventoryIdsView("rentalIds", "detail.products.rental", rentalIds, messages));
    }

    void show(Run run) {
        grid.show(facts.all(run, model.closedByProperty().get()));
        cycleTable.show(run instanceof BillRun regular ? model.analysis().comparison(regular, EARLIER_RUNS)
                : new CycleComparison(List.of()), model.referenceData().currencyOf(run));
        inventory.setVisible(run instanceof AdhocBillRun);
        if (run instanceof AdhocBillRun adhoc) {
            var other = !shown.equals(Optional.of(run.key()));
            shown = Optional.of(run.key());
            adhocIds.show(adhoc.adhocProductInventoryIds(), other);
            rentalIds.show(adhoc.rentalProductInventoryIds(), other);
        }
    }
}
