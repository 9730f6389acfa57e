package org.billrunconsole.ui.plan.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.plan.PlanPhase;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.Focus;
import org.billrunconsole.ui.kit.FoldingBar;
import org.billrunconsole.ui.kit.LazyTooltips;
import org.billrunconsole.ui.kit.PlainText;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.Tone;
import org.billrunconsole.ui.kit.announce.AnnouncedLabel;
import org.billrunconsole.ui.kit.announce.Announcement.Urgency;
import org.billrunconsole.ui.kit.focus.RowControls;
import org.billrunconsole.ui.kit.look.StageBar;
import org.billrunconsole.ui.plan.panel.PlanPanelViewModel.Question;
import org.billrunconsole.ui.plan.panel.PlanPanelViewModel.View;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds the panel of a plan. */
public final class PlanPanelController {

    /** Where the panel is lower than this, in pixels, its rows need the room of what does not change. */
    private static final double LOW = 340;

    private final PlanPanelViewModel model;
    private final Messages messages;
    private final Consumer<RunKey> look;
    private final Node results;

    @FXML
    private VBox runThrough;
    @FXML
    private FoldingBar planBar;
    @FXML
    private Button planFold;
    @FXML
    private FontIcon planFoldIcon;
    @FXML
    private Label planTitle;
    @FXML
    private Label planCounts;
    @FXML
    private Label planEnd;
    @FXML
    private Button planPause;
    @FXML
    private Button planStop;
    @FXML
    private Button planResultsButton;
    @FXML
    private Button planPutAway;
    @FXML
    private HBox planQuestion;
    @FXML
    private Label planQuestionText;
    @FXML
    private Button planYes;
    @FXML
    private HBox planHeld;
    @FXML
    private Label planHeldText;
    @FXML
    private VBox planBody;
    @FXML
    private Label planSteps;
    @FXML
    private StageBar planTotal;
    @FXML
    private Label planCountsBelow;
    @FXML
    private Label planEndBelow;
    @FXML
    private Label planMoney;
    @FXML
    private Label planOptions;
    @FXML
    private TableView<PlanPanelRow> planTable;
    @FXML
    private StackPane resultsPlace;
    @FXML
    private VBox planNeeds;
    @FXML
    private Label planNeedsTitle;
    @FXML
    private FlowPane planNeedsText;

    private List<String> steps = List.of();
    private Optional<PlanPanelHead.Needs> needs = Optional.empty();

    /**
     * @param look    chooses a run in the list and shows its pane
     * @param results how each run ended, as shown
     */
    PlanPanelController(PlanPanelViewModel model, Messages messages, Consumer<RunKey> look, Node results) {
        this.model = model;
        this.messages = messages;
        this.look = look;
        this.results = results;
    }

    @FXML
    void initialize() {
        AnnouncedLabel.follow(planHeldText, Urgency.WARNING);
        resultsPlace.getChildren().setAll(results);
        planTable.setItems(model.rows());
        planTable.setPlaceholder(new Label(""));
        planTable.setAccessibleText(messages.get("plan.panel.accessible"));
        planTable.setRowFactory(_ -> row());
        RowControls.install(planTable);
        planTable.widthProperty().subscribe(_ -> spread());
        planBar.setFolds(List.of(fold -> move(fold, planEnd, planEndBelow), fold -> move(fold, planCounts,
                planCountsBelow)));
        planBody.heightProperty().subscribe(height -> {
            var low = height.doubleValue() <= LOW;
            show(planOptions, !low);
            planBody.pseudoClassStateChanged(Styles.state("low"), low);
        });
        var announcements = new PlanPanelAnnouncements(runThrough, messages);
        model.headProperty().subscribe(head -> head.ifPresent(now -> {
            show(now);
            announcements.show(now);
        }));
        model.viewProperty().subscribe(this::show);
        model.questionProperty().subscribe(this::ask);
    }

    /** Puts the keyboard into the panel. */
    public void focus() {
        if (model.viewProperty().get() == View.RESULTS) {
            results.requestFocus();
            planResultsButton.requestFocus();
        } else {
            Focus.into(planTable);
        }
    }

    /** What Enter does with a run: gives the word that is waited for, else shows it beside the table. */
    public void act() {
        var row = planTable.getFocusModel().getFocusedItem();
        if (model.viewProperty().get() == View.LINES && row != null) {
            if (row.line().canSayDone()) {
                model.askWhetherDone(row.line());
            } else {
                look.accept(row.line().run());
            }
        }
    }

    @FXML
    void fold() {
        var open = model.isOpen();
        model.show(open ? View.FOLDED : View.LINES);
    }

    @FXML
    void pauseOrGoOn() {
        model.pauseOrGoOn();
    }

    @FXML
    void stop() {
        model.askToStop();
    }

    @FXML
    void showResults() {
        model.show(model.viewProperty().get() == View.RESULTS ? View.LINES : View.RESULTS);
    }

    @FXML
    void putAway() {
        model.putAway();
    }

    @FXML
    void confirm() {
        model.confirm();
    }

    @FXML
    void decline() {
        model.decline();
    }

