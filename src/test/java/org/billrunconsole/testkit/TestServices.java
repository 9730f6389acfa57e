package org.billrunconsole.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.billrunconsole.api.BillRunApi;
import org.billrunconsole.api.http.HttpApi;
import org.billrunconsole.domain.Connection;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.review.CheckThresholds;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.domain.write.Origin;
import org.billrunconsole.domain.write.RequestFactory;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.journal.Journal;
import org.billrunconsole.runs.Catalogue;
import org.billrunconsole.runs.CustomerDirectory;
import org.billrunconsole.runs.ReferenceData;
import org.billrunconsole.runs.RequestRate;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.runs.history.RunHistoryRecorder;
import org.billrunconsole.runs.monitor.LiveMonitor;
import org.billrunconsole.runs.monitor.Notices;
import org.billrunconsole.runs.monitor.RunRefresh;
import org.billrunconsole.runs.monitor.StallRule;
import org.billrunconsole.runs.monitor.StallWatch;
import org.billrunconsole.runs.monitor.TickPolicy;
import org.billrunconsole.runs.notes.RunNotes;
import org.billrunconsole.runs.review.Acknowledgements;
import org.billrunconsole.runs.review.Checks;
import org.billrunconsole.runs.review.DraftWatch;
import org.billrunconsole.runs.review.RunAnalysis;
import org.billrunconsole.runs.review.customer.AdhocPaymentReviews;
import org.billrunconsole.runs.write.ActionContextProvider;
import org.billrunconsole.runs.write.ActivityLog;
import org.billrunconsole.runs.write.LossReportingWrites;
import org.billrunconsole.runs.write.RunActions;
import org.billrunconsole.runs.write.UnansweredWrites;
import org.billrunconsole.runs.write.WriteResult;
import org.billrunconsole.runs.write.Writes;
import org.billrunconsole.ui.actions.ConfirmViewModel;
import org.billrunconsole.ui.board.BoardJudge;
import org.billrunconsole.ui.board.BoardViewModel;
import org.billrunconsole.ui.notices.NoticeWords;
import org.billrunconsole.ui.rundetail.PaymentsViewModel;
import org.billrunconsole.ui.rundetail.RunDetailViewModel;
import org.billrunconsole.ui.rundetail.timeline.TimelineViewModel;
import org.billrunconsole.ui.runlist.RunListViewModel;
import org.billrunconsole.work.TaskRunner;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What belongs to one connection, for tests of the screens, and the models of the screens on it. As a JUnit extension
 * ({@code @RegisterExtension}) it closes its journal after the test: an open one keeps all that listens to it, down to the
 * window.
 */
public final class TestServices implements BeforeEachCallback {

    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(TestServices.class);

    private final ManualTime time;
    private final RunStore store = new RunStore();
    private final StubReviewApi review = new StubReviewApi();
    private final CustomerDirectory customers = new CustomerDirectory(review);
    private final LiveMonitor monitor;
    private final ActionContextProvider contextProvider = new ActionContextProvider(false, true);
    private final ReferenceData referenceData;
    private final RunHistoryRecorder historyRecorder;
    private final StallWatch stalls;
    private final Notices notices;
    private final UnansweredWrites unanswered = new UnansweredWrites();
    private final RunAnalysis analysis;
    private final RunNotes notes;
    private final Journal journal;
    private final ActivityLog activityLog;
    private final RunRefresh refresh;
    private final RequestFactory requests;
    private final Writes writes;

    private TestServices(BillRunApi api, ManualTime time, RequestFactory requests, Writes writes) {
        this.time = time;
        var drafts = new DraftWatch(time);
        var acknowledgements = new Acknowledgements(() -> "billing.ops", time, _ -> {});
        this.requests = requests;
        monitor = new LiveMonitor(api, store, time, time, () -> TickPolicy.DEFAULT, new Random(1));
        referenceData = new ReferenceData(api, Optional.empty());
        historyRecorder = new RunHistoryRecorder(time, _ -> false);
        stalls = new StallWatch(store, historyRecorder, new StallRule(() -> StallRule.DEFAULT_LIMIT));
        notices = new Notices(store, historyRecorder, time);
        notes = new RunNotes(Optional.empty(), () -> "billing.ops", time);
        analysis = new RunAnalysis(store, historyRecorder, referenceData, stalls::of, unanswered::isOpen,
                new Checks(() -> CheckThresholds.DEFAULT), drafts, acknowledgements, notes, time, ZoneOffset.UTC);
        store.addListener(drafts::onChange);
        acknowledgements.addListener(analysis::changed);
        refresh = new RunRefresh(new Catalogue(api, store), referenceData, monitor);
        journal = Journal.open(folder(), time);
        activityLog = new ActivityLog(journal,
                () -> new Origin("billing.ops", "Practice", "127.0.0.1"));
        this.writes = new LossReportingWrites(writes, monitor::lost);
        store.addListener(historyRecorder::onChange);
        historyRecorder.addListener(notices::onChange);
        stalls.addListener(notices::onChange);
        monitor.addListener(historyRecorder::onChange);
        monitor.addListener(stalls::onChange);
        monitor.addListener(_ -> contextProvider.changed());
        stalls.addListener(_ -> contextProvider.changed());
        contextProvider.readFreshnessFrom(monitor::freshness);
        contextProvider.addListener(analysis::changed);
    }

