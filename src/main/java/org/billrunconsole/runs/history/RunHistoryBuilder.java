package org.billrunconsole.runs.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.history.PercentSample;
import org.billrunconsole.domain.history.RunEvent;
import org.billrunconsole.domain.history.RunHistory;
import org.billrunconsole.domain.history.StageVisit;
import org.billrunconsole.domain.history.TrendPoint;

/** Builds the history of one run from its events, within bounds. Not safe for use by many threads. */
final class RunHistoryBuilder {

    static final int MOST_VISITS = 40;
    static final int MOST_SAMPLES = 120;
    static final int LONGEST_TIMELINE = 200;
    static final int MOST_POINTS = 120;

    /** A piece of work of the server's whose length is known. */
    record Took(OptionalLong billingCycle, Stage.Known stage, Duration work) {}

    private final RunKey run;
    private final List<StageVisit> visits = new ArrayList<>();
    private final List<PercentSample> samples = new ArrayList<>();
    private final List<RunEvent> timeline = new ArrayList<>();
    private final List<TrendPoint> trend = new ArrayList<>();
    private OptionalLong billingCycle = OptionalLong.empty();
    private Optional<Instant> lastChange = Optional.empty();
    private Optional<Instant> lastKnown = Optional.empty();
    private Optional<Instant> watched = Optional.empty();
    private boolean ready;
    private boolean active;

    RunHistoryBuilder(RunKey run) {
        this.run = run;
    }

    /** True for an event that is known already and would change nothing. */
    boolean isKnown(RunEvent event) {
        return switch (event) {
            case RunEvent.StageEntered(_, _, _, _, _, var stage, _) -> isIn(stage);
            case RunEvent.StageDone(_, _, var stage, _) -> ready && isIn(stage);
            case RunEvent.PercentSeen(_, _, var stage, var percent) -> isIn(stage) && !samples.isEmpty()
                    && samples.getLast().percent() == percent;
            case RunEvent.FieldChanged _ -> timeline.contains(event);
            case RunEvent.Drifted(_, _, var revenue, var suspense) -> !trend.isEmpty()
                    && trend.getLast().revenue().equals(revenue) && trend.getLast().suspense().equals(suspense);
        };
    }

    /** Adds something that happened, and tells if it completes a known length of work. */
    Optional<Took> apply(RunEvent event) {
        // Two consoles on one machine keep the same history; what one has told the other need not.
        if (isKnown(event)) {
            return Optional.empty();
        }
        if (isChange(event)) {
            lastChange = Optional.of(later(lastChange, event.time()));
        }
        var took = switch (event) {
            case RunEvent.StageEntered entered -> enter(entered);
            case RunEvent.StageDone done -> done(done);
            case RunEvent.PercentSeen seen -> sample(seen);
            case RunEvent.FieldChanged changed -> note(changed);
            case RunEvent.Drifted drifted -> drift(drifted);
        };
        lastKnown = Optional.of(later(lastKnown, event.time()));
        return took;
    }

    /** What is seen for the first time has not changed, as far as anybody knows. */
    private boolean isChange(RunEvent event) {
        return switch (event) {
            case RunEvent.StageEntered entered -> entered.before().isPresent();
            case RunEvent.StageDone done -> done.seen();
            case RunEvent.PercentSeen _ -> !samples.isEmpty();
            case RunEvent.FieldChanged _ -> true;
            case RunEvent.Drifted _ -> !trend.isEmpty();
        };
    }

    private static Instant later(Optional<Instant> one, Instant other) {
        return one.filter(other::isBefore).orElse(other);
    }

    private boolean isIn(Stage stage) {
        return lastStage().filter(stage::equals).isPresent();
    }

    private Optional<Took> enter(RunEvent.StageEntered entered) {
        billingCycle = entered.billingCycle();
        var took = leave(entered);
        visits.add(StageVisit.begun(entered.stage(), entered.time(), entered.seen()));
        samples.clear();
        ready = false;
        trim(visits, MOST_VISITS);
        note(entered);
        return took;
    }

    private Optional<Took> leave(RunEvent.StageEntered entered) {
        if (visits.isEmpty()) {
            return Optional.empty();
        }
        var left = visits.removeLast();
        var known = left.done().isPresent();
        left = left.left(entered.seen() ? entered.time() : lastKnown.orElse(left.from()), entered.seen());
        visits.add(left);
        return known ? Optional.empty() : took(left);
    }

    private Optional<Took> done(RunEvent.StageDone done) {
        if (!isIn(done.stage())) {
            return Optional.empty();
        }
        ready = true;
        note(done);
        if (!done.seen()) {
            return Optional.empty();
        }
        visits.add(visits.removeLast().done(done.time()));
        return took(visits.getLast());
    }

    private Optional<Took> took(StageVisit visit) {
        return visit.stage() instanceof Stage.Known stage
                ? visit.work().map(work -> new Took(billingCycle, stage, work))
                : Optional.empty();
    }

    private Optional<Took> sample(RunEvent.PercentSeen seen) {
        var here = visits.isEmpty() ? Optional.<StageVisit>empty() : Optional.of(visits.getLast());
        if (here.filter(visit -> visit.stage().equals(seen.stage()) && !seen.time().isBefore(visit.from())).isEmpty()) {
            return Optional.empty();
        }
        var last = samples.isEmpty() ? -1 : samples.getLast().percent();
        if (seen.percent() < last) {
            // The server has begun anew; what went before says nothing of the pace now.
            samples.clear();
        }
        samples.add(new PercentSample(seen.time(), seen.percent()));
        thin(samples, MOST_SAMPLES);
        return Optional.empty();
    }

    private Optional<Took> note(RunEvent event) {
        timeline.add(event);
        trim(timeline, LONGEST_TIMELINE);
        return Optional.empty();
    }

    private Optional<Took> drift(RunEvent.Drifted drifted) {
        trend.add(drifted.point());
        thin(trend, MOST_POINTS);
        return Optional.empty();
    }

    private static void trim(List<?> list, int most) {
        if (list.size() > most) {
            list.removeFirst();
        }
    }

    /** Halves the older part: a line keeps its shape, and what is recent stays exact. */
    private static <T> void thin(List<T> list, int most) {
        if (list.size() > most) {
            var kept = new ArrayList<T>(most);
            var exact = most / 2;
            for (int i = 0; i < list.size(); i++) {
                if (i % 2 == 0 || i >= exact) {
                    kept.add(list.get(i));
                }
            }
            list.clear();
            list.addAll(kept);
        }
    }

    Optional<Stage> lastStage() {
        return visits.isEmpty() ? Optional.empty() : Optional.of(visits.getLast().stage());
    }

    boolean isReady() {
        return ready;
    }

    boolean hasTrend() {
        return !trend.isEmpty();
    }

    boolean isActive() {
        return active;
    }

    void watch(Instant since, boolean isActive) {
        active = isActive;
        watched = watched.or(() -> Optional.of(since));
    }

    RunHistory history() {
        return new RunHistory(run, visits, samples, timeline, trend, lastChange, watched);
    }

    Optional<Instant> quietSince() {
        return lastChange.filter(last -> watched.filter(last::isBefore).isEmpty()).or(() -> watched);
    }
}
