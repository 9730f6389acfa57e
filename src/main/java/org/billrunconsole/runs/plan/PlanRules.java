package org.billrunconsole.runs.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.billrunconsole.domain.Progress;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.history.Stall;
import org.billrunconsole.domain.lifecycle.ActionContext;
import org.billrunconsole.domain.lifecycle.Legality;
import org.billrunconsole.domain.lifecycle.Lifecycle;
import org.billrunconsole.domain.lifecycle.Reason;
import org.billrunconsole.domain.plan.AcceptedChecks;
import org.billrunconsole.domain.plan.PlanGoal;
import org.billrunconsole.domain.plan.RunStanding;
import org.billrunconsole.domain.plan.StopReason;
import org.billrunconsole.domain.review.Check;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.runs.RunFields;

/**
 * The rules by which a plan moves a run: what comes next, as a pure function of the run as last read and of what the
 * plan has done with it. What is legal is asked of {@link Lifecycle} alone.
 */
final class PlanRules {

    private PlanRules() {}

    /** What comes next for a run. */
    sealed interface Next {

        /** It is where the plan was to take it. */
        record Reached() implements Next {}

        /** This step is due. */
        record Take(Action action) implements Next {}

        /** Nothing is to be done now. */
        record Await(RunStanding standing) implements Next {}

        /** It is not taken any further. */
        record Stop(StopReason why) implements Next {}
    }

    /**
     * What decides besides the run.
     *
     * @param stall  the run's stall, if it is stalled
     * @param checks what concerns a step of the run as it is now; asked only for a step that is otherwise due
     */
    record Circumstances(ActionContext context, Optional<Stall> stall, Function<Action, List<Check>> checks) {}

    /** The steps that take a run from where it is to a goal, in order; empty if none is left. */
    static List<Action> stepsTo(Run run, PlanGoal.RunThrough until) {
        var way = way(run.key().kind());
        var first = Lifecycle.due(run).map(way::indexOf).orElse(-1);
        var last = way.indexOf(lastStep(until));
        return first >= 0 && first <= last ? way.subList(first, last + 1) : List.of();
    }

    /** The step with which a goal is reached. */
    static Action lastStep(PlanGoal goal) {
        return switch (goal) {
            case PlanGoal.OneStep(var action) -> action;
            case PlanGoal.RunThrough until -> lastStep(until);
        };
    }

    /** The step whose stage is a goal. */
    static Action lastStep(PlanGoal.RunThrough until) {
        return switch (until) {
            case REPORTED -> Action.CLOSE;
            case DRAFTS_READY -> Action.DRAFT_INVOICES;
            case FULL_INVOICES_READY -> Action.FULL_INVOICES;
        };
    }

    /** The stage into which a step brings a run. */
    static Stage.Known stageOf(Action step) {
        return switch (step) {
            case CLOSE -> Stage.Known.REPORTING;
            case DRAFT_INVOICES -> Stage.Known.DRAFT_INVOICES;
            case FULL_INVOICES -> Stage.Known.FULL_INVOICES;
            case DISTRIBUTE -> Stage.Known.DISTRIBUTION;
            case REOPEN, CHANGE_INVOICE_DATE, CHANGE_NICKNAME, ADJUST_SCHEDULE -> throw new IllegalArgumentException(
                    "Not a step of a plan: " + step);
        };
    }

    /** True if what denies a step is only that the server is still at work. */
    static boolean endsByItself(StopReason why) {
        return why instanceof StopReason.NotAllowed(_, var reason) && reason.code() == Reason.Code.STAGE_RUNNING;
    }

    /** True if a step that is due has to wait for something that has nothing to do with its run. */
    static boolean holds(Reason reason) {
        return switch (reason.code()) {
            case STALE, PAUSED, READ_ONLY_CONNECTION, ACTION_UNDER_WAY -> true;
            default -> false;
        };
    }

    /** What comes next for a run of a plan that has got its place. */
    static Next next(PlanGoal goal, PlanState.Entry entry, Run now, Circumstances all) {
        if (all.context().outcomeUnknown()) {
            return unknown(entry, all);
        }
        return switch (goal) {
            case PlanGoal.OneStep(var action) -> entry.lastTaken().isPresent()
                    ? new Next.Reached()
                    : now.stage().equals(entry.expectedStage())
                            ? take(action, entry, now, all)
                            : new Next.Stop(new StopReason.MovedOn(entry.expectedStage(), now.stage()));
            case PlanGoal.RunThrough until -> through(until, entry, now, all);
        };
    }