    /** Those of a stand-in server, whose writes are answered by a test. */
    public static TestServices of(BillRunApi api, ManualTime time, Writes writes) {
        return of(api, time, api::request, writes);
    }

    /** The same, with requests as a test likes them. */
    public static TestServices of(BillRunApi api, ManualTime time, RequestFactory requests, Writes writes) {
        return new TestServices(api, time, requests, writes);
    }

    /** Those of a stand-in server to which nothing is to be sent. */
    public static TestServices of(BillRunApi api, ManualTime time) {
        return of(api, time, write -> {
            throw new AssertionError("Nothing was to be sent: " + write.command());
        });
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        // Closed with the test's store, when its window is closed and reads no more.
        AutoCloseable open = journal::close;
        test.getStore(HERE).put(journal, open);
    }

    public RunRefresh refresh() {
        return refresh;
    }

    public RunStore store() {
        return store;
    }

    public LiveMonitor monitor() {
        return monitor;
    }

    public ActionContextProvider contextProvider() {
        return contextProvider;
    }

    public ReferenceData referenceData() {
        return referenceData;
    }

    public RunNotes notes() {
        return notes;
    }

    public StallWatch stalls() {
        return stalls;
    }

    public Notices notices() {
        return notices;
    }

    public UnansweredWrites unanswered() {
        return unanswered;
    }

    public RunAnalysis analysis() {
        return analysis;
    }

    public ActivityLog activityLog() {
        return activityLog;
    }

    /** The customers of {@link #review()}. */
    public CustomerDirectory customers() {
        return customers;
    }

    /** What the server has beside its runs: nothing, until a test puts something in. */
    public StubReviewApi review() {
        return review;
    }

    public RequestRate rate() {
        return new RequestRate(time);
    }

    /** A list whose work is done at once, on the thread that asks for it. */
    public RunListViewModel list(RunKind kind) {
        return list(kind, new InlineTasks(), Runnable::run);
    }

    public RunListViewModel list(RunKind kind, TaskRunner tasks, Executor window) {
        return new RunListViewModel(kind, store, referenceData, refresh, analysis, tasks, window, time);
    }

    /** A pane whose work is done at once, on the thread that asks for it. */
    public RunDetailViewModel detail(RunDetailViewModel.ActionRequests requests) {
        return detail(requests, new InlineTasks(), Runnable::run);
    }

    public RunDetailViewModel detail(RunDetailViewModel.ActionRequests requests, TaskRunner tasks, Executor window) {
        return new RunDetailViewModel(store, referenceData, analysis, new RunActions(contextProvider, unanswered),
                HttpApi::json, requests, _ -> {}, customers,
                new PaymentsViewModel(new AdhocPaymentReviews(review)::read, tasks),
                new TimelineViewModel(analysis,
                        run -> activityLog.latest(each -> each.run().equals(Optional.of(run)), 200),
                        tasks),
                tasks, window);
    }

    public ConfirmViewModel confirmation(Action action, Run run, Connection connection, TaskRunner tasks,
            int coolingSeconds, Consumer<WriteResult> over) {
        return new ConfirmViewModel(action, run, connection, requests, writes,
                new RunActions(contextProvider, unanswered),
                analysis, tasks, coolingSeconds, over);
    }

    /** A board whose work is done at once, on the thread that asks for it. */
    public BoardViewModel board(BoardViewModel.Source source, Messages messages, Formats formats,
            Sentences sentences) {
        return board(source, messages, formats, sentences, new InlineTasks());
    }

    public BoardViewModel board(BoardViewModel.Source source, Messages messages, Formats formats,
            Sentences sentences, TaskRunner tasks) {
        return new BoardViewModel(store, referenceData, analysis,
                new BoardJudge(analysis, referenceData, messages, formats, sentences, time), source, messages, formats,
                tasks, Runnable::run, time, ZoneOffset.UTC);
    }

    public NoticeWords noticeWords(Messages messages, Formats formats, Sentences sentences) {
        return new NoticeWords(store::find, referenceData::currencyOf, messages, formats, sentences);
    }

    private static Path folder() {
        try {
            var folder = Files.createTempDirectory(Path.of("target"), "services");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
