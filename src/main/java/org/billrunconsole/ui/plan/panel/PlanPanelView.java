package org.billrunconsole.ui.plan.panel;

import atlantafx.base.controls.ModalPane;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.Focus;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.ui.kit.export.ExportMenus;
import org.billrunconsole.ui.kit.focus.KeyboardPlace;

/** What a connection's window shows of its plans, made ready: the panel over the table, and the banner above it. */
public final class PlanPanelView {

    private final PlanPanelModels models;
    private final PlanPanelController controller;
    private final Parent panel;
    private final Parent banner;
    private final Consumer<UUID> showResults;
    private Optional<Node> covered = Optional.empty();

    /**
     * @param look    chooses a run in its list and shows its pane
     * @param exports what saves the results of a plan
     * @param over    where dialogs go
     * @param place   what the panel takes the place of while it is open, for a kind of run: a child of a vertical box
     */
    public PlanPanelView(PlanPanelModels models, Fxml fxml, Messages messages, Consumer<RunKey> look,
            Optional<ExportMenus> exports, ModalPane over,
            Function<RunKind, ? extends Node> place) {
        this.models = models;
        var results = fxml.load(new PlanResultsController(models.panel().results(), messages, exports));
        controller = new PlanPanelController(models.panel(), messages, look, results);
        panel = fxml.load(controller);
        banner = fxml.load(new InterruptedBannerController(models.interrupted(), fxml, messages, over));
        showResults = plan -> PlanResultsDialogController.show(models.plans(), plan, models.results().get(), fxml,
                messages, exports, over);
        models.interrupted().stateProperty().subscribe(_ -> models.interrupted().kind().ifPresent(
                kind -> insert(banner, place.apply(kind))));
        models.panel().kindProperty().subscribe(kind -> kind.ifPresent(of -> cover(place.apply(of))));
        models.panel().viewProperty().subscribe(_ -> showCovered());
    }

    /** For the window's keys. */
    public PlanPanelController controller() {
        return controller;
    }

    public PlanPanelModels models() {
        return models;
    }

    /** Shows how the runs of a plan of the past ended. */
    public void showResults(UUID plan) {
        showResults.accept(plan);
    }

    /** Says where the keyboard goes once the panel or the banner that has it is gone. */
    public void whenGone(Runnable goesOn) {
        KeyboardPlace.whenGone(panel, goesOn);
        KeyboardPlace.whenGone(banner, goesOn);
    }

    private void cover(Node part) {
        covered.filter(before -> before != part).ifPresent(before -> show(before, true));
        covered = Optional.of(part);
        insert(panel, part);
        showCovered();
    }

    private void showCovered() {
        var open = models.panel().isOpen();
        // A keyboard in what is covered would go to the first control of the window.
        var takesKeyboard = open && covered.filter(Focus::isWithin).isPresent();
        covered.ifPresent(part -> show(part, !open));
        VBox.setVgrow(panel, open ? Priority.ALWAYS : Priority.NEVER);
        if (takesKeyboard) {
            controller.focus();
        }
    }

    private static void insert(Parent node, Node before) {
        var box = (Pane) before.getParent();
        if (node.getParent() != box) {
            Optional.ofNullable((Pane) node.getParent()).ifPresent(last -> last.getChildren().remove(node));
            box.getChildren().add(box.getChildren().indexOf(before), node);
        }
    }

    private static void show(Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }
}