    private PlanPanelCells.Row row() {
        var row = new PlanPanelCells.Row();
        row.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2 && row.getItem() != null) {
                look.accept(row.getItem().line().run());
            }
        });
        return row;
    }

    private void show(View view) {
        show(runThrough, view != View.NONE);
        show(planBody, model.isOpen());
        show(planTable, view == View.LINES);
        show(resultsPlace, view == View.RESULTS);
        planResultsButton.setText(messages.get(view == View.RESULTS ? "plan.panel.lines" : "plan.results"));
        planFoldIcon.setIconCode(model.isOpen() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
        LazyTooltips.name(planFold, messages.get(model.isOpen() ? "plan.panel.fold" : "plan.panel.unfold"));
        model.headProperty().get().ifPresent(this::showNeeds);
    }

    private void show(PlanPanelHead head) {
        planTitle.setText(head.title());
        planCounts.setText(head.counts());
        planCountsBelow.setText(head.counts());
        planEnd.setText(head.end());
        planEndBelow.setText(head.end());
        planPause.setText(messages.get(head.phase() == PlanPhase.PAUSED ? "plan.panel.go-on" : "plan.panel.pause"));
        show(planPause, head.phase() == PlanPhase.RUNNING || head.phase() == PlanPhase.PAUSED);
        show(planStop, !head.isEnded());
        planStop.setDisable(head.phase() == PlanPhase.STOPPING);
        show(planPutAway, head.isEnded());
        show(planHeld, head.held().isPresent());
        planHeldText.setText(head.held().orElse(""));
        planSteps.setText(head.steps());
        planTotal.show(OptionalDouble.of(head.share()), Tone.ACCENT);
        planTotal.setAccessibleText(head.steps());
        planMoney.setText(head.money());
        planOptions.setText(head.options());
        if (!steps.equals(head.columns()) || planTable.getColumns().isEmpty()) {
            steps = head.columns();
            planTable.getColumns().setAll(columns());
            spread();
        }
        showNeeds(head);
    }

    private void showNeeds(PlanPanelHead head) {
        show(planNeeds, model.isOpen() && head.needs().isPresent());
        // Made anew only when it says something else: a link that has the keyboard must not be taken away from under it.
        if (!needs.equals(head.needs())) {
            needs = head.needs();
            needs.ifPresent(this::fillNeeds);
        }
    }

    private void fillNeeds(PlanPanelHead.Needs now) {
        planNeedsTitle.setText(now.title());
        var parts = new ArrayList<Node>();
        parts.add(new Label(now.text()));
        for (var link : now.links()) {
            var to = PlainText.in(new Hyperlink(link.text()));
            to.setOnAction(_ -> {
                to.setVisited(false);
                look.accept(link.run());
            });
            parts.add(to);
        }
        for (var more : List.of(now.more(), now.checking())) {
            if (!more.isEmpty()) {
                parts.add(new Label(more));
            }
        }
        planNeedsText.getChildren().setAll(parts);
    }

    private void ask(Optional<Question> question) {
        show(planQuestion, question.isPresent());
        question.ifPresent(asked -> {
            switch (asked) {
                case Question.Stop _ -> {
                    planQuestionText.setText(messages.get("plan.panel.ask-stop"));
                    planYes.setText(messages.get("plan.panel.stop"));
                }
                case Question.IsDone(_, var name, _) -> {
                    planQuestionText.setText(messages.get("plan.panel.ask-done", name));
                    planYes.setText(messages.get("plan.panel.yes-done"));
                }
            }
            planYes.requestFocus();
        });
        if (question.isEmpty() && planQuestion.getScene() != null && model.isOpen()) {
            focus();
        }
    }

    private List<TableColumn<PlanPanelRow, PlanPanelLine>> columns() {
        var columns = new ArrayList<TableColumn<PlanPanelRow, PlanPanelLine>>();
        columns.add(column("sign", "", PlanPanelCells.Sign::new));
        columns.add(column("run", messages.get("plan.panel.column.run"),
                () -> new PlanPanelCells.Words(PlanPanelLine::name, Styles.STRONG)));
        for (int i = 0; i < steps.size(); i++) {
            var step = i;
            var bar = column("step" + i, steps.get(i), () -> new PlanPanelCells.StepBar(step));
            bar.getStyleClass().add(PlanPanelCells.STEP);
            bar.setGraphic(title(steps.get(i)));
            columns.add(bar);
        }
        var revenue = column("revenue", messages.get("column.revenue"),
                () -> new PlanPanelCells.Words(PlanPanelLine::revenue, Styles.NUMERIC));
        revenue.getStyleClass().add(Styles.NUMERIC);
        columns.add(revenue);
        columns.add(column("where", messages.get("plan.panel.column.where"),
                () -> new PlanPanelCells.Where(messages.get("plan.panel.say-done"), model::askWhetherDone)));
        return columns;
    }

    /** A step's name in place of its column's own words: in a narrow window it has no room and needs a tip. */
    private static Node title(String step) {
        var title = PlainText.in(new Label(step));
        LazyTooltips.set(title, step);
        return title;
    }

    private static TableColumn<PlanPanelRow, PlanPanelLine> column(String id, String title,
            Supplier<TableCell<PlanPanelRow, PlanPanelLine>> cell) {
        var column = new TableColumn<PlanPanelRow, PlanPanelLine>(title);
        column.setId(id);
        column.setSortable(false);
        column.setReorderable(false);
        column.setResizable(false);
        column.setCellValueFactory(features -> lineOf(features.getValue()));
        column.setCellFactory(_ -> cell.get());
        return column;
    }

    private static ObservableValue<PlanPanelLine> lineOf(PlanPanelRow row) {
        return row.lineProperty();
    }

    /** Shares the width out: words need more of it than bars do. */
    private void spread() {
        var width = planTable.getWidth() - PlanPanelWidths.SCROLL_BAR;
        if (width > 0 && !planTable.getColumns().isEmpty()) {
            var widths = PlanPanelWidths.of(width, steps.size());
            for (int i = 0; i < widths.size(); i++) {
                planTable.getColumns().get(i).setMinWidth(0);
                planTable.getColumns().get(i).setPrefWidth(widths.get(i));
            }
        }
    }

    /** Where the bar has no room for it, it stands below. */
    private static void move(boolean folded, Node inBar, Node below) {
        show(inBar, !folded);
        show(below, folded);
    }

    private static void show(Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }
}
