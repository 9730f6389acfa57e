package org.billrunconsole.app;

import atlantafx.base.controls.ModalPane;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.billrunconsole.api.ClientOptions;
import org.billrunconsole.api.http.HttpApi;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.ServerIdentity;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.export.Xlsx;
import org.billrunconsole.export.evidence.EvidenceWords;
import org.billrunconsole.i18n.ActivityWords;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.journal.OldFolders;
import org.billrunconsole.journal.format.JournalException;
import org.billrunconsole.runs.plan.PlanPreparation;
import org.billrunconsole.runs.write.WriteResult;
import org.billrunconsole.session.SignIn;
import org.billrunconsole.session.SignInState;
import org.billrunconsole.settings.ConnectionProfile;
import org.billrunconsole.settings.LayoutMemory;
import org.billrunconsole.settings.WindowBounds;
import org.billrunconsole.support.BuildInfo;
import org.billrunconsole.ui.actions.ConfirmDialog;
import org.billrunconsole.ui.actions.Confirmations;
import org.billrunconsole.ui.actions.ReviewPort;
import org.billrunconsole.ui.activity.ActivityViewModel;
import org.billrunconsole.ui.board.BoardJudge;
import org.billrunconsole.ui.board.BoardViewModel;
import org.billrunconsole.ui.compare.RunComparisons;
import org.billrunconsole.ui.connect.SignInDialog;
import org.billrunconsole.ui.connect.SignInViewModel;
import org.billrunconsole.ui.connect.UnlockDialog;
import org.billrunconsole.ui.connect.UnlockViewModel;
import org.billrunconsole.ui.connect.WelcomeView;
import org.billrunconsole.ui.evidence.EvidenceDialog;
import org.billrunconsole.ui.evidence.EvidenceSentences;
import org.billrunconsole.ui.evidence.EvidenceViewModel;
import org.billrunconsole.ui.kit.Clipboards;
import org.billrunconsole.ui.kit.Theme;
import org.billrunconsole.ui.kit.Tone;
import org.billrunconsole.ui.kit.announce.AnnounceEvent;
import org.billrunconsole.ui.kit.command.RunCommand;
import org.billrunconsole.ui.kit.export.ExportMenus;
import org.billrunconsole.ui.kit.export.ExportNotice;
import org.billrunconsole.ui.kit.export.ExportsViewModel;
import org.billrunconsole.ui.notices.NoticeWords;
import org.billrunconsole.ui.notices.RunAnnouncer;
import org.billrunconsole.ui.notices.RunNewsWords;
import org.billrunconsole.ui.plan.BulkBarViewModel;
import org.billrunconsole.ui.plan.BulkBars;
import org.billrunconsole.ui.plan.PlanSheetWords;
import org.billrunconsole.ui.plan.PlanSheets;
import org.billrunconsole.ui.plan.panel.PlanPanelModels;
import org.billrunconsole.ui.review.ReviewViewModel;
import org.billrunconsole.ui.review.ReviewWords;
import org.billrunconsole.ui.rundetail.PaymentsViewModel;
import org.billrunconsole.ui.rundetail.RunDetailViewModel;
import org.billrunconsole.ui.rundetail.timeline.TimelineViewModel;
import org.billrunconsole.ui.runlist.ItemAnswers;
import org.billrunconsole.ui.runlist.RunListView;
import org.billrunconsole.ui.runlist.RunListViewModel;
import org.billrunconsole.ui.runlist.links.RunLinks;
import org.billrunconsole.ui.runlist.views.RunViews;
import org.billrunconsole.ui.shell.Access;
import org.billrunconsole.ui.shell.InterruptionsViewModel;
import org.billrunconsole.ui.shell.JournalTroubleViewModel;
import org.billrunconsole.ui.shell.ShellCommands;
import org.billrunconsole.ui.shell.ShellView;
import org.billrunconsole.ui.shell.ShellViewModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connection that is open in the window. Switching to another one closes it with everything it holds. */
final class ConnectionSession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionSession.class);

    /** The folder of the journal of the built-in sandbox. */
    private static final String BUILT_IN = "sandbox";

    /** So many of the last changes to a run are told in its timeline. */
    private static final int MOST_DONE = 200;

    private final AppContext appContext;
    private final ConnectionProfile profile;
    private final SignIn signIn;
    private final LayoutMemory remembered;
    private final ConnectionServices services;
    private final RunListViewModel regular;
    private final RunListViewModel adhoc;
    private final RunDetailViewModel regularDetail;
    private final RunDetailViewModel adhocDetail;
    private final ActivityWords activityWords;
    private final ActivityViewModel activity;
    private final Confirmations confirmations;
    private final PlanSheets planSheets;
    private final RunComparisons comparisons;
    private final BulkBars bulkBars;
    private final ExportsViewModel exports;
    private final ShellViewModel shell;
    private final InterruptionsViewModel interruptions;
    private final JournalTroubleViewModel journalTrouble;
    private final PlanPanelModels planPanel;
    private final ReviewViewModel review;
    private final List<RunLinks> links;
    private final List<RunCommand> runCommands;
    private final EvidenceDialog evidence;
    /** What the journal holds of before is of other runs with the same numbers. */
    private volatile Instant since = Instant.MIN;
    private final BoardViewModel board;
    private final RunAnnouncer announcer;
    private volatile String user;
    private Optional<ShellView> view = Optional.empty();
    private Optional<SignInViewModel> asking = Optional.empty();

    ConnectionSession(AppContext appContext, ConnectionProfile profile, SignIn signIn, ClientOptions options,
            Access access) {
        this.appContext = appContext;
        this.profile = profile;
        this.signIn = signIn;
        this.user = profile.user();
        remembered = appContext.settings().layout(profile.id());
        services = new ConnectionServices(profile.connection(), options, signIn, () -> user, folder(),
                access != Access.CHANGES,
                profile.advanced().reopenPatch(),
                Optional.of(profile.currencyLabel()).filter(label -> !label.isEmpty()), appContext.scheduler(),
                appContext.clock(), appContext.zone(), () -> PreferredLimits.of(appContext.preferences().now()));
        if (access == Access.RULED_OUT) {
            services.contextProvider().ruleOutChanges();
        }
        var tasks = appContext.tasks();
        var window = appContext.window();
        activityWords = new ActivityWords(appContext.messages(), appContext.formats(), appContext.sentences(),
                services.store()::find, services.referenceData()::currencyOf);
        activity = new ActivityViewModel(services.activityLog(), activityWords, appContext.messages(), tasks, window);
        confirmations = new Confirmations(profile.connection(), services.requests(), services.writes(),
                services.runActions(),
                services.analysis(), new ConfirmDialog(appContext.fxml(), appContext.messages(), appContext.formats(),
                        appContext.sentences(), services.referenceData(), reviewPort()),
                this::modal, () -> appContext.preferences().now().coolingOffSeconds(), this::over, tasks);
        review = new ReviewViewModel(services.reviews(), services.store(), services.analysis(),
                services.referenceData()::currencyOf, services::reread,
                new ReviewWords(appContext.messages(), appContext.formats(), appContext.sentences()), tasks, window);
        exports = new ExportsViewModel(appContext.messages().region(), appContext.zone(),
                Xlsx.Program.of(BuildInfo.NAME, BuildInfo.load().version()), appContext.files(), tasks, window);
        regular = list(RunKind.REGULAR);
        adhoc = list(RunKind.ADHOC);
        var planWords = new PlanSheetWords(appContext.messages(), appContext.formats(), appContext.sentences(),
                services.referenceData());
        var preparation = new PlanPreparation(services.runActions(), services.analysis());
        planSheets = new PlanSheets(profile.connection(), services.store(), preparation, services.plans(),
                services.referenceData(), services.runActions(), services::origin, this::modal,
                () -> appContext.preferences().now().coolingOffSeconds(), appContext.fxml(), planWords,
                appContext.messages(), appContext.sentences(), appContext.clock(), tasks, window);
        bulkBars = new BulkBars(bulkBar(regular, preparation), bulkBar(adhoc, preparation), planWords,
                appContext.messages(), appContext.fxml());
        adhoc.answerItems(new ItemAnswers(services.items()::find, services::fetch,
                key -> view.ifPresent(shown -> shown.controller().lookAt(key)), appContext.messages(), tasks));
        links = List.of(follow(regular), follow(adhoc));
        var copyLink = RunCommand.always("copyLink", appContext.messages().get("link.copy"),
                run -> Clipboards.copy(run.key().link()));
        evidence = new EvidenceDialog(appContext.fxml(), appContext.messages(), new EvidenceSentences(appContext
                .messages(), appContext.formats()),
                () -> new EvidenceViewModel(new RunEvidence(profile.connection(),
                        services,
                        new EvidenceWords(appContext.messages(), appContext.formats(), appContext.sentences()),
                        () -> since, appContext.clock()), tasks),
                this::modal);
        var evidencePack = new RunCommand("evidencePack", _ -> appContext.messages().get("evidence.make"),
                _ -> services.hasJournal() ? Optional.empty()
                        : Optional.of(appContext.messages().get("evidence.no-journal")),
                evidence::make);
        runCommands = List.of(new RunCommand("compareRun", this::comparisonName, this::whyNotCompared,
                this::compare), copyLink, evidencePack);
        List.of(regular, adhoc).forEach(list -> list.offerViews(new RunViews(list.kind(),
                appContext.settings().views(profile.id(), RunListView.tableId(list.kind())), list.filters(),
                appContext.messages(), tasks)));
        regularDetail = detail();
        adhocDetail = detail();
        List.of(regularDetail, adhocDetail).forEach(detail -> detail.offer(runCommands));
        // Before the pane follows: what somebody else changes in the run that is looked at is told.
        List.of(regular, adhoc).forEach(list -> list.selectedProperty().subscribe(services.notices()::select));
        var noticeWords = new NoticeWords(services.store()::find, services.referenceData()::currencyOf,
                appContext.messages(), appContext.formats(), appContext.sentences());
        shell = new ShellViewModel(profile.connection(), services.monitor(), services.contextProvider(),
                services.rate(), services.stalls(), services.notices(), noticeWords, regular, adhoc,
                () -> services.hasJournal() ? access : Access.READ_ONLY, !isBuiltIn(), appContext.messages(),
                appContext.formats(), appContext.clock(), window);
        announcer = new RunAnnouncer(services.notices(), services.monitor(), services::isMovedByPlan,
                new RunNewsWords(services.store()::find, noticeWords, appContext.messages(), appContext.sentences()),
                window);
        services.follow(announcer::onEvents);
        List.of(regular, adhoc).forEach(list -> list.selectedProperty().subscribe(announcer::open));
        board = new BoardViewModel(services.store(), services.referenceData(), services.analysis(),
                new BoardJudge(services.analysis(), services.referenceData(), appContext.messages(),
                        appContext.formats(), appContext.sentences(), appContext.clock()),
                new BoardViewModel.Source(shell.regularRead(), shell.freshnessProperty(), shell.readOnlyProperty(),
                        shell.environmentProperty(), regular::refresh),
                appContext.messages(), appContext.formats(), tasks, window, appContext.clock(), appContext.zone());
        journalTrouble = new JournalTroubleViewModel(services.activityLog(), services.unreadable(), tasks, window);
        interruptions = new InterruptionsViewModel(services.notices(), noticeWords, environment(),
                appContext.preferences(), appContext.desktop(), tasks);
        comparisons = new RunComparisons(profile.connection(), services.store(), services.referenceData(),
                services.customers(), this::modal, shell.liveProperty(), appContext.fxml(), appContext.messages(),
                appContext.formats(), appContext.sentences(), tasks, window);
        planPanel = PlanPanelModels.of(services.plans(), profile.connection(), services.analysis(),
                services.referenceData(),
                appContext.messages(), appContext.formats(), appContext.sentences(), appContext.clock(), tasks, window,
                (title, text, tone) -> {
                    if (interruptions.tell(title)) {
                        shell.tell(title, text, tone);
                    } else {
                        shell.keep(title, text, tone);
                    }
                });
        List.of(regular, adhoc).forEach(list -> list.askBefore(this::askIfSignedOut));
        signIn.addListener(this::onChange);
    }

    /** Asked once the dialog is there, and so the review too. */
    private ReviewPort reviewPort() {
        return new ReviewPort() {
            @Override
            public Line line(BillRun run) {
                var summary = review.summary(run);
                return new Line(summary.text(), summary.warns());
            }

            @Override
            public void look(BillRun run) {
                review.open(run);
            }
        };
    }

    private RunListViewModel list(RunKind kind) {
        return new RunListViewModel(kind, services.store(), services.referenceData(), services.refresh(),
                services.analysis(), appContext.tasks(), appContext.window(), appContext.clock());
    }

    private BulkBarViewModel bulkBar(RunListViewModel list, PlanPreparation preparation) {
        var bar = new BulkBarViewModel(services.store(), preparation, services.referenceData(), services.runActions(),
                goal -> planSheets.open(goal, list.chosenAsListed()), list::clearChosen, appContext.tasks(),
                appContext.window());
        list.chosenProperty().subscribe(chosen -> bar.choose(chosen.keys(), chosen.hidden()));
        bar.compareBy(() -> {
            var runs = list.chosenAsListed().stream().flatMap(key -> services.store().find(key).stream()).toList();
            if (runs.size() == 2) {
                comparisons.open(runs.getFirst(), runs.getLast());
            }
        });
        return bar;
    }

    /** The other run that is chosen by check box, if there is just one; else the one before in the cycle. */
    private Optional<Run> comparedWith(Run run) {
        var list = run.key().kind() == RunKind.REGULAR ? regular : adhoc;
        var others = list.chosenProperty().get().keys().stream().filter(key -> !key.equals(run.key())).limit(2)
                .toList();
        var before = run instanceof BillRun inCycle
                ? services.store().before(inCycle).findFirst().<Run>map(each -> each)
                : Optional.<Run>empty();
        return others.size() == 1 ? services.store().find(others.getFirst()).or(() -> before) : before;
    }

    private void compare(Run run) {
        comparedWith(run).ifPresent(other -> comparisons.open(run, other));
    }

    private String comparisonName(Run run) {
        return comparedWith(run).map(other -> appContext.messages().get("compare.with", other.label()))
                .orElseGet(() -> appContext.messages().get("compare.menu"));
    }

    private Optional<String> whyNotCompared(Run run) {
        return comparedWith(run).isPresent() ? Optional.empty()
                : Optional.of(appContext.messages().get("compare.why-not"));
    }

    private RunLinks follow(RunListViewModel list) {
        var made = new RunLinks(new RunLinks.Ways(services.store()::find, services::fetch, this::askIfSignedOut,
                key -> view.ifPresent(shown -> shown.controller().lookAt(key))), appContext.messages(),
                appContext.sentences(), appContext.tasks());
        list.followLinks(made);
        return made;
    }

    private RunDetailViewModel detail() {
        var timeline = new TimelineViewModel(services.analysis(),
                run -> services.activityLog().latest(each -> each.run().equals(Optional.of(run)), MOST_DONE),
                appContext.tasks());
        services.activityLog().addListener(timeline::outdate);
        return new RunDetailViewModel(services.store(), services.referenceData(), services.analysis(),
                services.runActions(), HttpApi::json, confirmations::open, review::open,
                services.customers(), new PaymentsViewModel(services.payments()::read, appContext.tasks()),
                timeline, appContext.tasks(), appContext.window());
    }

    /**
     * Begins with what was left open; blocks on the journal. One that cannot be read or written now is lost for this
     * connection, so that runs can be looked at and nothing is sent.
     *
     * @param began when the server began to run, if it keeps nothing when it ends
     */
    void begin(Optional<Instant> began) {
        if (!isBuiltIn()) {
            services.anchorJournal(appContext.secrets(), folder());
        }
        since = began.orElse(Instant.MIN);
        try {
            began.ifPresent(services::concludeLost);
            // Runs whose last write nobody answered for are locked before anybody can click.
            services.resumeOpen();
        } catch (JournalException e) {
            LOG.error("What was left open cannot be known, so nothing will be sent", e);
            services.loseJournal();
        }
        activity.load();
    }

    ConnectionProfile profile() {
        return profile;
    }

    ShellViewModel shell() {
        return shell;
    }

    InterruptionsViewModel interruptions() {
        return interruptions;
    }

    /** What belongs to the connection. */
    ConnectionServices services() {
        return services;
    }

    /** How long the last requests took. */
    List<String> requestTimes() {
        return services.requestTimes();
    }

    /** Makes the window's content. */
    ShellView show(ObservableValue<Theme> theme, ShellCommands commands) {
        var made = ShellView.create(shell, regularDetail, adhocDetail, activity, activityWords, appContext.messages(),
                appContext.formats(), appContext.sentences(), appContext.clock(), theme, commands);
        view = Optional.of(made);
        announcer.sayBy(each -> AnnounceEvent.fire(made.root(), each));
        made.controller().follow(interruptions);
        made.controller().follow(journalTrouble);
        made.controller().follow(bulkBars);
        made.controller().follow(new ExportMenus(exports, appContext.messages()));
        ExportNotice.install(exports, appContext.fxml(), appContext.messages(), made.controller()::keepNotice,
                made.controller()::focusFirst);
        made.controller().follow(planPanel, appContext.fxml());
        made.controller().follow(review, run -> confirmations.open(Action.CLOSE,
                services.store().find(run.key()).orElse(run)), appContext.fxml(),
                appContext.sentences());
        made.controller().follow(board, appContext.fxml(), appContext.formats(), appContext.sentences());
        made.controller().follow(appContext.sentences(), appContext.tasks());
        made.controller().restore(remembered);
        return made;
    }

    /** How the window was left here last time. */
    LayoutMemory remembered() {
        return remembered;
    }

    /** How the window's content is now; empty while there is none. */
    Optional<LayoutMemory> layout(Optional<WindowBounds> window) {
        return view.map(made -> made.controller().layout(window));
    }

    /** Shows the welcome of the first start in the corner, until it is put away. */
    void welcome(WelcomeView welcome, Runnable add, Runnable dismissed) {
        view.ifPresent(made -> made.controller().keepNotice(away -> welcome.create(add, () -> {
            away.run();
            dismissed.run();
        })));
    }

    /** Where its journal should lie, if it cannot be written there, so that nothing can be changed. */
    Optional<Path> missingJournal() {
        return services.hasJournal() ? Optional.empty() : Optional.of(folder());
    }

    /** Shows a run that a start was asked for, once somebody is signed in; once the content is there. */
    void follow(RunKey run) {
        view.ifPresent(shown -> shown.controller().follow(run));
    }

    /** Once the content is in the window: a sign-in may have been waiting for a place to ask. */
    void shown() {
        show(signIn.state());
    }

    /** The window's content, once it is made. */
    Optional<ShellView> view() {
        return view;
    }

    /** Where dialogs go. */
    Optional<ModalPane> modal() {
        return view.map(ShellView::modal);
    }

    /** Makes and verifies packs of evidence. */
    EvidenceDialog evidence() {
        return evidence;
    }

    /** Lets the operator sign in again, or as somebody else. */
    void signInAgain() {
        if (!askIfSignedOut()) {
            ask(SignInState.Reason.WANTED);
        }
    }

    /** Asks again a person who did not want to sign in, since what they ask for now needs it. */
    private boolean askIfSignedOut() {
        var signedOut = signIn.state() instanceof SignInState.SignedOut;
        if (signedOut) {
            signIn.ask();
        }
        return signedOut;
    }

    void switchChangesOn() {
        if (shell.access() != Access.READ_ONLY_AT_FIRST) {
            return;
        }
        var asksWhy = profile.kind() == ConnectionKind.PRODUCTION && appContext.preferences().now().unlockNeedsReason();
        var model = new UnlockViewModel(profile.connection(), asksWhy, why -> keep("changes-switched-on", why),
                () -> services.contextProvider().setReadOnlyConnection(false), appContext.tasks());
        modal().ifPresent(over -> new UnlockDialog(appContext.fxml(), appContext.messages()).show(model, over));
    }

    void switchChangesOff() {
        services.contextProvider().setReadOnlyConnection(true);
        appContext.tasks().run("keep that changes are off", () -> {
            keep("changes-switched-off", "");
            return services;
        }, _ -> {}, e -> shell.tell(appContext.messages().get("notice.not-kept.title"), e.getMessage(), Tone.WARNING));
    }

    @Override
    public void close() {
        // What is held back must not go out when nobody can see it any more.
        confirmations.cancel();
        planSheets.cancel();
        exports.close();
        bulkBars.close();
        List.of(regular, adhoc).forEach(RunListViewModel::close);
        List.of(regularDetail, adhocDetail).forEach(RunDetailViewModel::close);
        interruptions.close();
        announcer.close();
        journalTrouble.close();
        planPanel.close();
        review.close();
        board.close();
        signIn.close();
        services.close();
    }

    private void keep(String kind, String why) throws JournalException {
        services.activityLog().record(appContext.clock().instant(), kind,
                why.isEmpty() ? Map.of() : Map.of("reason", why));
    }

    /** Called with the sign-in's lock held, so what may take time is done elsewhere. */
    private void onChange(SignInState now) {
        if (now instanceof SignInState.SignedIn(var who, _)) {
            user = who.orElse(profile.user());
            // Somebody else, or somebody who has been given a right meanwhile.
            services.contextProvider().forgetRefusals();
            services.review().forgetRefusals();
        }
        appContext.tasks().run("follow the sign-in", () -> {
            followSession();
            return now;
        }, _ -> show(signIn.state()), _ -> {});
    }

    /** By the state as it is now, so that it does not matter in which order changes are told. */
    private synchronized void followSession() {
        switch (signIn.state()) {
            case SignInState.NeedsSignIn _,SignInState.SignedOut _ -> services.monitor().signInNeeded();
            case SignInState.SignedIn _ -> services.monitor().signedIn();
            case SignInState.Idle _,SignInState.Renewing _,SignInState.Unreachable _ -> {
            }
        }
    }

    private void show(SignInState now) {
        shell.onChange(now);
        if (now instanceof SignInState.SignedIn) {
            links.forEach(RunLinks::signedIn);
        }
        if (now instanceof SignInState.NeedsSignIn(var reason)) {
            ask(reason);
        }
    }

    private void ask(SignInState.Reason reason) {
        var open = asking.filter(model -> model.stateProperty().get() != SignInViewModel.State.CLOSED);
        if (open.isPresent()) {
            return;
        }
        modal().ifPresent(over -> {
            var model = new SignInViewModel(profile, signIn, reason, this::keepUser, appContext.tasks(),
                    appContext.window());
            asking = Optional.of(model);
            new SignInDialog(appContext.fxml(), appContext.messages(), appContext.sentences()).show(model, over);
        });
    }

    private void keepUser(String who) {
        try {
            appContext.connections().saveUser(profile.id(), who);
        } catch (IOException e) {
            LOG.warn("Who signs in could not be remembered: {}", e.toString());
        }
    }

    private void over(Run run, WriteResult result) {
        services.monitor().tickNow();
        if (result instanceof WriteResult.Unknown) {
            shell.outcomeUnknown(run);
        }
    }

    private String environment() {
        var kind = appContext.messages().get("shell.environment." + Sentences.key(profile.kind()));
        return appContext.messages().get("shell.environment.pill", kind, profile.name());
    }

    private boolean isBuiltIn() {
        return profile.id().equals(ConnectionProfile.SANDBOX_ID);
    }

    /** By server, not by profile: what was sent to a server must be found again however it is reached. */
    private Path folder() {
        var root = appContext.settings().folders().journals();
        return isBuiltIn()
                ? root.resolve(BUILT_IN)
                : OldFolders.takenOver(root, ServerIdentity.of(profile.base()), List.of(BUILT_IN), appContext.clock());
    }
}
