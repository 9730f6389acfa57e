package org.billrunconsole.ui.plan.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.billrunconsole.domain.Progress;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.plan.Plan;
import org.billrunconsole.domain.plan.PlanGoal;
import org.billrunconsole.domain.plan.RunInPlan;
import org.billrunconsole.domain.plan.RunStanding;
import org.billrunconsole.domain.plan.RunVerdict;
import org.billrunconsole.domain.plan.StopReason;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.ui.plan.panel.PlanPanelLine.Step;

/** Which steps a plan has, and how each of them stands for a run. Pure functions. */
final class PlanPanelSteps {

    private PlanPanelSteps() {}

    /** The steps of a plan, in their order. */
    static List<Action> of(Plan plan) {
        return switch (plan.goal()) {
            case PlanGoal.OneStep(var action) -> List.of(action);
            case PlanGoal.RunThrough until -> {
                var onlyAdhoc = plan.runs().stream().allMatch(run -> run.key().kind() == RunKind.ADHOC);
                yield switch (until) {
                    case REPORTED -> List.of(Action.CLOSE);
                    case DRAFTS_READY -> List.of(Action.CLOSE, Action.DRAFT_INVOICES);
                    case FULL_INVOICES_READY -> onlyAdhoc ? List.of(Action.CLOSE, Action.FULL_INVOICES)
                            : List.of(Action.CLOSE, Action.DRAFT_INVOICES, Action.FULL_INVOICES);
                };
            }
        };
    }

    /** How each of them stands for a run. */
    static List<Step> states(PlanGoal goal, List<Action> steps, RunInPlan run) {
        var skipped = run.verdict().filter(verdict -> verdict.outcome() == RunVerdict.Outcome.SKIPPED).isPresent();
        var states = new ArrayList<Step>();
        for (var step : steps) {
            states.add(skipped || isNotItsOwn(step, run) ? Step.NONE
                    : run.verdict().equals(Optional.of(RunVerdict.DONE)) ? Step.DONE
                            : goal instanceof PlanGoal.OneStep ? Step.AHEAD : byProgress(step, run));
        }
        if (!skipped) {
            current(run).map(steps::indexOf).filter(at -> at >= 0).ifPresent(at -> states.set(at, present(run)));
            stoppedAt(steps, states, run).ifPresent(at -> states.set(at, Step.STOPPED));
        }
        return List.copyOf(states);
    }

    private static boolean isNotItsOwn(Action step, RunInPlan run) {
        return step == Action.DRAFT_INVOICES && run.planned().key().kind() == RunKind.ADHOC;
    }

    private static Step byProgress(Action step, RunInPlan run) {
        return switch (Progress.of(run.now().orElse(run.planned().shown()))) {
            case Progress.Open _,Progress.Unclear _ -> Step.AHEAD;
            case Progress.Starting _ -> step == Action.CLOSE ? Step.running(OptionalDouble.empty()) : Step.AHEAD;
            case Progress.Running(var stage, var percent) -> at(step, stage, Step.running(share(percent)));
            case Progress.Ready(var stage) -> at(step, stage, Step.DONE);
            case Progress.RunningOrWaiting(var stage) -> at(step, stage, Step.running(OptionalDouble.empty()));
            case Progress.Finished _ -> Step.DONE;
        };
    }

    private static Step at(Action step, Stage.Known stage, Step here) {
        var order = stageOf(step).compareTo(stage);
        return order < 0 ? Step.DONE : order == 0 ? here : Step.AHEAD;
    }

    /** The step that is being worked on, whatever the run's last reading shows. */
    private static Optional<Action> current(RunInPlan run) {
        return switch (run.standing()) {
            case RunStanding.Sending(var action, _) -> Optional.of(action);
            case RunStanding.BeingFoundOut(var action) -> Optional.of(action);
            case RunStanding.InProgress(var stage, _) -> stepOf(stage);
            case RunStanding.NeedsProof(var stage) -> stepOf(stage);
            case RunStanding.WaitsForPlace _,RunStanding.WaitsForOperator _,RunStanding.Held _,RunStanding.Ended _ ->
                    Optional.empty();
        };
    }

    private static Step present(RunInPlan run) {
        return switch (run.standing()) {
            case RunStanding.InProgress(_, var percent) -> Step.running(share(percent));
            case RunStanding.BeingFoundOut _ -> Step.STOPPED;
            default -> Step.running(OptionalDouble.empty());
        };
    }

    /** Where a run that is not done has stopped: at the step that it is about, else at the first that is not done. */
    private static Optional<Integer> stoppedAt(List<Action> steps, List<Step> states, RunInPlan run) {
        return run.verdict().flatMap(RunVerdict::why).flatMap(why -> about(why)
                .map(steps::indexOf)
                .filter(at -> at >= 0)
                .or(() -> firstNotDone(states)));
    }

    private static Optional<Integer> firstNotDone(List<Step> states) {
        for (int i = 0; i < states.size(); i++) {
            if (!states.get(i).equals(Step.DONE) && !states.get(i).equals(Step.NONE)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static Optional<Action> about(StopReason why) {
        return switch (why) {
            case StopReason.NotAllowed(var action, _) -> Optional.of(action);
            case StopReason.Warned(var action, _) -> Optional.of(action);
            case StopReason.Failed(var action, _, _) -> Optional.of(action);
            case StopReason.OutcomeUnknown(var action, _) -> Optional.of(action);
            case StopReason.Stalled(var stage, _) -> stepOf(stage);
            case StopReason.Changed _,StopReason.MovedOn _,StopReason.Plain _ -> Optional.empty();
        };
    }

    private static OptionalDouble share(OptionalInt percent) {
        return percent.isPresent() ? OptionalDouble.of(percent.getAsInt() / 100.0) : OptionalDouble.empty();
    }

    private static Optional<Action> stepOf(Stage.Known stage) {
        return switch (stage) {
            case STARTING, REPORTING -> Optional.of(Action.CLOSE);
            case DRAFT_INVOICES -> Optional.of(Action.DRAFT_INVOICES);
            case FULL_INVOICES -> Optional.of(Action.FULL_INVOICES);
            case DISTRIBUTION -> Optional.of(Action.DISTRIBUTE);
            case PROPERTIES, COMBINING_INVOICES, PAYMENT, REACTIVATING_RPIS, ARCHIVING, FINISHED -> Optional.empty();
        };
    }

    private static Stage.Known stageOf(Action step) {
        return switch (step) {
            case CLOSE -> Stage.Known.REPORTING;
            case DRAFT_INVOICES -> Stage.Known.DRAFT_INVOICES;
            case FULL_INVOICES -> Stage.Known.FULL_INVOICES;
            case DISTRIBUTE -> Stage.Known.DISTRIBUTION;
            case REOPEN, CHANGE_INVOICE_DATE, CHANGE_NICKNAME, ADJUST_SCHEDULE -> throw new IllegalArgumentException(
                    "Not a step of a plan: " + step);
        };
    }
}
