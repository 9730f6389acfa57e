package org.billrunconsole;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.billrunconsole.api.BillRunApi;
import org.billrunconsole.api.ClientOptions;
import org.billrunconsole.api.TokenSource;
import org.billrunconsole.api.http.HttpApi;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.Connection;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.domain.Happening;
import org.billrunconsole.domain.Origin;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.journal.HistoryFiles;
import org.billrunconsole.journal.JournalException;
import org.billrunconsole.runs.ActivityBook;
import org.billrunconsole.runs.AnnouncedWrites;
import org.billrunconsole.runs.Catalogue;
import org.billrunconsole.runs.Checks;
import org.billrunconsole.runs.Chronicle;
import org.billrunconsole.runs.Desk;
import org.billrunconsole.runs.Freshness;
import org.billrunconsole.runs.Insight;
import org.billrunconsole.runs.Limits;
import org.billrunconsole.runs.LiveMonitor;
import org.billrunconsole.runs.MeteredApi;
import org.billrunconsole.runs.Names;
import org.billrunconsole.runs.Notices;
import org.billrunconsole.runs.RequestRate;
import org.billrunconsole.runs.RequestTimes;
import org.billrunconsole.runs.RunLocks;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.runs.Settling;
import org.billrunconsole.runs.StallWatch;
import org.billrunconsole.runs.Stalls;
import org.billrunconsole.runs.Surroundings;
import org.billrunconsole.runs.UnknownOutcomes;
import org.billrunconsole.runs.UnreadableChanges;
import org.billrunconsole.runs.WritePath;
import org.billrunconsole.runs.WriteRecords;
import org.billrunconsole.settings.SecretStore;
import org.billrunconsole.work.Batches;
import org.billrunconsole.work.Cancellable;
import org.billrunconsole.work.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What belongs to one connection and ends with it. */
final class Connected implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Connected.class);
    private static final Duration JOURNAL_CHECKED_EVERY = Duration.ofSeconds(20);

    private final BillRunApi api;
    private final OpenedJournal journal;
    private final Optional<HistoryFiles> history;
    /** What was seen is told under the store's lock, which the window needs too. */
    private final Batches<List<Happening>> seen = new Batches<>("keep history", this::keep);
    private final UnknownOutcomes unknown;
    private final UnreadableChanges unreadable;
    private final Desk desk;
    private final RequestTimes times;
    private final Scheduler scheduler;
    private volatile Optional<JournalAnchor> anchor = Optional.empty();
    private volatile Optional<Cancellable> journalCheck = Optional.empty();
    private volatile boolean closed;

    /**
     * @param user   who is signed in now
     * @param folder where the connection's journal and history lie
     * @param adhocCurrency what ad hoc runs' money is in, if the operator said
     * @param limits        asked anew every time
     */
    Connected(Connection connection, ClientOptions options, TokenSource tokens, Supplier<String> user, Path folder,
            boolean readOnly, boolean reopenConfigured, Optional<String> adhocCurrency, Scheduler scheduler,
            InstantSource clock, ZoneId zone, Supplier<Limits> limits) {
        this.scheduler = scheduler;
        var rate = new RequestRate(clock);
        times = new RequestTimes(clock);
        api = new MeteredApi(HttpApi.connect(options, tokens), rate, times);
        var store = new RunStore();
        var names = new Names(api, adhocCurrency);
        var surroundings = new Surroundings(readOnly, reopenConfigured);
        var monitor = new LiveMonitor(api, store, scheduler, clock, () -> limits.get().ticks(),
                ThreadLocalRandom.current());
        var chronicle = new Chronicle(clock,
                run -> names.cycleOf(run).filter(BillingCycle::completesByItself).isPresent());
        // The sandbox forgets its runs when it ends, so what was seen of them means nothing to the next one.
        history = connection.kind() == ConnectionKind.SANDBOX
                ? Optional.empty()
                : Optional.of(new HistoryFiles(folder));
        history.ifPresent(files -> files.load(chronicle::restore));
        var stalls = new StallWatch(store, chronicle, new Stalls(() -> limits.get().stalledAfter()));
        var notices = new Notices(store, chronicle, clock);
        journal = OpenedJournal.open(folder, clock);
        Supplier<Origin> origin = () -> new Origin(user.get(), connection.name(), connection.address());
        var activities = new ActivityBook(journal.journal(), origin);
        var locks = new RunLocks();
        var records = new WriteRecords(journal.journal(), origin, clock);
        unknown = new UnknownOutcomes(api, records, locks, store, scheduler, Settling.DEFAULT);
        unreadable = new UnreadableChanges(journal.journal(), locks, origin, clock);
        unreadable.addListener(surroundings::changed);
        var writes = new WritePath(api, records, locks, unknown, surroundings, store, scheduler);
        desk = new Desk(store, new Catalogue(api, store), monitor, names,
                new AnnouncedWrites(writes, chronicle, clock), surroundings,
                new Insight(store, chronicle, stalls, names, unknown.unanswered(),
                        new Checks(() -> limits.get().checks()), clock,
                        zone),
                notices, activities, rate, HttpApi::json);
        if (!journal.isKept()) {
            surroundings.loseJournal();
        }
        surroundings.heedWrites(locks::isUnderWay, locks::isUnknown);
        surroundings.heedFreshness(monitor::freshness);
        surroundings.heedCurrencies(run -> run.kind() == RunKind.ADHOC
                || store.find(run).flatMap(names::knownCurrencyOf).isPresent());
        names.addListener(surroundings::changed);
        locks.addListener(_ -> surroundings.changed());
        unknown.unanswered().addListener(_ -> surroundings.changed());
        unknown.addListener(notices::heed);
        store.addListener(chronicle::heed);
        chronicle.addListener(notices::heed);
        chronicle.addListener(seen::add);
        monitor.addListener(now -> heed(now, chronicle, stalls, surroundings));
        stalls.addListener(notices::heed);
        stalls.addListener(_ -> surroundings.changed());
        notices.addListener((notice, _) -> activities.keep(notice));
    }

    Desk desk() {
        return desk;
    }

    /** Changes that only a person can conclude. */
    UnreadableChanges unreadable() {
        return unreadable;
    }

    /** Whether there is a journal to write to; if not, runs can only be looked at. */
    boolean hasJournal() {
        return journal.isKept();
    }

    /** How long the last requests took. */
    List<String> requestTimes() {
        return times.lines();
    }

    /** For a server that keeps nothing when it ends: ends what was left open on those before it; blocks. */
    void concludeLost(Instant began) {
        unknown.concludeLost(began);
        unreadable.concludeLost();
    }

    /** Begins to find out what became of writes that a crash left open; blocks on the journal. */
    void resumeOpen() {
        unreadable.look();
        unknown.resumeOpen();
        checkJournal(Duration.ZERO);
    }

    /**
     * Has the journal's last line kept where whoever can write its files cannot; call it before {@link #resumeOpen}.
     *
     * @param folder where the journal lies
     */
    void anchorJournal(SecretStore secrets, Path folder) {
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
        // First the calls under way: nobody is to wait for a server that does not answer.
        api.close();
        desk.monitor().close();
        unknown.close();
        // Every batch is flushed, so that nothing is left to write here, on the window's thread.
        seen.close();
        desk.activities().close();
        anchor.ifPresent(JournalAnchor::close);
        journal.close();
    }

    private void keep(List<List<Happening>> together) {
        history.ifPresent(files -> {
            together.forEach(files::append);
            files.flush();
        });
    }

    /** In this order: what was seen first, then what follows from it, then what it allows. */
    private void heed(Freshness now, Chronicle chronicle, StallWatch stalls, Surroundings surroundings) {
        chronicle.heed(now);
        stalls.heed(now);
        surroundings.changed();
    }
}
