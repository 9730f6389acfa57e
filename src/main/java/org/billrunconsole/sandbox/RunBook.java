package org.billrunconsole.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage;

/** The runs of the sandbox as they are now, and the only way to change one. */
final class RunBook {

    private final SandboxClock clock;
    private final Shelf regular;
    private final Shelf adhoc;
    private final Course course;
    private final Drift drift;
    private final Moves moves;

    RunBook(SandboxClock clock, Course course, Drift drift, List<StoredRun> regular, List<StoredRun> adhoc) {
        this.clock = clock;
        this.regular = new Shelf(regular);
        this.adhoc = new Shelf(adhoc);
        this.drift = drift;
        this.course = course;
        this.moves = new Moves(course, drift, clock.zone());
    }

    /** Some of the runs of a kind, all as they are at one moment. */
    List<Seen> page(RunKind kind, List<SortKey> sort, Optional<Predicate<StoredRun>> fits, long skip, long limit) {
        var now = now();
        var slots = shelf(kind).ordered(sort).stream();
        // Runs that are passed over need not be worked out if no filter has to look at them.
        var runs = fits
                .map(wanted -> slots.map(slot -> course.at(slot.get(), now)).filter(wanted).skip(skip))
                .orElseGet(() -> slots.skip(skip).map(slot -> course.at(slot.get(), now)));
        return runs.limit(limit).map(run -> seen(run, now)).toList();
    }

    Seen seen(StoredRun run, Instant now) {
        return new Seen(run, course.percent(run, now), drift.at(run, now));
    }

    /** What a run amounts to now. */
    Figures figures(StoredRun run, Instant now) {
        return drift.at(run, now);
    }

    /** The run now; empty if there is none. */
    Optional<Seen> find(RunKey key) {
        var now = now();
        return shelf(key.kind()).find(key.id()).map(run -> seen(course.at(run, now), now));
    }

    /**
     * Does what a patch asks for, all of it or nothing.
     *
     * @param asked  what is asked of the run as it is now; computes only, and may be called again
     * @throws Refusal 404, or 400 with the reason
     */
    Seen patch(RunKey key, Function<Seen, Wish> asked, long user, Optional<Stall> stall) {
        return change(key, (run, now) -> {
            var next = moves.patched(run, asked.apply(seen(run, now)), user, now);
            return stall.map(each -> stalled(next, each)).orElse(next);
        });
    }

    /** @throws Refusal 404, or 400 with the reason */
    Seen adjust(RunKey key, int periods) {
        return change(key, (run, now) -> moves.adjusted(run, periods, now));
    }

    /**
     * A change that keeps to no rule, for what happens behind the API.
     *
     * @throws IllegalArgumentException if there is no such run
     */
    void force(RunKey key, Change change) {
        if (find(key).isEmpty()) {
            throw new IllegalArgumentException("There is no run " + key);
        }
        change(key, change);
    }

    private Seen change(RunKey key, Change change) {
        // Read once for every attempt: the change and what is answered must be of the same moment.
        var now = now();
        return seen(shelf(key.kind()).update(key.id(), run -> change.of(course.at(run, now), now)), now);
    }

    /** The run paused or not; whether the system will close it depends on that. */
    StoredRun withPaused(StoredRun run, boolean paused, Instant now) {
        if (!(run.details() instanceof Details.Regular regular)) {
            throw new IllegalArgumentException("Only regular bill runs can be paused");
        }
        var next = run.withDetails(regular.withPaused(paused));
        return run.place().stage() == Stage.Known.PROPERTIES
                ? next.withPlace(Place.open(run.place().since(), regular.cycle()
                        .closesByItself(regular.periodEnd(), paused, now, clock.zone())))
                : next;
    }

    /** Makes another run of one; computes only. */
    @FunctionalInterface
    interface Change {

        StoredRun of(StoredRun run, Instant now);
    }

    /** That a stage is to stop at a percentage. */
    record Stall(Stage.Known stage, int percent) {}

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

    private Shelf shelf(RunKind kind) {
        return kind == RunKind.REGULAR ? regular : adhoc;
    }
}
