package org.billrunconsole.ui.shell;

import atlantafx.base.controls.ModalPane;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.settings.LayoutMemory;
import org.billrunconsole.settings.WindowBounds;
import org.billrunconsole.ui.activity.ActivityView;
import org.billrunconsole.ui.activity.ActivityViewModel;
import org.billrunconsole.ui.board.BoardStage;
import org.billrunconsole.ui.board.BoardView;
import org.billrunconsole.ui.board.BoardViewModel;
import org.billrunconsole.ui.board.MonthRuns;
import org.billrunconsole.ui.kit.ChosenFile;
import org.billrunconsole.ui.kit.Focus;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.ui.kit.Searchable;
import org.billrunconsole.ui.kit.TitledTab;
import org.billrunconsole.ui.kit.Tone;
import org.billrunconsole.ui.kit.WhileShown;
import org.billrunconsole.ui.kit.announce.AnnounceEvent;
import org.billrunconsole.ui.kit.announce.Announcement.Urgency;
import org.billrunconsole.ui.kit.command.Offer;
import org.billrunconsole.ui.kit.dialog.ModalCard;
import org.billrunconsole.ui.kit.export.ExportMenus;
import org.billrunconsole.ui.kit.focus.FocusKeeper;
import org.billrunconsole.ui.kit.focus.KeyboardPlace;
import org.billrunconsole.ui.notices.KeptNotice;
import org.billrunconsole.ui.notices.NoticeArea;
import org.billrunconsole.ui.notices.NoticeDrawer;
import org.billrunconsole.ui.notices.NoticeKind;
import org.billrunconsole.ui.notices.RowInSight;
import org.billrunconsole.ui.plan.BulkBars;
import org.billrunconsole.ui.plan.panel.PlanPanelModels;
import org.billrunconsole.ui.plan.panel.PlanPanelView;
import org.billrunconsole.ui.review.ReviewView;
import org.billrunconsole.ui.review.ReviewViewModel;
import org.billrunconsole.ui.runlist.RunListViewModel;
import org.billrunconsole.ui.runlist.find.DaySpan;
import org.billrunconsole.ui.search.SearchBox;
import org.billrunconsole.ui.search.SearchViewModel;
import org.billrunconsole.ui.search.SearchViewModel.Group;
import org.billrunconsole.ui.settings.AboutDialog;
import org.billrunconsole.work.TaskRunner;

/** Binds the main window. */
public final class ShellController {

    private final ShellViewModel model;
    private final RunTab regular;
    private final ShellLayout layout;
    private final Lazy<RunTab> adhoc;
    private final Lazy<ActivityView> activity;
    private final ActivityViewModel activityModel;
    private final ConnectionBarController bar;
    private final StatusBarController status;
    private final JournalBannerController journal;
    private final PolicyBannerController policy;
    private final Messages messages;
    private final ShellCommands commands;

    @FXML
    private StackPane shell;
    @FXML
    private TabPane tabs;
    @FXML
    private Tab runsTab;
    @FXML
    private Tab adhocTab;
    @FXML
    private Tab boardTab;
    @FXML
    private Tab activityTab;
    @FXML
    private ModalPane modal;
    @FXML
    private HBox noticeArea;

    private final Timeline seconds = new Timeline();
    private Optional<PlanPanelView> planPanel = Optional.empty();
    private Optional<ReviewView> review = Optional.empty();
    private Optional<BulkBars> bulkBars = Optional.empty();
    private Optional<BoardViewModel> boardModel = Optional.empty();
    private Optional<Lazy<BoardView>> board = Optional.empty();
    private Optional<ExportMenus> exports = Optional.empty();
    private Optional<SearchViewModel> search = Optional.empty();
    private Optional<Sentences> words = Optional.empty();
    private NoticeArea notices;

