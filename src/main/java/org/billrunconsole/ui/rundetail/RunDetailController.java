package org.billrunconsole.ui.rundetail;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TextArea;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.DisplayText;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.lifecycle.Legality;
import org.billrunconsole.domain.lifecycle.Reason;
import org.billrunconsole.domain.review.Check;
import org.billrunconsole.domain.review.CycleComparison;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.i18n.CheckWords;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.OutcomeWords;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.runs.review.customer.RunReviews;
import org.billrunconsole.ui.kit.Clipboards;
import org.billrunconsole.ui.kit.FileDialogs;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.TitledTab;
import org.billrunconsole.ui.kit.Tone;
import org.billrunconsole.ui.kit.look.CycleTable;
import org.billrunconsole.ui.kit.look.Pill;
import org.billrunconsole.ui.kit.look.RunLooks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Binds the detail pane to its view-model. */
public final class RunDetailController {

    private static final int EARLIER_RUNS = 5;
    private static final Logger LOG = LoggerFactory.getLogger(RunDetailController.class);

    private final RunDetailViewModel model;
    private final RunFacts facts;
    private final StepLines stepLines;
    private final CheckWords checkWords;
    private final Formats formats;
    private final Messages messages;
    private final Sentences sentences;
    private final Map<Action, Button> buttons = new EnumMap<>(Action.class);

    @FXML
    private StackPane detailPane;
    @FXML
    private Label detailTitle;
    @FXML
    private Pill detailStatus;
    @FXML
    private Pill detailDeadline;
    @FXML
    private Label subtitle;
    @FXML
    private Button actionPrimary;
    @FXML
    private Button actionReopen;
    @FXML
    private Button actionInvoiceDate;
    @FXML
    private Button actionNickname;
    @FXML
    private Button actionReview;
    @FXML
    private MenuButton moreActions;
    @FXML
    private Label actionReason;
    @FXML
    private HBox outcomeCard;
    @FXML
    private Label outcomeTitle;
    @FXML
    private Label outcomeText;
    @FXML
    private Button outcomePutAway;
    @FXML
    private Hyperlink actionTryAgain;
    @FXML
    private VBox stepRail;
    @FXML
    private GridPane keyFacts;
    @FXML
    private VBox payments;
    @FXML
    private VBox cycleBox;
    @FXML
    private VBox products;
    @FXML
    private GridPane allFacts;
    @FXML
    private Label lookNotKept;
    @FXML
    private HBox checksCard;
    @FXML
    private Label checksTitle;
    @FXML
    private Label checksText;
    @FXML
    private GridPane trends;
    @FXML
    private Tab checksTab;
    @FXML
    private Label noChecks;
    @FXML
    private VBox checkList;
    @FXML
    private VBox timeline;
    @FXML
    private TextArea json;
    @FXML
    private Label jsonSaved;

    /** Of which the text area shows as much as it can take. */
    private String wholeJson = "";
    private Optional<RunKey> shown = Optional.empty();
    private StepRailView rail;
    private FactsGrid keyGrid;
    private FactsGrid allGrid;
    private ProductCards productCards;
    private CycleTable cycleTable;
    private CheckLines checkLines;
    private TimelineView timelineView;
    private TrendLines trendLines;
    private TitledTab checksTitleTab;

    RunDetailController(RunDetailViewModel model, RunFacts facts, StepLines stepLines, CheckWords checkWords,
            Messages messages, Formats formats, Sentences sentences) {
        this.model = model;
        this.facts = facts;
        this.stepLines = stepLines;
        this.checkWords = checkWords;
        this.messages = messages;
        this.formats = formats;
        this.sentences = sentences;
    }

