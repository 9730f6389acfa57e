package org.billrunconsole.ui.plan;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.billrunconsole.domain.plan.PlanGoal;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.ui.kit.FoldingBar;
import org.billrunconsole.ui.kit.LazyTooltips;
import org.billrunconsole.ui.kit.PlainText;

/** Binds the bar under the toolbar that says what can be done with the chosen runs. */
public final class BulkBarController {

    private final BulkBarViewModel model;
    private final PlanSheetWords words;
    private final Messages messages;
    private final Map<Action, Button> steps = new EnumMap<>(Action.class);

    @FXML
    private FoldingBar bulkBar;
    @FXML
    private Label bulkCount;
    @FXML
    private Label bulkMoney;
    @FXML
    private HBox bulkSteps;
    @FXML
    private MenuButton bulkMenu;
    @FXML
    private Label bulkProblem;
    @FXML
    private Separator bulkApart;
    @FXML
    private Button bulkDistribute;
    @FXML
    private Button bulkCompare;
    @FXML
    private Button bulkClear;
    @FXML
    private Button bulkThrough;

    private boolean brief;
    private boolean inMenu;

    BulkBarController(BulkBarViewModel model, PlanSheetWords words, Messages messages) {
        this.model = model;
        this.words = words;
        this.messages = messages;
    }

    @FXML
    void initialize() {
        for (var step : BulkBarViewModel.STEPS) {
            if (!step.isIrreversible()) {
                var button = PlainText.in(new Button());
                button.setId("bulk-" + Sentences.key(step));
                button.setMinWidth(Region.USE_PREF_SIZE);
                button.setOnAction(_ -> model.request(new PlanGoal.OneStep(step)));
                steps.put(step, button);
            }
        }
        bulkSteps.getChildren().setAll(steps.values());
        bulkDistribute.managedProperty().bind(bulkDistribute.visibleProperty());
        bulkApart.visibleProperty().bind(bulkDistribute.visibleProperty());
        bulkApart.managedProperty().bind(bulkDistribute.visibleProperty());
        bulkProblem.managedProperty().bind(bulkProblem.visibleProperty());
        bulkMoney.managedProperty().bind(bulkMoney.visibleProperty());
        bulkCompare.managedProperty().bind(bulkCompare.visibleProperty());
        LazyTooltips.set(bulkCompare, messages.get("bulk.compare.tip"));
        LazyTooltips.set(bulkClear, messages.get("bulk.clear.tip"));
        bulkBar.managedProperty().bind(bulkBar.visibleProperty());
        bulkBar.setFolds(List.of(
                fold -> bulkClear.setContentDisplay(fold ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT),
                fold -> bulkCompare.setContentDisplay(fold ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT),
                this::foldWords,
                this::foldIntoMenu));
        model.countProperty().subscribe(this::showCount);
        model.figuresProperty().subscribe(_ -> showFigures());
        model.problemProperty().subscribe(_ -> showFigures());
    }

    @FXML
    void distribute() {
        model.request(new PlanGoal.OneStep(Action.DISTRIBUTE));
    }

    @FXML
    void runThrough() {
        model.request(PlanGoal.RunThrough.FULL_INVOICES_READY);
    }

    @FXML
    void compare() {
        model.compare();
    }

    @FXML
    void clear() {
        model.clear();
    }

    private void showCount(BulkBarViewModel.Count count) {
        bulkBar.setVisible(count.chosen() > 0);
        bulkCount.setText(count.hidden() == 0
                ? messages.get("bulk.count", count.chosen())
                : messages.get("bulk.count.hidden", count.chosen(), count.hidden()));
        bulkBar.setAccessibleText(bulkCount.getText());
        bulkCompare.setVisible(count.chosen() == 2);
    }

    private void showFigures() {
        var figures = model.figuresProperty().get();
        bulkMoney.setText(words.totals(figures.money()));
        bulkMoney.setVisible(!bulkMoney.getText().isEmpty());
        steps.forEach((step, button) -> {
            var able = figures.steps().getOrDefault(step, 0);
            button.setText(words.offer(step, able, brief));
            LazyTooltips.set(button, words.offer(step, able, false));
            button.setVisible(able > 0);
            button.setManaged(able > 0);
        });
        bulkMenu.getItems().setAll(steps.entrySet()
                .stream()
                .filter(each -> figures.steps().containsKey(each.getKey()))
                .map(each -> {
                    var item = new MenuItem(words.offer(each.getKey(), figures.steps().get(each.getKey()), false));
                    item.setOnAction(_ -> each.getValue().fire());
                    return item;
                })
                .toList());
        var distributable = figures.steps().getOrDefault(Action.DISTRIBUTE, 0);
        bulkDistribute.setText(words.offer(Action.DISTRIBUTE, distributable, brief));
        bulkDistribute.setVisible(distributable > 0);
        bulkThrough.setText(figures.through() == 0 ? messages.get("bulk.through")
                : messages.get("bulk.through.count", figures.through()));
        bulkThrough.setDisable(figures.through() == 0);
        var problem = model.problemProperty().get();
        bulkProblem.setText(problem.map(what -> messages.get("bulk.problem." + Sentences.key(what),
                BulkBarViewModel.MOST))
                .orElseGet(() -> figures.through() == 0 ? messages.get("bulk.no-through") : ""));
        bulkProblem.setVisible(!bulkProblem.getText().isEmpty());
        showSteps();
    }

    private void foldWords(boolean fold) {
        if (brief != fold) {
            brief = fold;
            showFigures();
        }
    }

    private void foldIntoMenu(boolean fold) {
        inMenu = fold;
        showSteps();
    }

    private void showSteps() {
        var any = !bulkMenu.getItems().isEmpty();
        show(bulkSteps, any && !inMenu);
        show(bulkMenu, any && inMenu);
    }

    private static void show(Region part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }
}