    ShellController(ShellViewModel model, RunTab regular, Supplier<RunTab> adhoc,
            ActivityViewModel activityModel, Function<Consumer<UUID>, ActivityView> activity,
            ConnectionBarController bar,
            StatusBarController status, JournalBannerController journal, PolicyBannerController policy,
            Messages messages, ShellCommands commands) {
        this.model = model;
        this.regular = regular;
        this.layout = new ShellLayout(model, regular);
        this.adhoc = new Lazy<>(() -> {
            var made = adhoc.get();
            layout.add(made);
            bulkBars.ifPresent(made::follow);
            exports.ifPresent(made.list().controller()::offer);
            return made;
        });
        this.activityModel = activityModel;
        this.activity = new Lazy<>(() -> {
            var made = activity.apply(this::showResults);
            exports.ifPresent(made.controller()::offer);
            return made;
        });
        this.bar = bar;
        this.status = status;
        this.journal = journal;
        this.policy = policy;
        this.messages = messages;
        this.commands = commands;
    }

    @FXML
    void initialize() {
        bar.offer(this::showKeys, this::showAbout, this::showNotices);
        initializeTabs();
        notices = new NoticeArea(noticeArea);
        // What stands after the last of them has nothing to do with it.
        KeyboardPlace.whenGone(noticeArea, this::focusFirst);
        // A dialog gives the keyboard back to where it was; where that is gone it is to be here, not anywhere.
        modal.addEventHandler(ModalCard.KEYBOARD_FREE, _ -> focusFirst());
        tabs.getSelectionModel().selectedItemProperty().subscribe(tab -> {
            if (tab == activityTab) {
                status.show(activityModel.shownProperty());
            } else if (tab == boardTab) {
                boardModel.ifPresent(shown -> status.showWords(shown.statusProperty()));
            } else {
                status.show(tab == adhocTab ? model.adhoc() : model.regular());
            }
        });
        model.staleProperty().addListener((_, _, stale) -> AnnounceEvent.fire(shell, stale ? Urgency.WARNING
                : Urgency.EVENT, model.liveProperty().get()));
        model.noticeProperty().subscribe(notice -> notice.ifPresent(this::show));
        seconds.getKeyFrames().setAll(new KeyFrame(Duration.seconds(1), _ -> secondPassed()));
        seconds.setCycleCount(Animation.INDEFINITE);
        WhileShown.subscribe(shell, scene -> {
            seconds.play();
            return new ShellKeys(this).install(scene).and(FocusKeeper.keep(scene)).and(seconds::stop);
        });
    }

    /** Puts the keyboard where work begins. */
    public void focusFirst() {
        // Before the window has been drawn, a tab's content is not in it and cannot take the keyboard.
        tabs.applyCss();
        tabs.layout();
        openPlan().filter(_ -> openReview().isEmpty()).ifPresentOrElse(plan -> plan.controller().focus(),
                () -> screen().focusTable());
    }

    /**
     * How the window's content is now.
     *
     * @param window where the window is
     */
    public LayoutMemory layout(Optional<WindowBounds> window) {
        return layout.now(window, tabs.getSelectionModel().getSelectedItem().getId());
    }

    /** Puts the window's content back as it was left. */
    public void restore(LayoutMemory remembered) {
        layout.restore(remembered);
        tabs.getTabs()
                .stream()
                .filter(tab -> remembered.lastTab().equals(Optional.of(tab.getId())))
                .findFirst()
                .ifPresent(tabs.getSelectionModel()::select);
    }

    /**
     * Puts something where the notices stand that stays until it is taken away.
     *
     * @param factory makes it, given what takes it away
     */
    public void keepNotice(Function<Runnable, Node> factory) {
        notices.keep(factory);
    }

    /** Connects what saves what screens show; before plans, and before any other tab than the first is shown. */
    public void follow(ExportMenus menus) {
        exports = Optional.of(menus);
        regular.list().controller().offer(menus);
    }

    /** Connects the switch that keeps notices from popping up. */
    public void follow(InterruptionsViewModel interruptions) {
        status.follow(interruptions);
    }