    @FXML
    void initialize() {
        rail = new StepRailView(stepRail, sentences);
        keyGrid = new FactsGrid(keyFacts);
        allGrid = new FactsGrid(allFacts);
        new PaymentsCard(payments, model.payments(), messages, formats);
        cycleTable = new CycleTable(messages, formats);
        cycleBox.getChildren().add(cycleTable);
        cycleBox.visibleProperty().bind(cycleTable.visibleProperty());
        cycleBox.managedProperty().bind(cycleTable.visibleProperty());
        productCards = new ProductCards(products, messages);
        checkLines = new CheckLines(checkList, model.looks(), checkWords, messages, formats,
                () -> checksTab.getTabPane().requestFocus());
        timelineView = new TimelineView(timeline, messages, formats, sentences);
        trendLines = new TrendLines(trends, messages, model.analysis());
        var outcome = new OutcomeCard(outcomeCard, outcomeTitle, outcomeText, outcomePutAway,
                new OutcomeWords(messages, formats, sentences));
        checksTitleTab = new TitledTab(checksTab, messages.get("detail.tab.checks"));
        buttons.put(Action.REOPEN, actionReopen);
        buttons.put(Action.CHANGE_INVOICE_DATE, actionInvoiceDate);
        buttons.put(Action.CHANGE_NICKNAME, actionNickname);
        buttons.forEach((action, button) -> {
            button.setText(sentences.action(action) + "…");
            button.setOnAction(_ -> model.request(action));
        });
        model.runProperty().subscribe(run -> guarded(() -> run.ifPresent(this::show)));
        model.namesProperty().subscribe(_ -> guarded(() -> model.runProperty().get().ifPresent(this::show)));
        model.closedByProperty().subscribe(_ -> guarded(() -> model.runProperty().get().ifPresent(this::show)));
        model.unansweredProperty().subscribe(write -> guarded(() -> outcome.show(write)));
        model.checksProperty().subscribe(checks -> guarded(() -> showChecks(checks)));
        model.looks().looksProperty().subscribe(looks -> guarded(() -> checkLines.show(looks, currency())));
        model.looks().notKeptProperty().subscribe(notKept -> {
            lookNotKept.setText(notKept ? messages.get("review.look.not-kept") : "");
            lookNotKept.setVisible(notKept);
            lookNotKept.setManaged(notKept);
        });
        model.secondsProperty().subscribe(_ -> guarded(() -> model.runProperty().get().ifPresent(run -> rail.show(
                stepLines.of(run)))));
        model.actionsProperty().subscribe(states -> guarded(() -> showActions(states)));
        // The reason under the buttons can change while the due step stays the same; and while everything is locked,
        // another run's due step can be another one though every action stands as it did.
        model.dueProperty().subscribe(due -> guarded(() -> showDue(due)));
        model.actionsProperty().subscribe(_ -> guarded(() -> showDue(model.dueProperty().get())));
    }

    @FXML
    void requestDue() {
        model.requestDue();
    }

    @FXML
    void review() {
        model.review();
    }

    @FXML
    void putOutcomeAway() {
        model.putOutcomeAway();
    }

    @FXML
    void copyJson() {
        Clipboards.copy(wholeJson);
    }

    @FXML
    void saveJson() {
        var name = model.runProperty().get().map(run -> (run.key().kind() == RunKind.REGULAR
                ? "bill-run-"
                : "adhoc-bill-run-") + run.id() + ".json").orElse("");
        FileDialogs.save(detailPane.getScene().getWindow(), messages.get("detail.json.save"), name)
                .ifPresent(file -> model.save(file, wholeJson, saved -> jsonSaved.setText(messages.get(saved
                        ? "saving.done"
                        : "saving.failed", file))));
    }

    /** A part that cannot be shown must not leave what the run before had there. */
    private void guarded(Runnable showing) {
        try {
            showing.run();
        } catch (RuntimeException e) {
            model.cannotShow(e);
        }
    }

    private void show(Run run) {
        if (!shown.equals(Optional.of(run.key()))) {
            // Where another run was saved says nothing about this one.
            shown = Optional.of(run.key());
            jsonSaved.setText("");
        }
        var closedBy = model.closedByProperty().get();
        detailTitle.setText(run.label());
        detailStatus.setVisible(run.status().isPresent());
        run.status().ifPresent(status -> detailStatus.show(sentences.status(status), RunLooks.tone(status)));
        var badge = facts.deadlineBadge(run);
        detailDeadline.setVisible(badge.isPresent());
        detailDeadline.setManaged(badge.isPresent());
        badge.ifPresent(text -> detailDeadline.show(text, Tone.WARNING));
        actionReview.setVisible(RunReviews.isPossible(run));
        actionReview.setManaged(RunReviews.isPossible(run));
        subtitle.setText(facts.subtitle(run, closedBy));
        rail.show(stepLines.of(run));
        keyGrid.show(facts.key(run));
        allGrid.show(facts.all(run, closedBy));
        timelineView.show(model.analysis().history(run.key()).timeline(),
                model.referenceData().currencyOf(run));
        trendLines.show(run);
        cycleTable.show(run instanceof BillRun regular ? model.analysis().comparison(regular, EARLIER_RUNS)
                : new CycleComparison(List.of()), model.referenceData().currencyOf(run));
        productCards.show(run instanceof AdhocBillRun adhoc ? Optional.of(adhoc) : Optional.empty());
        var text = model.json(run);
        if (!text.equals(wholeJson)) {
            wholeJson = text;
            json.setText(DisplayText.lines(text));
        }
    }

