package org.billrunconsole.runs.plan;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Progress;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.lifecycle.ActionContext;
import org.billrunconsole.domain.lifecycle.Legality;
import org.billrunconsole.domain.lifecycle.Lifecycle;
import org.billrunconsole.domain.plan.PlanGoal;
import org.billrunconsole.domain.plan.PlanOrder;
import org.billrunconsole.domain.plan.StopReason;
import org.billrunconsole.domain.review.Check;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.runs.history.Estimates;
import org.billrunconsole.runs.review.RunAnalysis;
import org.billrunconsole.runs.write.RunActions;

/**
 * Puts together what a plan's sheet shows of the chosen runs. Goes through all runs of each one's cycle, so not for the
 * window's thread.
 */
public final class PlanPreparation {

    private final RunActions actions;
    private final RunAnalysis analysis;

    public PlanPreparation(RunActions actions, RunAnalysis analysis) {
        this.actions = actions;
        this.analysis = analysis;
    }

    /** The chosen runs for a goal, in the order given. */
    public List<Candidate> candidates(PlanGoal goal, List<? extends Run> chosen) {
        return chosen.stream().map(run -> candidate(goal, run)).toList();
    }

    /** The same in the order in which a plan would begin them. */
    public static List<Candidate> inOrder(PlanOrder order, List<Candidate> candidates) {
        return switch (order) {
            case AS_LISTED -> candidates;
            case SHORTEST_FIRST -> candidates.stream()
                    .sorted(Comparator.comparing((Candidate each) -> each.usual().isEmpty())
                            .thenComparing(each -> each.usual().orElse(Duration.ZERO)))
                    .toList();
            case BY_CYCLE -> candidates.stream()
                    .sorted(Comparator.comparingLong((Candidate each) -> cycle(each.run()))
                            .thenComparing(each -> periodEnd(each.run())))
                    .toList();
        };
    }

    /** Whether anything can be done with a run for a goal; quick, to count those that can be chosen for it. */
    public boolean canServe(PlanGoal goal, Run run) {
        return skipped(goal, run).isEmpty();
    }

    private Optional<StopReason> skipped(PlanGoal goal, Run run) {
        return switch (goal) {
            case PlanGoal.OneStep(var action) -> denied(run, action);
            case PlanGoal.RunThrough until -> cannotReach(run, until);
        };
    }

    private Candidate candidate(PlanGoal goal, Run run) {
        var skipped = skipped(goal, run);
        if (skipped.isPresent()) {
            return new Candidate(run, skipped, List.of(), false, Optional.empty());
        }
        var steps = steps(goal, run);
        var checks = new LinkedHashSet<Check>();
        steps.forEach(action -> checks.addAll(analysis.checks(action, run, 0)));
        return new Candidate(run, Optional.empty(),
                checks.stream().sorted(Comparator.comparing(Check::severity).reversed()).toList(),
                !steps.isEmpty() && Progress.of(run) instanceof Progress.RunningOrWaiting, usual(goal, run));
    }

    /** What a read-only connection, a lost one or a pause forbids is for the plan to wait for, not for its sheet. */
    private ActionContext context(Run run) {
        return actions.contextOf(run.key()).withChanges(ActionContext.Changes.ON).withNoJournal(false).withData(
                ActionContext.Data.FRESH);
    }

    private Optional<StopReason> denied(Run run, Action action) {
        return Lifecycle.judge(run, action, context(run)) instanceof Legality.Denied(var reason)
                ? Optional.of(new StopReason.NotAllowed(action, reason))
                : Optional.empty();
    }

    private Optional<StopReason> cannotReach(Run run, PlanGoal.RunThrough until) {
        var steps = PlanRules.stepsTo(run, until);
        // With nothing left to send it is there, or on its way there without this plan; the lifecycle says which.
        var first = steps.isEmpty() ? PlanRules.lastStep(until) : steps.getFirst();
        return denied(run, first).filter(why -> steps.isEmpty()
                || !(Progress.of(run) instanceof Progress.Running && PlanRules.endsByItself(why)));
    }

    private static List<Action> steps(PlanGoal goal, Run run) {
        return switch (goal) {
            case PlanGoal.OneStep(var action) -> List.of(action);
            case PlanGoal.RunThrough until -> PlanRules.stepsTo(run, until);
        };
    }

    private Optional<Duration> usual(PlanGoal goal, Run run) {
        var sum = Duration.ZERO;
        for (var step : steps(goal, run)) {
            var usual = analysis.usual(run, PlanRules.stageOf(step)).map(Estimates.Usual::median);
            if (usual.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.plus(usual.get());
        }
        return Optional.of(sum);
    }

    private static long cycle(Run run) {
        return run instanceof BillRun regular ? regular.billingCycleId().orElse(Long.MAX_VALUE) : Long.MAX_VALUE;
    }

    private static LocalDate periodEnd(Run run) {
        return run instanceof BillRun regular ? regular.periodEnd().orElse(LocalDate.MAX) : LocalDate.MAX;
    }
}