    private static Next unknown(PlanState.Entry entry, Circumstances all) {
        return entry.sending().<Next>map(action -> new Next.Await(new RunStanding.BeingFoundOut(action)))
                // A change that has nothing to do with this plan is being found out.
                .orElseGet(() -> new Next.Stop(StopReason.Plain.ANOTHER_CHANGE));
    }

    private static Next through(PlanGoal.RunThrough until, PlanState.Entry entry, Run now, Circumstances all) {
        var expected = entry.expectedStage();
        return switch (Progress.of(now)) {
            case Progress.Open _ when entry.lastTaken().isEmpty() -> take(Action.CLOSE, entry, now, all);
            // Closing goes through this for a moment.
            case Progress.Starting _ when entry.lastTaken().equals(Optional.of(Action.CLOSE)) -> running(
                    Stage.Known.STARTING, new Progress.Running(Stage.Known.STARTING, now.percentage()), all);
            case Progress.Running running when isAt(expected, running.stage()) ->
                    running(running.stage(), running, all);
            case Progress.RunningOrWaiting(var stage) when isAt(expected, stage) -> entry.isSaidDone(stage)
                    ? done(until, stage, entry, now, all)
                    : new Next.Await(new RunStanding.NeedsProof(stage));
            case Progress.Ready(var stage) when isAt(expected, stage) -> done(until, stage, entry, now, all);
            case Progress.Unclear _ -> take(lastStep(until), entry, now, all);
            case Progress.Open _,Progress.Starting _,Progress.Running _,Progress.RunningOrWaiting _,Progress.Ready _,Progress.Finished _ ->
                    elsewhere(until, entry, now);
        };
    }

    private static boolean isAt(Optional<Stage> expected, Stage.Known stage) {
        return expected.equals(Optional.of(stage));
    }

    private static Next running(Stage.Known stage, Progress.Running running, Circumstances all) {
        return all.stall()
                .filter(stall -> !stall.mayBeWaiting())
                .<Next>map(stall -> new Next.Stop(new StopReason.Stalled(stage, stall.since())))
                .orElseGet(() -> new Next.Await(new RunStanding.InProgress(stage, running.percent())));
    }

    private static Next done(PlanGoal.RunThrough until, Stage.Known stage, PlanState.Entry entry, Run now,
            Circumstances all) {
        return stage == until.stage()
                ? new Next.Reached()
                : take(stepsTo(now, until).getFirst(), entry, now, all);
    }

    /** Not where the plan left it. A later stage proves that the goal is behind it; any other is somebody else's doing. */
    private static Next elsewhere(PlanGoal.RunThrough until, PlanState.Entry entry, Run now) {
        var brought = entry.lastTaken().equals(Optional.of(lastStep(until)));
        var beyond = now.stage().filter(Stage.Known.class::isInstance).map(Stage.Known.class::cast).filter(
                stage -> stage.compareTo(until.stage()) > 0);
        return brought && beyond.isPresent()
                ? new Next.Reached()
                : new Next.Stop(new StopReason.MovedOn(entry.expectedStage(), now.stage()));
    }

    private static Next take(Action action, PlanState.Entry entry, Run now, Circumstances all) {
        switch (Lifecycle.judge(now, action, all.context())) {
            case Legality.Denied(var reason) when holds(reason) -> {
                return new Next.Await(new RunStanding.Held(action, reason));
            }
            case Legality.Denied(var reason) -> {
                return new Next.Stop(new StopReason.NotAllowed(action, reason));
            }
            case Legality.Allowed(var unproven) -> {
                if (unproven && Progress.of(now) instanceof Progress.RunningOrWaiting(var stage)
                        && !entry.isSaidDone(stage)) {
                    return new Next.Await(new RunStanding.NeedsProof(stage));
                }
            }
        }
        var changes = RunFields.standingDifferences(entry.planned().shown(), now);
        if (!changes.isEmpty()) {
            return new Next.Stop(new StopReason.Changed(changes));
        }
        var warned = AcceptedChecks.without(entry.planned().accepted(), all.checks().apply(action));
        return warned.isEmpty() ? new Next.Take(action) : new Next.Stop(new StopReason.Warned(action, warned));
    }

    private static List<Action> way(RunKind kind) {
        return switch (kind) {
            case REGULAR -> List.of(Action.CLOSE, Action.DRAFT_INVOICES, Action.FULL_INVOICES);
            case ADHOC -> List.of(Action.CLOSE, Action.FULL_INVOICES);
        };
    }
}