    /** Connects what tells of trouble with the journal. */
    public void follow(JournalTroubleViewModel trouble) {
        journal.follow(trouble, () -> tabs.getSelectionModel().select(activityTab), modal);
    }

    /** Connects what is shown of plans, each in the tab of its runs. */
    public void follow(PlanPanelModels plans, Fxml fxml) {
        var made = new PlanPanelView(plans, fxml, messages, this::lookAt, exports, modal,
                kind -> runTab(kind).listDetailPane());
        made.whenGone(this::focusFirst);
        planPanel = Optional.of(made);
        plans.interrupted().look();
    }

    /** Connects the review of open runs, which is shown in place of their list and pane. */
    public void follow(ReviewViewModel reviews, Consumer<BillRun> closeRun, Fxml fxml, Sentences sentences) {
        var list = runsTab.getContent();
        // It has one parent at a time.
        runsTab.setContent(null);
        var made = ReviewView.over(list, reviews, fxml, messages, sentences, closeRun);
        runsTab.setContent(made.root());
        review = Optional.of(made);
        reviews.stateProperty().map(_ -> reviews.isOpen()).subscribe(open -> {
            if (open) {
                tabs.getSelectionModel().select(runsTab);
            }
            if (shell.getScene() != null) {
                focusFirst();
            }
        });
    }

    /** Connects the board of a month, whose cards lead to the list of regular runs. */
    public void follow(BoardViewModel model, Fxml fxml, Formats formats, Sentences sentences) {
        boardModel = Optional.of(model);
        var view = new Lazy<>(() -> BoardView.create(model, fxml, messages, formats, sentences, this::lookAt,
                this::list));
        board = Optional.of(view);
        fillWhenShown(boardTab, () -> view.get().root());
        boardTab.selectedProperty().subscribe(model::setShown);
    }

    /** Saves a picture of the board of a month where somebody has chosen to. */
    public void savePicture(ChosenFile file) {
        board.ifPresent(view -> view.get().controller().save(file));
    }

    private void showResults(UUID plan) {
        planPanel.ifPresent(view -> view.showResults(plan));
    }

