package org.billrunconsole.runs.review;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.review.Acknowledgement;
import org.billrunconsole.domain.review.Acknowledgement.State;
import org.billrunconsole.domain.review.Acknowledgement.Subject;
import org.billrunconsole.domain.review.Check;
import org.billrunconsole.work.Listeners;

/** What operators have said they have looked at. Safe for use by many threads. */
public final class Acknowledgements {

    static final int MOST_RUNS = 5_000;
    static final int MOST_OF_A_RUN = 100;

    private final Supplier<String> user;
    private final InstantSource clock;
    private final Consumer<Acknowledgement> keeper;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<RunKey, List<Acknowledgement>> kept = new LinkedHashMap<>();
    private final Listeners<Runnable> listeners = new Listeners<>("acknowledgements");

    /**
     * @param user   who is signed in now
     * @param keeper keeps one where it outlives this session; blocks, and throws if it cannot
     */
    public Acknowledgements(Supplier<String> user, InstantSource clock, Consumer<Acknowledgement> keeper) {
        this.user = user;
        this.clock = clock;
        this.keeper = keeper;
    }

    /** Calls a listener when one was given, on the thread that gave it. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    /** Takes back what an earlier session kept; oldest first. */
    public void restore(Acknowledgement given) {
        add(given);
    }

    /**
     * Gives one in the name of whoever is signed in; blocks on the disk.
     *
     * @param of     what was looked at, with the figures that the operator saw
     * @param reason why it may be so
     * @throws RuntimeException if it cannot be kept; then it is not given
     */
    public Acknowledgement give(RunKey run, Subject of, String reason) {
        var given = new Acknowledgement(run, clock.instant(), user.get(), reason, of);
        keeper.accept(given);
        add(given);
        listeners.tell(Runnable::run);
        return given;
    }

    /** All that was given for a run, oldest first. */
    public List<Acknowledgement> of(RunKey run) {
        lock.lock();
        try {
            return List.copyOf(kept.getOrDefault(run, List.of()));
        } finally {
            lock.unlock();
        }
    }

    /** Whether a check of a run has been looked at. */
    public State state(RunKey run, Check check) {
        return Acknowledgement.ofCheck(of(run), check);
    }

    private void add(Acknowledgement given) {
        lock.lock();
        try {
            var of = kept.containsKey(given.run()) ? kept.remove(given.run()) : new ArrayList<Acknowledgement>();
            of.add(given);
            if (of.size() > MOST_OF_A_RUN) {
                of.removeFirst();
            }
            kept.put(given.run(), of);
            if (kept.size() > MOST_RUNS) {
                kept.remove(kept.keySet().iterator().next());
            }
        } finally {
            lock.unlock();
        }
    }
}
