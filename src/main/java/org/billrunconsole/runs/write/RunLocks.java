package org.billrunconsole.runs.write;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.work.Listeners;

/**
 * The runs that may not be written to now: a write is under way, or the outcome of an earlier one is not known yet.
 * Safe for use by many threads.
 */
public final class RunLocks {

    /** A hold on a run. Each one is an object of its own, so that only its holder can release it. */
    static final class Hold {

        private final RunKey run;
        private final Optional<UUID> intent;

        private Hold(RunKey run, Optional<UUID> intent) {
            this.run = run;
            this.intent = intent;
        }

        RunKey run() {
            return run;
        }
    }

    private final Map<RunKey, Hold> holds = new ConcurrentHashMap<>();
    private volatile List<Optional<RunKey>> unreadable = List.of();
    private final Listeners<Consumer<RunKey>> listeners = new Listeners<>("locks of runs");

    /** True from the moment a write is asked for until its outcome is known or known to be unknown. */
    public boolean isUnderWay(RunKey run) {
        var hold = holds.get(run);
        return hold != null && hold.intent.isEmpty();
    }

    /** True while it is not known what came of an earlier write. */
    public boolean isUnknown(RunKey run) {
        return unknownIntent(run).isPresent() || isUnreadable(run);
    }

    private boolean isUnreadable(RunKey run) {
        return unreadable.stream().anyMatch(each -> each.map(run::equals).orElse(true));
    }

    /** The intent whose outcome is being found out. */
    public Optional<UUID> unknownIntent(RunKey run) {
        return Optional.ofNullable(holds.get(run)).flatMap(hold -> hold.intent);
    }

    /** Tells a listener of every run whose lock has changed, on the thread that changed it. */
    public void addListener(Consumer<RunKey> listener) {
        listeners.add(listener);
    }

    public void removeListener(Consumer<RunKey> listener) {
        listeners.remove(listener);
    }

    /** Takes a run for a write; empty if somebody has it, so that a double click sends once. */
    Optional<Hold> enter(RunKey run) {
        var hold = new Hold(run, Optional.empty());
        if (isUnreadable(run) || holds.putIfAbsent(run, hold) != null) {
            return Optional.empty();
        }
        tell(run);
        return Optional.of(hold);
    }

    /** Turns a hold for a write into one for finding out. */
    Hold toUnknown(Hold write, UUID intent) {
        var hold = new Hold(write.run, Optional.of(intent));
        holds.replace(write.run, write, hold);
        tell(write.run);
        return hold;
    }

    /** Takes a run for finding out what became of an intent left by a crash; empty if somebody has it. */
    Optional<Hold> enterUnknown(RunKey run, UUID intent) {
        return enter(run).map(hold -> toUnknown(hold, intent));
    }

    /**
     * Locks the runs of changes that only a person can conclude, and no others any more for that reason.
     *
     * @param runs an empty one stands for every run
     */
    void lockUnreadable(List<Optional<RunKey>> runs) {
        unreadable = List.copyOf(runs);
    }

    /** Lets go, once. */
    void leave(Hold hold) {
        if (holds.remove(hold.run, hold)) {
            tell(hold.run);
        }
    }

    private void tell(RunKey run) {
        listeners.tell(listener -> listener.accept(run));
    }
}
