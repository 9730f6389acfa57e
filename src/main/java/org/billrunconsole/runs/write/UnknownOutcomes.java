package org.billrunconsole.runs.write;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.billrunconsole.api.BillRunApi;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.journal.OpenIntent;
import org.billrunconsole.journal.format.JournalException;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.work.Listeners;
import org.billrunconsole.work.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Finds out what came of writes without an answer and of those that a crash left open: reads the run until it can say,
 * writes the verdict to the journal, and only then unlocks the run. It never sends anything. How it decides is written
 * at {@link OutcomeJudge} and {@link ReconciliationPolicy}.
 */
public final class UnknownOutcomes implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(UnknownOutcomes.class);

    /** Short, since until then the run is open to whatever the request that was left does; it costs one look at a file. */
    static final Duration BETWEEN_LOOKS_AT_OTHERS = Duration.ofSeconds(3);

    /**
     * What was found out.
     *
     * @param intent  of the journal
     * @param command what was to be done
     * @param begun   when it was begun
     * @param finding as written to the journal
     * @param after   the run as read for it; empty where nothing had to be read
     */
    public record Resolved(UUID intent, Command command, Instant begun, Finding finding, Optional<Run> after) {

        public RunKey run() {
            return command.run();
        }
    }

    private final BillRunApi api;
    private final WriteRecords records;
    private final RunLocks locks;
    private final RunStore store;
    private final Scheduler scheduler;
    private final ReconciliationPolicy policy;
    private final Map<RunKey, PendingOutcome> pendingOutcomes = new ConcurrentHashMap<>();
    private final UnansweredWrites unanswered = new UnansweredWrites();
    private final Listeners<Consumer<Resolved>> listeners = new Listeners<>("outcomes found");
    private volatile boolean closed;

    public UnknownOutcomes(BillRunApi api, WriteRecords records, RunLocks locks, RunStore store, Scheduler scheduler,
            ReconciliationPolicy policy) {
        this.api = api;
        this.records = records;
        this.locks = locks;
        this.store = store;
        this.scheduler = scheduler;
        this.policy = policy;
    }

    /** What an operator has to know of them. */
    public UnansweredWrites unanswered() {
        return unanswered;
    }

    /** Tells a listener of every verdict found here, on the thread that found it, once the run is unlocked. */
    public void addListener(Consumer<Resolved> listener) {
        listeners.add(listener);
    }

    public void removeListener(Consumer<Resolved> listener) {
        listeners.remove(listener);
    }

    /**
     * Locks the runs of every intent that an earlier run of the console left open, and begins to find out. Call it once
     * at start, before any write; it blocks on the journal, not on the network.
     *
     * @return the runs that are locked now
     * @throws JournalException if the journal cannot be read
     */
    public List<RunKey> resumeOpen() {
        var adopted = records.log()
                .open()
                .stream()
                .filter(this::adopt)
                .map(open -> open.intent().command().run())
                .toList();
        watchOthers();
        return adopted;
    }

    /**
     * Looks at what other consoles on this machine have left open, for as long as this one runs: a console that is
     * killed, or left, in the middle of a write must not leave the run to chance until somebody starts one again.
     */
    private void watchOthers() {
        scheduler.after(BETWEEN_LOOKS_AT_OTHERS, () -> {
            if (closed) {
                return;
            }
            try {
                records.log().open().forEach(this::adopt);
            } catch (JournalException e) {
                LOG.debug("What other consoles left open cannot be read now: {}", e.getMessage());
            }
            watchOthers();
        });
    }

    /**
     * Ends the intents of consoles that are gone where the server that they were sent to has gone with them: nobody can
     * be asked any more what became of them, and a server of now must not be, even if it has the address of the old one
     * and runs of the same numbers. Call it before {@link #resumeOpen}, for a server that keeps nothing when it ends.
     *
     * @param began when the server of now began
     * @throws JournalException if the journal cannot be read or written
     */
    public void concludeLost(Instant began) {
        for (var open : records.log().open()) {
            var intent = open.intent();
            if (intent.time().isBefore(began) && records.log().isAbandoned(intent)) {
                LOG.info("{} of {} cannot be found out any more", intent.command().action(), intent.command().run());
                records.conclude(intent, Finding.SERVER_GONE, Optional.empty());
            }
        }
    }

    /** Looks at a locked run now instead of waiting for the next time. */
    public void checkNow(RunKey run) {
        Optional.ofNullable(pendingOutcomes.get(run)).ifPresent(pending -> schedule(pending, Duration.ZERO));
    }

    /** Stops looking. What is open stays so in the journal and is taken up again at the next start. */
    @Override
    public void close() {
        closed = true;
        pendingOutcomes.values().forEach(PendingOutcome::cancel);
    }

    ReconciliationPolicy policy() {
        return policy;
    }

    /** Takes on an intent if the console that had it is gone, or if it is this one's own and nobody sees to it. */
    boolean adopt(OpenIntent open) {
        var intent = open.intent();
        var own = intent.lease().equals(records.log().lease());
        if (!records.isForThisHost(intent) || !own && !records.log().isAbandoned(intent)) {
            return false;
        }
        var hold = locks.enterUnknown(intent.command().run(), intent.id());
        hold.ifPresent(held -> {
            LOG.info("{} of {} was left open", intent.command().action(), intent.command().run());
            begin(new PendingOutcome(open, held, policy, own ? Optional.of(Finding.NOT_APPLIED) : Optional.empty()));
        });
        return hold.isPresent();
    }

    /**
     * An intent could not be written, or so it seemed: when a disk fails late, the line may stand there all the same,
     * open, and nothing was sent. Looks for such lines until the journal can be read.
     */
    void lookForLeftOvers() {
        scheduler.after(policy.firstDelay(), () -> {
            if (closed) {
                return;
            }
            try {
                records.log().open().forEach(this::adopt);
            } catch (JournalException e) {
                LOG.warn("The journal cannot be read yet: {}", e.getMessage());
                scheduler.after(policy.longestOutage(), this::lookForLeftOvers);
            }
        });
    }

    /**
     * Takes on a write of this run of the console.
     *
     * @param write   the hold of the write, which becomes the lock
     * @param decided what is known already and only has to be written to the journal, if that had failed
     */
    void takeOver(RunLocks.Hold write, OpenIntent open, Optional<Finding> decided) {
        begin(new PendingOutcome(open, locks.toUnknown(write, open.intent().id()), policy, decided));
    }

    private void begin(PendingOutcome pending) {
        pendingOutcomes.put(pending.run(), pending);
        unanswered.put(pending.known());
        schedule(pending, policy.firstDelay());
    }

    private void schedule(PendingOutcome pending, Duration delay) {
        if (!closed) {
            pending.next(() -> scheduler.after(delay, () -> look(pending)));
        }
    }

    private void look(PendingOutcome pending) {
        synchronized (pending) {
            if (closed || pendingOutcomes.get(pending.run()) != pending) {
                return;
            }
            try {
                var finding = pending.decided().or(() -> read(pending));
                if (finding.isPresent()) {
                    finish(pending, finding.get());
                } else {
                    schedule(pending, pending.delay(false));
                }
            } catch (RuntimeException | Error e) {
                // Whatever it was, the run stays locked and is looked at again.
                var delay = pending.delay(true);
                unanswered.put(pending.known());
                LOG.atLevel(pending.isFirstFailure() ? Level.WARN : Level.DEBUG)
                        .log("{} cannot be looked at now, again in {}: {}", pending.run(), delay, e.getMessage());
                schedule(pending, delay);
                if (e instanceof Error error) {
                    throw error;
                }
            }
        }
    }

    private Optional<Finding> read(PendingOutcome pending) {
        var run = api.run(pending.run());
        store.put(List.of(run));
        return pending.take(run, scheduler.now(), api);
    }

    private void finish(PendingOutcome pending, Finding finding) {
        var intent = pending.intent();
        var ours = records.conclude(intent, finding, pending.lastReading());
        LOG.info("{} of {}: {}", intent.command().action(), pending.run(),
                ours ? finding : "concluded already");
        pendingOutcomes.remove(pending.run(), pending);
        // Before the run is unlocked, so that nobody sees it unlocked and no word of why.
        if (ours) {
            unanswered.put(new UnansweredWrite.FoundOut(intent.command(), intent.time(), finding));
        } else {
            unanswered.drop(pending.run());
        }
        locks.leave(pending.hold());
        if (ours) {
            var resolved = new Resolved(intent.id(), intent.command(), intent.time(), finding, pending.lastReading());
            listeners.tell(listener -> listener.accept(resolved));
        }
    }
}
