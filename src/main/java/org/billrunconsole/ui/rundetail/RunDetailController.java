package org.billrunconsole.ui.rundetail;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tab;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.lifecycle.Legality;
import org.billrunconsole.domain.lifecycle.Reason;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.i18n.CheckWords;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.OutcomeWords;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.runs.review.customer.RunReviews;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.ui.kit.LazyTooltips;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.TitledTab;
import org.billrunconsole.ui.kit.Tone;
import org.billrunconsole.ui.kit.command.RunCommand;
import org.billrunconsole.ui.kit.look.Pill;
import org.billrunconsole.ui.kit.look.RunLooks;
import org.billrunconsole.ui.rundetail.json.JsonTabController;
import org.billrunconsole.ui.rundetail.note.NotePart;
import org.billrunconsole.ui.rundetail.note.NoteViewModel;
import org.billrunconsole.ui.rundetail.part.FactsGrid;
import org.billrunconsole.ui.rundetail.part.OutcomeCard;
import org.billrunconsole.ui.rundetail.part.ProductCards;
import org.billrunconsole.ui.rundetail.part.StepRailView;
import org.billrunconsole.ui.rundetail.part.TrendLines;
import org.billrunconsole.ui.rundetail.timeline.TimelineTabController;

/** Binds the detail pane to its view-model. */
public final class RunDetailController {

    /** A pane that is lower, in pixels, has no room for all that can stand above its tabs. */
    private static final double LOW = 560;

    private final RunDetailViewModel model;
    private final RunFacts facts;
    private final StepLines stepLines;
    private final CheckWords checkWords;
    private final Fxml fxml;
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
    private Button actionNote;
    @FXML
    private VBox notePlace;
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
    private VBox products;
    @FXML
    private HBox checksCard;
    @FXML
    private Label checksTitle;
    @FXML
    private Label checksText;
    @FXML
    private GridPane trends;
    @FXML
    private Tab progressTab;
    @FXML
    private Tab detailsTab;
    @FXML
    private Tab checksTab;
    @FXML
    private Tab timelineTab;
    @FXML
    private Tab jsonTab;

    private List<LazyTab> tabs = List.of();
    private List<RunCommand> commands = List.of();
    private List<ActionState> shownActions = List.of();
    private StepRailView rail;
    private FactsGrid keyGrid;
    private ProductCards productCards;
    private TrendLines trendLines;
    private OutcomeCard outcome;
    private TitledTab checksTitleTab;
    private Optional<TimelineTabController> timeline = Optional.empty();

    RunDetailController(RunDetailViewModel model, RunFacts facts, StepLines stepLines, CheckWords checkWords,
            Fxml fxml, Messages messages, Formats formats, Sentences sentences) {
        this.model = model;
        this.fxml = fxml;
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
        new PaymentsCard(payments, model.payments(), messages, formats);
        new NotePart(notePlace, actionNote, model.note(), fxml, messages, formats);
        // In a low window a note that is being written needs the room of the line above it.
        var note = model.note().stateProperty();
        actionReason.visibleProperty()
                .bind(Bindings.createBooleanBinding(() -> detailPane.getHeight() > LOW
                        || !(note.get() instanceof NoteViewModel.State.Writing), detailPane.heightProperty(), note));
        actionReason.managedProperty().bind(actionReason.visibleProperty());
        productCards = new ProductCards(products, messages);
        trendLines = new TrendLines(trends, messages, model.analysis());
        outcome = new OutcomeCard(outcomeCard, outcomeTitle, outcomeText, outcomePutAway,
                new OutcomeWords(messages, formats, sentences));
        checksTitleTab = new TitledTab(checksTab, messages.get("detail.tab.checks"));
        buttons.put(Action.REOPEN, actionReopen);
        buttons.put(Action.CHANGE_INVOICE_DATE, actionInvoiceDate);
        buttons.put(Action.CHANGE_NICKNAME, actionNickname);
        buttons.forEach((action, button) -> {
            button.setText(sentences.action(action) + "…");
            button.setOnAction(_ -> model.request(action));
        });
        tabs = List.of(
                new LazyTab(progressTab, () -> new TabContent(progressTab.getContent(), this::showProgress),
                        this::guarded),
                new LazyTab(detailsTab, this::detailsTab, this::guarded),
                new LazyTab(checksTab, this::checksTab, this::guarded),
                new LazyTab(timelineTab, this::timelineTab, this::guarded),
                new LazyTab(jsonTab, this::jsonTab, this::guarded));
        commands = model.commands();
        moreActions.setOnShowing(_ -> nameCommands());
        model.revisionProperty().subscribe(_ -> guarded(() -> model.runProperty().get().ifPresent(this::show)));
        model.secondsProperty().subscribe(_ -> guarded(this::secondPassed));
    }

    private TabContent detailsTab() {
        var controller = new DetailsTabController(model, facts, messages, formats);
        return new TabContent(fxml.load(controller), controller::show);
    }

