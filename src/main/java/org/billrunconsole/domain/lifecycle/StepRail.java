package org.billrunconsole.domain.lifecycle;

import java.util.List;
import java.util.stream.IntStream;
import org.billrunconsole.domain.Progress;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage;

/**
 * The steps of a run from open to finished, and how each stands, as the step rail shows them.
 *
 * @param steps the steps in order
 */
public record StepRail(List<Entry> steps) {

    /** A step of the rail. */
    public enum Step {
        CLOSE_AND_REPORT, DRAFT_INVOICES, REVIEW_DRAFTS, FULL_INVOICES, DISTRIBUTION, AUTOMATIC, FINISHED
    }

    /** How a step stands. */
    public enum State {
        /** Behind the run. */
        DONE,
        /** The server is, or may be, at it. */
        CURRENT,
        /** It is a person's turn. */
        WAITING,
        /** Ahead of the run. */
        AHEAD
    }

    /** One step and how it stands. */
    public record Entry(Step step, State state) {}

    public StepRail {
        steps = List.copyOf(steps);
    }

    /** The rail of a run; with every step ahead where the server's words are not clear. */
    public static StepRail of(Run run) {
        var order = order(run.key().kind());
        var position = position(Progress.of(run), run.key().kind());
        var at = order.indexOf(position.step());
        return new StepRail(IntStream.range(0, order.size())
                .mapToObj(i -> new Entry(order.get(i),
                        i < at ? State.DONE : i == at ? position.state() : State.AHEAD))
                .toList());
    }

    private static List<Step> order(RunKind kind) {
        return switch (kind) {
            case REGULAR -> List.of(Step.values());
            case ADHOC -> List.of(Step.CLOSE_AND_REPORT, Step.FULL_INVOICES, Step.DISTRIBUTION, Step.AUTOMATIC,
                    Step.FINISHED);
        };
    }

    private static Entry position(Progress progress, RunKind kind) {
        return switch (progress) {
            case Progress.Open _ -> new Entry(Step.CLOSE_AND_REPORT, State.WAITING);
            case Progress.Starting _ -> new Entry(Step.CLOSE_AND_REPORT, State.CURRENT);
            case Progress.Running(var stage, _) -> new Entry(step(stage), State.CURRENT);
            case Progress.RunningOrWaiting(var stage) -> new Entry(step(stage), State.CURRENT);
            case Progress.Ready(var stage) -> new Entry(next(stage, kind), State.WAITING);
            case Progress.Finished _ -> new Entry(Step.FINISHED, State.DONE);
            case Progress.Unclear _ -> new Entry(Step.CLOSE_AND_REPORT, State.AHEAD);
        };
    }

    /** The step a stage belongs to. */
    public static Step step(Stage.Known stage) {
        return switch (stage) {
            case PROPERTIES, STARTING, REPORTING -> Step.CLOSE_AND_REPORT;
            case DRAFT_INVOICES -> Step.DRAFT_INVOICES;
            case FULL_INVOICES -> Step.FULL_INVOICES;
            case DISTRIBUTION -> Step.DISTRIBUTION;
            case COMBINING_INVOICES, PAYMENT, REACTIVATING_RPIS, ARCHIVING -> Step.AUTOMATIC;
            case FINISHED -> Step.FINISHED;
        };
    }

    private static Step next(Stage.Known done, RunKind kind) {
        return switch (done) {
            case DRAFT_INVOICES -> Step.REVIEW_DRAFTS;
            case FULL_INVOICES -> Step.DISTRIBUTION;
            default -> kind == RunKind.REGULAR ? Step.DRAFT_INVOICES : Step.FULL_INVOICES;
        };
    }
}