    private void showChecks(List<Check> checks) {
        var lines = checkWords.lines(checks, currency());
        noChecks.setVisible(lines.isEmpty());
        noChecks.setManaged(lines.isEmpty());
        var warnings = lines.stream().filter(CheckWords.Line::warning).toList();
        checksTitleTab.show(warnings.isEmpty() ? "" : Integer.toString(warnings.size()));
        checksCard.setVisible(!warnings.isEmpty());
        checksCard.setManaged(!warnings.isEmpty());
        checksTitle.setText(messages.get("detail.checks.look", warnings.size()));
        checksText.setText(warnings.stream().map(CheckWords.Line::text).collect(Collectors.joining("\n")));
    }

    private Optional<String> currency() {
        return model.runProperty().get().flatMap(model.referenceData()::currencyOf);
    }

    private void showActions(List<ActionState> states) {
        buttons.forEach((action, button) -> {
            var state = states.stream().filter(each -> each.action() == action).findFirst();
            button.setVisible(state.isPresent());
            button.setManaged(state.isPresent());
            state.ifPresent(each -> button.setDisable(!each.legality().isAllowed()));
        });
        moreActions.getItems()
                .setAll(states.stream().filter(each -> !buttons.containsKey(each.action())).map(this::menuItem)
                        .toList());
    }

    private MenuItem menuItem(ActionState state) {
        var name = sentences.action(state.action()) + "…";
        // A menu has no room for a second line, so the reason stands behind the name.
        var item = new MenuItem(state.legality()
                .whyNot()
                .map(reason -> messages.get("detail.action.denied", name, sentences.reason(reason, state.action())))
                .orElse(name));
        item.setId(actionId(state.action()));
        item.setDisable(!state.legality().isAllowed());
        item.setOnAction(_ -> model.request(state.action()));
        return item;
    }

    private void showDue(Optional<ActionState> due) {
        actionPrimary.setVisible(due.isPresent());
        actionPrimary.setManaged(due.isPresent());
        due.ifPresent(state -> {
            actionPrimary.setText(sentences.action(state.action()) + "…");
            actionPrimary.setDisable(!state.legality().isAllowed());
            Styles.choose(actionPrimary, state.action().isIrreversible() ? "danger" : "success", "danger", "success");
        });
        actionReason.setText(due.map(this::reasonLine).orElseGet(this::nothingDue));
        var refused = due.flatMap(state -> state.legality().whyNot())
                .filter(reason -> reason.code() == Reason.Code.READ_ONLY_USER)
                .isPresent();
        actionTryAgain.setVisible(refused);
        actionTryAgain.setManaged(refused);
    }

    @FXML
    void tryAgain() {
        model.tryAgain();
    }

    private String reasonLine(ActionState state) {
        return switch (state.legality()) {
            case Legality.Denied(var reason) -> sentences.reason(reason, state.action());
            case Legality.Allowed(var unproven) -> unproven
                    ? messages.get("detail.unproven")
                    : sentences.consequence(state.action()) + " " + sentences.undo(state.action(),
                            model.canReopen());
        };
    }

    private String nothingDue() {
        return model.actionsProperty()
                .get()
                .stream()
                .findFirst()
                .flatMap(state -> state.legality().whyNot().map(reason -> sentences.reason(reason, state.action())))
                .orElse("");
    }

    /** The id UI automation knows a menu's action by. */
    static String actionId(Action action) {
        return switch (action) {
            case CLOSE -> "actionClose";
            case DRAFT_INVOICES -> "actionDraftInvoices";
            case FULL_INVOICES -> "actionFullInvoices";
            case DISTRIBUTE -> "actionDistribute";
            case REOPEN -> "actionReopen";
            case CHANGE_INVOICE_DATE -> "actionInvoiceDate";
            case CHANGE_NICKNAME -> "actionNickname";
            case ADJUST_SCHEDULE -> "actionAdjustSchedule";
        };
    }
}