    private TabContent checksTab() {
        var controller = new ChecksTabController(model, checkWords, messages, formats,
                () -> checksTab.getTabPane().requestFocus());
        return new TabContent(fxml.load(controller), controller::show);
    }

    private TabContent timelineTab() {
        var controller = new TimelineTabController(model.timeline(), model.referenceData()::currencyOf, messages,
                formats, sentences);
        timeline = Optional.of(controller);
        return new TabContent(fxml.load(controller), controller::show);
    }

    private TabContent jsonTab() {
        var controller = new JsonTabController(model.json(), messages, formats);
        return new TabContent(fxml.load(controller), controller::show);
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

    /** A part that cannot be shown must not leave what the run before had there. */
    private void guarded(Runnable showing) {
        try {
            showing.run();
        } catch (RuntimeException e) {
            model.cannotShow(e);
        }
    }

    /** All of it in one pass: what is seen is of one run. */
    private void show(Run run) {
        detailTitle.setText(run.label());
        LazyTooltips.set(detailTitle, run.label());
        detailStatus.setVisible(run.status().isPresent());
        run.status().ifPresent(status -> detailStatus.show(sentences.status(status), RunLooks.tone(status)));
        var badge = facts.deadlineBadge(run);
        appear(detailDeadline, badge.isPresent());
        badge.ifPresent(text -> detailDeadline.show(text, Tone.WARNING));
        appear(actionReview, RunReviews.isPossible(run));
        subtitle.setText(facts.subtitle(run, model.closedByProperty().get()));
        outcome.show(model.unansweredProperty().get());
        showActions(model.actionsProperty().get());
        showDue(model.dueProperty().get());
        var warnings = warnings(run);
        checksTitleTab.show(warnings.isEmpty() ? "" : messages.get("shell.tab.count", warnings.size()));
        tabs.forEach(tab -> tab.show(run));
    }

    private void showProgress(Run run) {
        rail.show(stepLines.of(run));
        keyGrid.show(facts.key(run));
        trendLines.show(run);
        productCards.show(run instanceof AdhocBillRun adhoc ? Optional.of(adhoc) : Optional.empty());
        var warnings = warnings(run);
        appear(checksCard, !warnings.isEmpty());
        checksTitle.setText(messages.get("detail.checks.look", warnings.size()));
        checksText.setText(warnings.stream().map(CheckWords.Line::text).collect(Collectors.joining("\n")));
    }

    private List<CheckWords.Line> warnings(Run run) {
        return checkWords.lines(model.checksProperty().get(), model.referenceData().currencyOf(run))
                .stream()
                .filter(CheckWords.Line::warning)
                .toList();
    }

    private void secondPassed() {
        if (progressTab.isSelected()) {
            model.runProperty().get().ifPresent(run -> rail.show(stepLines.of(run)));
        }
        if (timelineTab.isSelected()) {
            timeline.ifPresent(TimelineTabController::secondPassed);
        }
    }

    private static void appear(Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    private void showActions(List<ActionState> states) {
        if (states.equals(shownActions)) {
            return;
        }
        shownActions = states;
        buttons.forEach((action, button) -> {
            var state = states.stream().filter(each -> each.action() == action).findFirst();
            appear(button, state.isPresent());
            state.ifPresent(each -> button.setDisable(!each.legality().isAllowed()));
        });
        var items = new ArrayList<MenuItem>();
        states.stream().filter(each -> !buttons.containsKey(each.action())).map(this::menuItem).forEach(items::add);
        if (!items.isEmpty() && !commands.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        commands.stream().map(this::menuItem).forEach(items::add);
        moreActions.getItems().setAll(items);
    }

    /** What it is called and whether it can be done is found out when the menu opens. */
    private MenuItem menuItem(RunCommand command) {
        var item = new MenuItem();
        item.setId(command.id());
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> model.perform(command));
        return item;
    }

    private void nameCommands() {
        model.runProperty().get().ifPresent(run -> commands.forEach(command -> moreActions.getItems()
                .stream()
                .filter(item -> command.id().equals(item.getId()))
                .forEach(item -> {
                    var name = command.name().apply(run);
                    var whyNot = command.whyNot().apply(run);
                    item.setText(whyNot.map(why -> messages.get("detail.action.denied", name, why)).orElse(name));
                    item.setDisable(whyNot.isPresent());
                })));
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
        appear(actionPrimary, due.isPresent());
        due.ifPresent(state -> {
            actionPrimary.setText(sentences.action(state.action()) + "…");
            actionPrimary.setDisable(!state.legality().isAllowed());
            Styles.choose(actionPrimary, state.action().isIrreversible() ? "danger" : "success", "danger", "success");
        });
        actionReason.setText(due.map(this::reasonLine).orElseGet(this::nothingDue));
        var refused = due.flatMap(state -> state.legality().whyNot())
                .filter(reason -> reason.code() == Reason.Code.READ_ONLY_USER)
                .isPresent();
        appear(actionTryAgain, refused);
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
