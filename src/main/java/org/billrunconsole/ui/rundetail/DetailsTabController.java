package org.billrunconsole.ui.rundetail;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.review.CycleComparison;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.look.CycleTable;
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

    private FactsGrid grid;

    DetailsTabController(RunDetailViewModel model, RunFacts facts, Messages messages, Formats formats) {
        this.model = model;
        this.facts = facts;
        cycleTable = new CycleTable(messages, formats);
    }

    @FXML
    void initialize() {
        grid = new FactsGrid(allFacts);
        cycleBox.getChildren().add(cycleTable);
        cycleBox.visibleProperty().bind(cycleTable.visibleProperty());
        cycleBox.managedProperty().bind(cycleTable.visibleProperty());
    }

    void show(Run run) {
        grid.show(facts.all(run, model.closedByProperty().get()));
        cycleTable.show(run instanceof BillRun regular ? model.analysis().comparison(regular, EARLIER_RUNS)
                : new CycleComparison(List.of()), model.referenceData().currencyOf(run));
    }
}
