package org.billrunconsole.runs;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.billrunconsole.api.BillRunApi;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.domain.write.Origin;
import org.billrunconsole.domain.write.RequestFactory;
import org.billrunconsole.journal.Journal;
import org.billrunconsole.journal.WriteAheadLog;
import org.billrunconsole.runs.write.ActionContextProvider;
import org.billrunconsole.runs.write.ReconciliationPolicy;
import org.billrunconsole.runs.write.RunLocks;
import org.billrunconsole.runs.write.UnknownOutcomes;
import org.billrunconsole.runs.write.WritePath;
import org.billrunconsole.runs.write.WriteRecords;
import org.billrunconsole.runs.write.WriteResult;
import org.billrunconsole.testkit.Confirmed;
import org.billrunconsole.testkit.JournalEntries;
import org.billrunconsole.work.Cancellable;
import org.billrunconsole.work.Scheduler;

/** What a console needs to write, from the journal up, as the program wires it. It can be ended in any moment. */
public final class TestConsole implements AutoCloseable {

    private final BillRunApi api;
    private final Journal journal;
    private final RunLocks locks = new RunLocks();
    private final RunStore store = new RunStore();
    private final ActionContextProvider contextProvider = new ActionContextProvider(false, true);
    private final UnknownOutcomes unknown;
    private final WritePath writes;
    private final List<UnknownOutcomes.Resolved> resolved = new ArrayList<>();
    private volatile boolean alive = true;

    public TestConsole(Path folder, BillRunApi api, InstantSource clock, Scheduler scheduler) {
        this(folder, api, clock, scheduler, JournalEntries.ORIGIN, log -> log);
    }

    /** @param around stands between the write path and the journal, to make trouble */
    public TestConsole(Path folder, BillRunApi api, InstantSource clock, Scheduler scheduler, Origin origin,
            UnaryOperator<WriteAheadLog> around) {
        this.api = api;
        journal = Journal.open(folder, clock);
        var records = new WriteRecords(around.apply(journal), () -> origin, clock);
        // What was planned by a console that has ended never happens.
        var whileAlive = new Scheduler() {

            @Override
            public Cancellable after(Duration delay, Runnable work) {
                return scheduler.after(delay, () -> {
                    if (alive) {
                        work.run();
                    }
                });
            }

            @Override
            public Duration now() {
                return scheduler.now();
            }
        };
        unknown = new UnknownOutcomes(api, records, locks, store, whileAlive, ReconciliationPolicy.DEFAULT);
        writes = new WritePath(api, records, locks, unknown, contextProvider, store, scheduler);
        contextProvider.readWritesFrom(locks::isUnderWay, locks::isUnknown);
        unknown.addListener(resolved::add);
    }

    /** What an operator does who confirms the run as it is now. */
    public WriteResult perform(Command command) {
        return Confirmed.perform(requests(), writes, command, api.run(command.run()), "");
    }

    public RequestFactory requests() {
        return api::request;
    }

    public WritePath writes() {
        return writes;
    }

    public UnknownOutcomes unknown() {
        return unknown;
    }

    public RunLocks locks() {
        return locks;
    }

    public ActionContextProvider contextProvider() {
        return contextProvider;
    }

    public RunStore store() {
        return store;
    }

    public Journal journal() {
        return journal;
    }

    public List<UnknownOutcomes.Resolved> resolved() {
        return resolved;
    }

    /** The writes in the journal, newest first. */
    public List<Activity.Write> activities() {
        return journal.activities(Activity.Write.class::isInstance, Integer.MAX_VALUE, Optional.empty())
                .stream()
                .map(Activity.Write.class::cast)
                .toList();
    }

    /** What was kept beside the writes, newest first. */
    public List<Activity.Note> notes() {
        return journal.activities(Activity.Note.class::isInstance, Integer.MAX_VALUE, Optional.empty())
                .stream()
                .map(Activity.Note.class::cast)
                .toList();
    }

    /** The verdict of the newest write, if it has one. */
    public Optional<Finding> lastVerdict() {
        return activities().getFirst().conclusion().map(Activity.Conclusion::finding);
    }

    public boolean isLocked(RunKey run) {
        return locks.isUnderWay(run) || locks.isUnknown(run);
    }

    /** Ends it as the operating system would: what is in memory is gone, what is locked on disk is free. */
    @Override
    public void close() {
        alive = false;
        journal.close();
    }
}
