package org.billrunconsole.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.billrunconsole.api.BillRunApi;
import org.billrunconsole.api.ClientOptions;
import org.billrunconsole.api.ReviewApi;
import org.billrunconsole.api.TokenSource;
import org.billrunconsole.api.http.HttpApi;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.Connection;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.history.RunEvent;
import org.billrunconsole.domain.review.DraftFigures;
import org.billrunconsole.domain.write.Origin;
import org.billrunconsole.domain.write.RequestFactory;
import org.billrunconsole.journal.HistoryFiles;
import org.billrunconsole.journal.Journal;
import org.billrunconsole.journal.format.JournalException;
import org.billrunconsole.journal.notes.NoteFile;
import org.billrunconsole.journal.plans.PlanFiles;
import org.billrunconsole.journal.review.ReviewFiles;
import org.billrunconsole.runs.Catalogue;
import org.billrunconsole.runs.CustomerDirectory;
import org.billrunconsole.runs.Freshness;
import org.billrunconsole.runs.MeteredApi;
import org.billrunconsole.runs.MeteredReviewApi;
import org.billrunconsole.runs.Notice;
import org.billrunconsole.runs.ReferenceData;
import org.billrunconsole.runs.RequestRate;
import org.billrunconsole.runs.RequestTimes;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.runs.history.RunHistoryRecorder;
import org.billrunconsole.runs.monitor.LiveMonitor;
import org.billrunconsole.runs.monitor.MonitorLimits;
import org.billrunconsole.runs.monitor.Notices;
import org.billrunconsole.runs.monitor.RunRefresh;
import org.billrunconsole.runs.monitor.StallRule;
import org.billrunconsole.runs.monitor.StallWatch;
import org.billrunconsole.runs.notes.RunNotes;
import org.billrunconsole.runs.plan.PlanService;
import org.billrunconsole.runs.plan.Plans;
import org.billrunconsole.runs.review.Acknowledgements;
import org.billrunconsole.runs.review.Checks;
import org.billrunconsole.runs.review.DraftWatch;
import org.billrunconsole.runs.review.RunAnalysis;
import org.billrunconsole.runs.review.customer.AdhocPaymentReviews;
import org.billrunconsole.runs.review.customer.ItemSearch;
import org.billrunconsole.runs.review.customer.RunReviews;
import org.billrunconsole.runs.write.ActionContextProvider;
import org.billrunconsole.runs.write.ActivityLog;
import org.billrunconsole.runs.write.HistoryAwareWrites;
import org.billrunconsole.runs.write.LossReportingWrites;
import org.billrunconsole.runs.write.ReconciliationPolicy;
import org.billrunconsole.runs.write.RunActions;
import org.billrunconsole.runs.write.RunLocks;
import org.billrunconsole.runs.write.UnknownOutcomes;
import org.billrunconsole.runs.write.UnreadableChanges;
import org.billrunconsole.runs.write.WritePath;
import org.billrunconsole.runs.write.WriteRecords;
import org.billrunconsole.runs.write.Writes;
import org.billrunconsole.settings.secrets.SecretStore;
import org.billrunconsole.work.Batches;
import org.billrunconsole.work.Cancellable;
import org.billrunconsole.work.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The services of one connection, made when it opens and closed when it ends. */
public final class ConnectionServices implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionServices.class);
    private static final Duration JOURNAL_CHECKED_EVERY = Duration.ofSeconds(20);

    private final BillRunApi api;
    private final ReviewApi review;
    private final CustomerDirectory customers;
    private final RunReviews reviews;
    private final ItemSearch items;
    private final AdhocPaymentReviews payments;
    private final Optional<ReviewFiles> reviewFiles;
    private final Batches<List<DraftFigures>> draftsSeen = new Batches<>("keep figures of drafts",
            this::keepDrafts);
    private final OpenedJournal journal;
    private final Optional<HistoryFiles> history;
    /** What was seen is told under the store's lock, which the window needs too. */
    private final Batches<List<RunEvent>> seen = new Batches<>("keep history", this::keep);
    private final UnknownOutcomes unknown;
    private final UnreadableChanges unreadable;
    private final RunStore store;
    private final LiveMonitor monitor;
    private final ReferenceData referenceData;
    private final RunRefresh refresh;
    private final Writes writes;
    private final ActionContextProvider contextProvider;
    private final RunAnalysis analysis;
    private final RunNotes notes;
    private final RunHistoryRecorder historyRecorder;
    private final StallWatch stalls;
    private final Notices notices;
    private final ActivityLog activityLog;
    private final PlanService plans;
    private final Supplier<Origin> origin;
    private final RequestRate rate;
    private final RequestTimes times;
    private final Scheduler scheduler;
    private volatile Optional<JournalAnchor> anchor = Optional.empty();
    private volatile Optional<Cancellable> journalCheck = Optional.empty();
    private volatile boolean journalLost;
    private volatile boolean closed;

    /**
     * @param user   who is signed in now
     * @param folder where the connection's journal and history lie
     * @param adhocCurrency what ad hoc runs' money is in, if the operator said
     * @param limits        asked anew every time
     */
    public ConnectionServices(Connection connection, ClientOptions options, TokenSource tokens, Supplier<String> user,
            Path folder,
            boolean readOnly, boolean reopenConfigured, Optional<String> adhocCurrency, Scheduler scheduler,
            InstantSource clock, ZoneId zone, Supplier<MonitorLimits> limits) {
        this.scheduler = scheduler;
        rate = new RequestRate(clock);
        times = new RequestTimes(clock);
        var connected = HttpApi.open(options, tokens);
        api = new MeteredApi(connected.runs(), rate, times);
        review = new MeteredReviewApi(connected.review(), rate, times);
        store = new RunStore();
        referenceData = new ReferenceData(api, adhocCurrency);
        customers = new CustomerDirectory(review);
        reviews = new RunReviews(review, store, customers, () -> limits.get().checks().variance(), clock);
        contextProvider = new ActionContextProvider(readOnly, reopenConfigured);
        monitor = new LiveMonitor(api, store, scheduler, clock, () -> limits.get().ticks(),
                ThreadLocalRandom.current());
        historyRecorder = new RunHistoryRecorder(clock,
                run -> referenceData.cycleOf(run).filter(BillingCycle::completesByItself).isPresent());
        // The sandbox forgets its runs when it ends, so what was seen of them means nothing to the next one.
        history = connection.kind() == ConnectionKind.SANDBOX
                ? Optional.empty()
                : Optional.of(new HistoryFiles(folder));
        history.ifPresent(files -> files.load(historyRecorder::restore));
        stalls = new StallWatch(store, historyRecorder, new StallRule(() -> limits.get().stalledAfter()));
        notices = new Notices(store, historyRecorder, clock);
        journal = OpenedJournal.open(folder, clock);
        origin = () -> new Origin(user.get(), connection.name(), connection.address());
        activityLog = new ActivityLog(journal.journal(), origin);
        var locks = new RunLocks();
        var records = new WriteRecords(journal.journal(), origin, clock);
        unknown = new UnknownOutcomes(api, records, locks, store, scheduler, ReconciliationPolicy.DEFAULT);
        unreadable = new UnreadableChanges(journal.journal(), locks, origin, clock);
        unreadable.addListener(contextProvider::changed);
        refresh = new RunRefresh(new Catalogue(api, store), referenceData, monitor);
        var path = new WritePath(api, records, locks, unknown, contextProvider, store, scheduler);
        writes = new LossReportingWrites(new HistoryAwareWrites(path, historyRecorder, clock), monitor::lost);
        var drafts = new DraftWatch(clock);
        reviewFiles = history.map(_ -> new ReviewFiles(folder));
        var acknowledgements = new Acknowledgements(user, clock,
                given -> reviewFiles.ifPresent(files -> files.keep(given)));
        reviewFiles.ifPresent(files -> files.load(acknowledgements::restore, drafts::restore));
        drafts.addListener(draftsSeen::add);
        store.addListener(drafts::onChange);
        notes = new RunNotes(history.map(_ -> new NoteFile(journal.journal(), folder)), user, clock);
        notes.look();
        items = new ItemSearch(review, store);
        payments = new AdhocPaymentReviews(review);
        analysis = new RunAnalysis(store, historyRecorder, referenceData, stalls::of, unknown.unanswered()::isOpen,
                new Checks(() -> limits.get().checks()), drafts, acknowledgements, notes, clock, zone);
        acknowledgements.addListener(analysis::changed);
        contextProvider.addListener(analysis::changed);
        plans = new PlanService(new PlanFiles(journal.journal()), journal.journal().lease(), origin, store,
                refresh::read,
                runActions(), analysis, api::request, writes, activityLog, scheduler, clock);
        // Of each stage of each run that it moves, a plan would say that the next step is the operator's; it is not.
        notices.readToldElsewhereFrom(notice -> notice instanceof Notice.StageEnded && plans.moves(notice.run()));
        if (!journal.isKept()) {
            loseJournal();
        }
        contextProvider.readWritesFrom(locks::isUnderWay, locks::isUnknown);
        contextProvider.readFreshnessFrom(monitor::freshness);
        contextProvider.readCurrenciesFrom(run -> run.kind() == RunKind.ADHOC
                || store.find(run).flatMap(referenceData::knownCurrencyOf).isPresent());
        referenceData.addListener(contextProvider::changed);
        locks.addListener(_ -> contextProvider.changed());
        unknown.unanswered().addListener(_ -> contextProvider.changed());
        unknown.addListener(found -> notices.onOutcomeFound(found.command(), found.begun(), found.finding()));
        store.addListener(historyRecorder::onChange);
        historyRecorder.addListener(notices::onChange);
        historyRecorder.addListener(seen::add);
        monitor.addListener(this::onChange);
        stalls.addListener(notices::onChange);
        stalls.addListener(_ -> contextProvider.changed());
        notices.addListener((notice, _) -> activityLog.keep(notice));
    }

    /** Every run as last read. */
    public RunStore store() {
        return store;
    }

    /** Follows what moves. */
    public LiveMonitor monitor() {
        return monitor;
    }

    /** Billing cycles and users. */
    public ReferenceData referenceData() {
        return referenceData;
    }

    /** What the server may offer beside its bill runs, to review them. */
    public ReviewApi review() {
        return review;
    }

    /** Customers by id, as far as they were asked for. */
    public CustomerDirectory customers() {
        return customers;
    }

    /** Reviews of open runs by customer. */
    public RunReviews reviews() {
        return reviews;
    }

    /** Finds the runs that bill an inventory item. */
    public ItemSearch items() {
        return items;
    }

    /** How the invoices of ad hoc runs were paid. */
    public AdhocPaymentReviews payments() {
        return payments;
    }

    /** Reads a run anew, and gives it as it was where that fails; blocks. */
    public BillRun reread(BillRun run) {
        var asked = store.mark();
        try {
            var now = api.billRun(run.id());
            store.put(List.of(now), asked);
            return now;
        } catch (FailureException e) {
            LOG.warn("The run of a review cannot be read again: {}", e.getMessage());
            return run;
        }
    }

    /** Reads a run that need not be in any list, which the list then shows too; blocks. */
    public Run fetch(RunKey key) {
        var asked = store.mark();
        var now = key.kind() == RunKind.REGULAR ? api.billRun(key.id()) : api.adhocBillRun(key.id());
        store.put(List.of(now), asked);
        return now;
    }

    /** Reads whole lists anew. */
    public RunRefresh refresh() {
        return refresh;
    }

    /** Makes the requests of commands. */
    public RequestFactory requests() {
        return api::request;
    }

    /** Changes runs. */
    public Writes writes() {
        return writes;
    }

    /** What bears on the runs' actions. */
    public ActionContextProvider contextProvider() {
        return contextProvider;
    }

    /** The same, with what is not known yet of writes that were sent. */
    public RunActions runActions() {
        return new RunActions(contextProvider, unknown.unanswered());
    }

    /** What is done to many runs. */
    public Plans plans() {
        return plans;
    }

    /** Whether a plan that is under way moves a run. */
    boolean isMovedByPlan(RunKey run) {
        return plans.moves(run);
    }

    /** Who does something now, and where. */
    Origin origin() {
        return origin.get();
    }

    /** What is known of runs beyond their fields. */
    public RunAnalysis analysis() {
        return analysis;
    }

    /** What operators have written down of runs. */
    public RunNotes notes() {
        return notes;
    }

    /** Tells a listener what is seen of runs, reading by reading, on the thread that read it. */
    void follow(Consumer<List<RunEvent>> listener) {
        historyRecorder.addListener(listener);
    }

    /** Which runs are stalled. */
    public StallWatch stalls() {
        return stalls;
    }

    /** What is worth telling. */
    public Notices notices() {
        return notices;
    }

    /** What was done and seen. */
    public ActivityLog activityLog() {
        return activityLog;
    }

    /** The journal; an empty one while its own cannot be used. */
    Journal journal() {
        return journal.journal();
    }

    /** How much the server is asked. */
    public RequestRate rate() {
        return rate;
    }

    /** Changes that only a person can conclude. */
    UnreadableChanges unreadable() {
        return unreadable;
    }

    /** Whether there is a journal to write to; if not, runs can only be looked at. */
    boolean hasJournal() {
        return !journalLost;
    }

    /** The journal cannot be read or written: from now on runs can only be looked at. */
    void loseJournal() {
        journalLost = true;
        contextProvider.loseJournal();
    }

    /** How long the last requests took. */
    List<String> requestTimes() {
        return times.lines();
    }

    /** For a server that keeps nothing when it ends: ends what was left open on those before it; blocks. */
    public void concludeLost(Instant began) {
        unknown.concludeLost(began);
        unreadable.concludeLost();
        plans.concludeLost(plan -> plan.made().isBefore(began));
    }

    /** Begins to find out what became of writes that a crash left open; blocks on the journal. */
    public void resumeOpen() {
        unreadable.look();
        unknown.resumeOpen();
        checkJournal(Duration.ZERO);
    }

    /**
     * Has the journal's last line kept where whoever can write its files cannot; call it before {@link #resumeOpen}.
     *
     * @param folder where the journal lies
     */
    public void anchorJournal(SecretStore secrets, Path folder) {
        if (journal.isKept()) {
            anchor = Optional.of(new JournalAnchor(journal.journal(), secrets, folder));
        }
    }

    /** So that a file that is deleted or cut while nothing is written is told all the same. */
    private void checkJournal(Duration after) {
        journalCheck = Optional.of(scheduler.after(after, () -> {
            if (!closed) {
                try {
                    journal.journal().check();
                    anchor.ifPresent(JournalAnchor::look);
                    notes.look();
                } catch (JournalException e) {
                    LOG.warn("The journal cannot be looked at: {}", e.getMessage());
                }
                checkJournal(JOURNAL_CHECKED_EVERY);
            }
        }));
    }

    @Override
    public void close() {
        closed = true;
        journalCheck.ifPresent(Cancellable::cancel);
        // Whatever is due now is for the next console to ask about.
        plans.close();
        // Then the calls under way: nobody is to wait for a server that does not answer.
        api.close();
        monitor.close();
        unknown.close();
        // Every batch is flushed, so that nothing is left to write here, on the window's thread.
        seen.close();
        draftsSeen.close();
        activityLog.close();
        anchor.ifPresent(JournalAnchor::close);
        journal.close();
    }

    private void keep(List<List<RunEvent>> together) {
        history.ifPresent(files -> {
            together.forEach(files::append);
            files.flush();
        });
    }

    private void keepDrafts(List<List<DraftFigures>> together) {
        reviewFiles.ifPresent(files -> together.forEach(files::keep));
    }

    /** In this order: what was seen first, then what follows from it, then what it allows. */
    private void onChange(Freshness now) {
        historyRecorder.onChange(now);
        stalls.onChange(now);
        // Deadlines and checks of days are judged anew with it, so also when the day has become another one.
        contextProvider.changed();
    }
}
