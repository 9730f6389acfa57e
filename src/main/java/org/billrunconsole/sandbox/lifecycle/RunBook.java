package org.billrunconsole.sandbox.lifecycle;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage;

/** The runs of the sandbox as they are now, and the only class that changes one. */
public final class RunBook {

    private final SandboxClock clock;
    private final RunTable regular;
    private final RunTable adhoc;
    private final LifecycleClock lifecycleClock;
    private final FigureDrift drift;
    private final TransitionRules rules;

    /** @param archived ad hoc runs that are found by id and in no list */
    public RunBook(SandboxClock clock, LifecycleClock lifecycleClock, FigureDrift drift, List<StoredRun> regular,
            List<StoredRun> adhoc, List<StoredRun> archived) {
        this.clock = clock;
        this.regular = new RunTable(regular, List.of());
        this.adhoc = new RunTable(adhoc, archived);
        this.drift = drift;
        this.lifecycleClock = lifecycleClock;
        this.rules = new TransitionRules(lifecycleClock, drift, clock.zone());
    }

    /** Some of the runs of a kind, all as they are at one moment. */
    public List<RunView> page(RunKind kind, List<SortKey> sort, Optional<Predicate<StoredRun>> fits, long skip,
            long limit) {
        var now = now();
        var slots = runTable(kind).ordered(sort).stream();
        // Runs that are passed over need not be worked out if no filter has to look at them.
        var runs = fits
                .map(wanted -> slots.map(slot -> lifecycleClock.at(slot.get(), now)).filter(wanted).skip(skip))
                .orElseGet(() -> slots.skip(skip).map(slot -> lifecycleClock.at(slot.get(), now)));
        return runs.limit(limit).map(run -> view(run, now)).toList();
    }

    /** Every run of a kind, those that are in no list included, by id. */
    public List<RunView> all(RunKind kind) {
        var now = now();
        return runTable(kind).all()
                .sorted(Comparator.comparingLong(StoredRun::id))
                .map(run -> view(lifecycleClock.at(run, now), now))
                .toList();
    }

    RunView view(StoredRun run, Instant now) {
        return new RunView(run, lifecycleClock.percent(run, now), drift.at(run, now));
    }

    /** What a run amounts to now. */
    public Figures figures(StoredRun run, Instant now) {
        return drift.at(run, now);
    }

    /** The run now; empty if there is none. */
    public Optional<RunView> find(RunKey key) {
        var now = now();
        return runTable(key.kind()).find(key.id()).map(run -> view(lifecycleClock.at(run, now), now));
    }

    /**
     * Does what a patch asks for, all of it or nothing.
     *
     * @param asked  what is asked of the run as it is now; computes only, and may be called again
     * @throws Refusal 404, or 400 with the reason
     */
    public RunView patch(RunKey key, Function<RunView, PatchRequest> asked, long user, Optional<Stall> stall) {
        return change(key, (run, now) -> {
            var next = rules.patched(run, asked.apply(view(run, now)), user, now);
            return stall.map(each -> stalled(next, each)).orElse(next);
        });
    }

    /** @throws Refusal 404, or 400 with the reason */
    public RunView adjust(RunKey key, int periods) {
        return change(key, (run, now) -> rules.adjusted(run, periods, now));
    }

    /**
     * A change that keeps to no rule, for what happens behind the API.
     *
     * @throws IllegalArgumentException if there is no such run
     */
    public void force(RunKey key, Change change) {
        if (find(key).isEmpty()) {
            throw new IllegalArgumentException("There is no run " + key);
        }
        change(key, change);
    }

    private RunView change(RunKey key, Change change) {
        // Read once for every attempt: the change and what is answered must be of the same moment.
        var now = now();
        return view(runTable(key.kind()).update(key.id(), run -> change.of(lifecycleClock.at(run, now), now)), now);
    }

    /** The run paused or not; whether the system will close it depends on that. */
    public StoredRun withPaused(StoredRun run, boolean paused, Instant now) {
        if (!(run.details() instanceof RunDetails.Regular regular)) {
            throw new IllegalArgumentException("Only regular bill runs can be paused");
        }
        var next = run.withDetails(regular.withPaused(paused));
        return run.position().stage() == Stage.Known.PROPERTIES
                ? next.withPosition(StagePosition.open(run.position().since(), regular.cycle()
                        .closesByItself(regular.periodEnd(), paused, now, clock.zone())))
                : next;
    }

    /** Makes another run of one; computes only. */
    @FunctionalInterface
    public interface Change {

        StoredRun of(StoredRun run, Instant now);
    }

    /** That a stage is to stop at a percentage. */
    public record Stall(Stage.Known stage, int percent) {}

    /** Moves the run to the stage as time would, so that also a stage the system enters by itself can stop. */
    StoredRun stalled(StoredRun run, Stall stall) {
        var ahead = run;
        while (ahead.position().stage() != stall.stage()) {
            var next = ahead.position().until().equals(Instant.MAX)
                    ? ahead
                    : lifecycleClock.at(ahead, ahead.position().until());
            if (next.position().stage() == ahead.position().stage()) {
                return run;
            }
            ahead = next;
        }
        return run.withPosition(
                run.position().stoppedAt(lifecycleClock.whenAt(ahead, ahead.position(), stall.percent())));
    }

    private Instant now() {
        return clock.instant();
    }

    private RunTable runTable(RunKind kind) {
        return kind == RunKind.REGULAR ? regular : adhoc;
    }
}
