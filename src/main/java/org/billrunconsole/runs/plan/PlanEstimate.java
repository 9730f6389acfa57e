package org.billrunconsole.runs.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.plan.PlanGoal;
import org.billrunconsole.domain.plan.PlanPhase;
import org.billrunconsole.domain.plan.PlanSnapshot;
import org.billrunconsole.domain.plan.RunInPlan;
import org.billrunconsole.domain.plan.RunStanding;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.runs.history.Estimates;
import org.billrunconsole.runs.review.RunAnalysis;

/**
 * When a guided run-through ends, as a range, learned from how long the same steps took before. There is none while
 * one of its runs has a step without a history, while the plan is paused or held, or while a run waits for a person.
 */
public final class PlanEstimate {

    private final RunAnalysis analysis;

    public PlanEstimate(RunAnalysis analysis) {
        this.analysis = analysis;
    }

    /** From when to when a plan may end. */
    public record Range(Instant earliest, Instant latest) {}

    /** How long something takes at least and at most. */
    private record Span(Duration least, Duration most) {

        static final Span NOTHING = new Span(Duration.ZERO, Duration.ZERO);

        Span plus(Span other) {
            return new Span(least.plus(other.least), most.plus(other.most));
        }
    }

    /** The range for a plan as it is; empty where nothing can be said. */
    public Optional<Range> of(PlanSnapshot plan, Instant now) {
        if (plan.phase() != PlanPhase.RUNNING || plan.held().isPresent()
                || !(plan.plan().goal() instanceof PlanGoal.RunThrough until)) {
            return Optional.empty();
        }
        var open = plan.runs().stream().filter(run -> run.verdict().isEmpty()).toList();
        var spans = open.stream().map(run -> span(run, until)).toList();
        if (open.isEmpty() || spans.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        var known = spans.stream().map(Optional::get).toList();
        var places = plan.plan().options().mostInProgress();
        return Optional.of(new Range(now.plus(length(open, known.stream().map(Span::least).toList(), places)),
                now.plus(length(open, known.stream().map(Span::most).toList(), places))));
    }

    /** How long it takes until all are through, if each that waits takes the first place that becomes free. */
    private static Duration length(List<RunInPlan> runs, List<Duration> each, int places) {
        var free = new PriorityQueue<Duration>();
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).began().isPresent()) {
                free.add(each.get(i));
            }
        }
        while (free.size() < places) {
            free.add(Duration.ZERO);
        }
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).began().isEmpty()) {
                free.add(free.remove().plus(each.get(i)));
            }
        }
        return free.stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }

    private Optional<Span> span(RunInPlan run, PlanGoal.RunThrough until) {
        if (run.now().isEmpty() || run.standing() instanceof RunStanding.NeedsProof
                || run.standing() instanceof RunStanding.BeingFoundOut) {
            return Optional.empty();
        }
        var now = run.now().get();
        return present(run, now).flatMap(left -> steps(PlanRules.stepsTo(now, until), now).map(left::plus));
    }

    private Optional<Span> present(RunInPlan run, Run now) {
        return run.standing() instanceof RunStanding.InProgress
                ? analysis.left(now).map(left -> new Span(left.least(), left.most()))
                : Optional.of(Span.NOTHING);
    }

    private Optional<Span> steps(List<Action> steps, Run run) {
        var sum = Optional.of(Span.NOTHING);
        for (var step : steps) {
            sum = sum.flatMap(sofar -> usual(run, PlanRules.stageOf(step)).map(sofar::plus));
        }
        return sum;
    }

    private Optional<Span> usual(Run run, Stage stage) {
        return analysis.usual(run, stage).map(PlanEstimate::between);
    }

    /** What it took the last time and what it usually takes, which of the two it will be nobody knows. */
    private static Span between(Estimates.Usual usual) {
        return usual.last().compareTo(usual.median()) < 0
                ? new Span(usual.last(), usual.median())
                : new Span(usual.median(), usual.last());
    }
}