    /** Connects the box that finds runs and all else. */
    public void follow(Sentences sentences, TaskRunner tasks) {
        search = Optional.of(new SearchViewModel(
                () -> List.of(regular.model().everything(), model.adhoc().everything()),
                run -> Offer.of(run.label(), Stream.of(sentences.run(run.key()),
                        run.status().map(sentences::status).orElse(""))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · ")), () -> lookAt(run.key())),
                tasks));
        words = Optional.of(sentences);
    }

    /** Shows the box that finds runs and all else. */
    void showSearch() {
        search.ifPresent(box -> {
            box.offer(Group.ACTIONS, runsTab.isSelected() || adhocTab.isSelected()
                    ? words.map(current().detail()::offers).orElse(List.of())
                    : List.of());
            box.offer(Group.VIEWS, views());
            box.offer(Group.CONNECTIONS, List.of());
            box.offer(Group.SETTINGS, List.of(
                    Offer.of(messages.get("shell.menu.settings"), messages.get("search.settings.detail"),
                            commands::showSettings),
                    Offer.of(messages.get("shell.menu.connections"), "", commands::showConnections),
                    Offer.of(messages.get("shell.menu.diagnostics"), "", commands::showDiagnostics),
                    Offer.of(messages.get("shell.menu.about"), "", this::showAbout),
                    Offer.of(messages.get("shell.keys.theme"), "", commands::switchTheme),
                    Offer.of(messages.get("shell.keys.text.larger"), "", commands::enlargeText),
                    Offer.of(messages.get("shell.keys.text.smaller"), "", commands::shrinkText),
                    Offer.of(messages.get("shell.keys.text.usual"), "", commands::resetText)));
            commands.findConnections(found -> box.offer(Group.CONNECTIONS, found));
            SearchBox.show(box, messages, modal);
        });
    }

    private List<Offer> views() {
        var screens = tabs.getTabs().stream().map(tab -> Offer.of(tab.getText(), "",
                () -> selectTab(tabs.getTabs().indexOf(tab))));
        var ofLists = Stream.concat(viewsOf(model.regular(), runsTab), viewsOf(model.adhoc(), adhocTab));
        var others = Stream.of(Offer.of(messages.get("notices.title"), "", this::showNotices),
                Offer.of(messages.get("shell.keys.title"), "", this::showKeys));
        return Stream.of(screens, ofLists, others).flatMap(each -> each).toList();
    }

    /** The ways of looking at a list that have a name. */
    private Stream<Offer> viewsOf(RunListViewModel list, Tab tab) {
        return list.views().stream().flatMap(views -> views.viewsProperty().get().stream().map(view -> Offer.of(
                views.name(view), tab.getText(), () -> {
                    // The list's table has to be there before a view can give it its columns.
                    selectTab(tabs.getTabs().indexOf(tab));
                    views.open(view);
                })));
    }

    /** Connects the bars of what is chosen, each in the tab of its list; before any other tab than the first is shown. */
    public void follow(BulkBars bars) {
        bulkBars = Optional.of(bars);
        regular.follow(bars);
    }

    /** Says above everything why nothing is allowed. */
    public void tellPolicyFault(String text) {
        policy.show(text);
    }

    /** What everything in the window lies in, dialogs too. */
    StackPane content() {
        return shell;
    }

    ModalPane modal() {
        return modal;
    }

    /** What the window's keys can have done that the program does. */
    ShellCommands commands() {
        return commands;
    }

    void showConnections() {
        commands.showConnections();
    }

    void focusSearch() {
        screen().focusSearch();
    }

    void refresh() {
        if (activityTab.isSelected()) {
            activityModel.load();
        } else if (openReview().isPresent()) {
            openReview().get().model().readAgain();
            current().model().refresh();
        } else {
            current().model().refresh();
        }
    }

    void selectTab(int index) {
        tabs.getSelectionModel().select(index);
        // Its content has to be in the window before it can take the keyboard.
        tabs.applyCss();
        tabs.layout();
        screen().focusTable();
    }

    /** Opens the menu of what the shown screen can save; of the board that is a picture, which is asked for at once. */
    void export() {
        if (activityTab.isSelected()) {
            activity.get().controller().export();
        } else if (boardTab.isSelected()) {
            board.ifPresent(shown -> shown.get().controller().save());
        } else if (openPlan().isEmpty() && openReview().isEmpty()) {
            current().list().controller().export();
        }
    }

    /**
     * Selects the row that the keyboard is on and brings its pane into sight; behind another tab there is none, and an
     * open plan does with its run what there is to do.
     */
    void openPane() {
        if (isListShown() && openReview().isEmpty()) {
            openPlan().ifPresentOrElse(plan -> plan.controller().act(), () -> {
                if (current().list().controller().selectFocused()) {
                    current().listDetailPane().openDrawer();
                }
            });
        }
    }

    /**
     * What Esc does: empties the search that is being typed, else closes the drawer, else empties the search, else
     * empties the rows' check boxes.
     *
     * @return whether there was anything to step back from
     */
    boolean stepBack() {
        var screen = screen();
        return screen.isSearchFocused() && screen.clearSearch()
                || leaveReview(screen)
                || planHere().filter(plan -> plan.models().panel().stepBack()).isPresent()
                || isListShown() && current().listDetailPane().closeDrawer()
                || screen.clearSearch()
                || isListShown() && current().model().clearChosen();
    }

    private boolean leaveReview(Searchable screen) {
        return openReview().filter(open -> {
            if (!screen.clearSearch()) {
                open.model().leave();
            }
            return true;
        }).isPresent();
    }

    /** Reviews the run that is shown beside the list of regular runs, if it is open. */
    void review() {
        if (runsTab.isSelected()) {
            regular.detail().review();
        }
    }

    /** Asks for the due step of the run that is shown; behind another tab or an open plan none is. */
    void requestDue() {
        if (isListShown() && (openPlan().isEmpty() || openReview().isPresent())) {
            // A key that does nothing would leave whoever cannot see the reason beside the button without one.
            words.flatMap(current().detail()::whyNotDue).ifPresentOrElse(reason -> AnnounceEvent.error(shell, reason),
                    current().detail()::requestDue);
        }
    }

    /**
     * Takes the keyboard from the rows to the pane beside them, on to the notices if there are any, and round again.
     *
     * @param by 1 or, the other way round, -1
     */
    void goToPart(int by) {
        var parts = parts().filter(part -> Focus.first(part).isPresent()).toList();
        var now = IntStream.range(0, parts.size()).filter(place -> Focus.isWithin(parts.get(place))).findFirst();
        var next = now.isEmpty() ? 0 : Math.floorMod(now.getAsInt() + by, parts.size());
        if (next == 0) {
            focusFirst();
        } else {
            Focus.first(parts.get(next)).ifPresent(Node::requestFocus);
        }
    }

    /**
     * Moves the line between the rows and the pane beside them.
     *
     * @param by in pixels, to the right
     * @return whether there is such a line
     */
    boolean moveLine(double by) {
        var split = split().filter(shown -> !shown.getDividers().isEmpty());
        split.ifPresent(shown -> shown.setDividerPosition(0, Math.clamp(
                shown.getDividerPositions()[0] + by / shown.getWidth(), 0, 1)));
        return split.isPresent();
    }

    /** The rows, or what stands in their place, come first. */
    private Stream<Node> parts() {
        var content = tabs.getSelectionModel().getSelectedItem().getContent();
        return Stream.of(split().map(shown -> shown.getItems().stream()).orElseGet(() -> Stream.of(content)),
                Stream.ofNullable(content.lookup(".drawer")), Stream.of(noticeArea)).flatMap(each -> each);
    }

    /** What the rows and the pane beside them stand in, if it is shown. */
    private Optional<SplitPane> split() {
        return tabs.getSelectionModel().getSelectedItem().getContent().lookup(".workspace") instanceof SplitPane shown
                && Focus.first(shown).isPresent() ? Optional.of(shown) : Optional.empty();
    }

    /** Shows the list of keys. */
    void showKeys() {
        KeyOverlay.show(messages, modal);
    }

    /** Shows the notices that were kept. */
    void showNotices() {
        NoticeDrawer.show(model.notices(), messages, modal, this::lookAt);
    }

    /** In its place below the rows, of which the one that it is about stays in sight. */
    private void show(KeptNotice notice) {
        var words = notice.words();
        if (notice.kind() == NoticeKind.CONSOLE) {
            // What happens to runs is told with how they get on, of which not all is for everybody's ear.
            AnnounceEvent.fire(shell, words.tone() == Tone.WARNING || words.tone() == Tone.DANGER ? Urgency.WARNING
                    : Urgency.EVENT, words.title() + ". " + words.text());
        }
        Runnable showing = () -> notices.show(words.title(), words.text(), messages.get("notices.passing"),
                words.tone());
        if (notice.run().isEmpty() || !isListShown() || shell.getScene() == null) {
            showing.run();
        } else {
            RowInSight.keep(current().list().body(), current().model().placeOf(notice.run().get()), showing);
        }
    }

    /** Says what the program is. */
    void showAbout() {
        AboutDialog.show(messages, modal);
    }

    boolean isDialogOpen() {
        return modal.isDisplay();
    }

    private void secondPassed() {
        model.secondPassed();
        planPanel.ifPresent(plan -> plan.models().secondPassed());
        if (isListShown()) {
            current().detail().secondPassed();
        }
        boardModel.ifPresent(BoardViewModel::secondPassed);
        status.secondPassed();
    }

    /** Shows a run in the table and beside it, where a plan or a review may be. */
    public void lookAt(RunKey run) {
        review.ifPresent(view -> view.model().leave());
        planPanel.ifPresent(plan -> plan.models().panel().fold());
        tabs.getSelectionModel().select(run.kind() == RunKind.REGULAR ? runsTab : adhocTab);
        var tab = runTab(run.kind());
        tab.model().find(run);
        focusFirst();
        tab.listDetailPane().openDrawer();
    }

    /** Follows a link to a run, as if it had been pasted into the search of its kind's list. */
    public void follow(RunKey run) {
        var tab = runTab(run.kind());
        tabs.getSelectionModel().select(run.kind() == RunKind.REGULAR ? runsTab : adhocTab);
        tab.model().filters().searchTextProperty().set(run.link());
    }

    /** The panel of the plan, if it is in the tab that is shown. */
    private Optional<PlanPanelView> planHere() {
        return planPanel.filter(plan -> isListShown() && plan.models().panel().kindProperty().get().equals(
                Optional.of(current().model().kind())));
    }

    private Optional<PlanPanelView> openPlan() {
        return planHere().filter(plan -> plan.models().panel().isOpen());
    }

    /** The review, if it is what is shown. */
    private Optional<ReviewView> openReview() {
        return review.filter(view -> runsTab.isSelected() && view.model().isOpen());
    }

    /** Whether one of the lists of runs is shown, or what stands in its place. */
    private boolean isListShown() {
        return runsTab.isSelected() || adhocTab.isSelected();
    }

    /** Shows those runs of a month in the list that the board has no room for. */
    private void list(MonthRuns runs) {
        review.ifPresent(view -> view.model().leave());
        planPanel.ifPresent(plan -> plan.models().panel().fold());
        tabs.getSelectionModel().select(runsTab);
        var filters = regular.model().filters();
        filters.clear();
        filters.cycleProperty().set(runs.cycle());
        filters.periodEndProperty().set(Optional.of(new DaySpan.Month(runs.month())));
        filters.stagesProperty().set(runs.stage().map(BoardStage::stages).orElse(Set.of()));
        focusFirst();
    }

    private RunTab runTab(RunKind kind) {
        return kind == RunKind.REGULAR ? regular : adhoc.get();
    }

    private Searchable screen() {
        if (boardTab.isSelected() && board.isPresent()) {
            return board.get().get().controller();
        }
        return activityTab.isSelected() ? activity.get().controller()
                : openReview().<Searchable>map(ReviewView::controller).orElseGet(() -> current().list().controller());
    }

    private RunTab current() {
        return tabs.getSelectionModel().getSelectedItem() == adhocTab ? adhoc.get() : regular;
    }

    private void initializeTabs() {
        runsTab.setContent(regular.list().root());
        fillWhenShown(adhocTab, () -> adhoc.get().list().root());
        fillWhenShown(activityTab, () -> activity.get().root());
        title(runsTab, "shell.tab.regular", regular.model());
        title(adhocTab, "shell.tab.adhoc", model.adhoc());
        new TitledTab(boardTab, messages.get("shell.tab.board"));
        var activityTitle = new TitledTab(activityTab, messages.get("shell.tab.activity"));
        activityModel.countProperty().subscribe(count -> activityTitle.show(count.longValue() == 0 ? ""
                : messages.get("shell.tab.count", count)));
    }

    private static void fillWhenShown(Tab tab, Supplier<? extends Node> content) {
        tab.selectedProperty().subscribe(selected -> {
            if (selected && tab.getContent() == null) {
                tab.setContent(content.get());
            }
        });
    }

    private void title(Tab tab, String key, RunListViewModel list) {
        var title = new TitledTab(tab, messages.get(key));
        list.countsProperty().subscribe(counts -> title.show(counts.loaded() == 0
                ? ""
                : messages.get(counts.complete() ? "shell.tab.count" : "shell.tab.count.so-far", counts.loaded())));
    }
}
