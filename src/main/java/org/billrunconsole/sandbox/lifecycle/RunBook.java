package org.billrunconsole.sandbox.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage;

/** The runs of the sandbox as they are now, and the only way to change one. */
public final class RunBook {

    private final SandboxClock clock;
    private final RunTable regular;
    private final RunTable adhoc;
    private final LifecycleClock course;
    private final FigureDrift drift;
    private final TransitionRules moves;

    public RunBook(SandboxClock clock, LifecycleClock course, FigureDrift drift, List<StoredRun> regular,
            List<StoredRun> adhoc) {
        this.clock = clock;
        this.regular = new RunTable(regular);
        this.adhoc = new RunTable(adhoc);
        this.drift = drift;
        this.course = course;
        this.moves = new TransitionRules(course, drift, clock.zone());
    }

    /** Some of the runs of a kind, all as they are at one moment. */
    public List<RunView> page(RunKind kind, List<SortKey> sort, Optional<Predicate<StoredRun>> fits, long skip,
            long limit) {
        var now = now();
        var slots = runTable(kind).ordered(sort).stream();
        // Runs that are passed over need not be worked out if no filter has to look at them.
        var runs = fits
                .map(wanted -> slots.map(slot -> course.at(slot.get(), now)).filter(wanted).skip(skip))
                .orElseGet(() -> slots.skip(skip).map(slot -> course.at(slot.get(), now)));
        return runs.limit(limit).map(run -> seen(run, now)).toList();
    }

    RunView seen(StoredRun run, Instant now) {
        return new RunView(run, course.percent(run, now), drift.at(run, now));
    }

    /** What a run amounts to now. */
    public Figures figures(StoredRun run, Instant now) {
        return drift.at(run, now);
    }

    /** The run now; empty if there is none. */
    public Optional<RunView> find(RunKey key) {
        var now = now();
        return runTable(key.kind()).find(key.id()).map(run -> seen(course.at(run, now), now));
    }

    /**
     * Does what a patch asks for, all of it or nothing.
     *
     * @param asked  what is asked of the run as it is now; computes only, and may be called again
     * @throws Refusal 404, or 400 with the reason
     */
    public RunView patch(RunKey key, Function<RunView, PatchRequest> asked, long user, Optional<Stall> stall) {
        return change(key, (run, now) -> {
            var next = moves.patched(run, asked.apply(seen(run, now)), user, now);
            return stall.map(each -> stalled(next, each)).orElse(next);
        });
    }

    /** @throws Refusal 404, or 400 with the reason */
    public RunView adjust(RunKey key, int periods) {
        return change(key, (run, now) -> moves.adjusted(run, periods, now));
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
        return seen(runTable(key.kind()).update(key.id(), run -> change.of(course.at(run, now), now)), now);
    }

    /** The run paused or not; whether the system will close it depends on that. */
    public StoredRun withPaused(StoredRun run, boolean paused, Instant now) {
        if (!(run.details() instanceof RunDetails.Regular regular)) {
            throw new IllegalArgumentException("Only regular bill runs can be paused");
        }
        var next = run.withDetails(regular.withPaused(paused));
        return run.place().stage() == Stage.Known.PROPERTIES
                ? next.withPlace(StagePosition.open(run.place().since(), regular.cycle()
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

    /** Follows the run's own course to the stage, so that also a stage the system enters by itself can stop. */
    StoredRun stalled(StoredRun run, Stall stall) {
        var ahead = run;
        while (ahead.place().stage() != stall.stage()) {
            var next = ahead.place().until().equals(Instant.MAX)
                    ? ahead
                    : course.at(ahead, ahead.place().until());
            if (next.place().stage() == ahead.place().stage()) {
                return run;
            }
            ahead = next;
        }
        return run.withPlace(run.place().stoppedAt(course.whenAt(ahead, ahead.place(), stall.percent())));
    }

    private Instant now() {
        return clock.instant();
    }

    private RunTable runTable(RunKind kind) {
        return kind == RunKind.REGULAR ? regular : adhoc;
    }
}
