package org.billrunconsole.runs.plan;

import java.util.Optional;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.plan.StopReason;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.ConfirmedWrite;
import org.billrunconsole.domain.write.RequestFactory;
import org.billrunconsole.runs.write.WriteResult;
import org.billrunconsole.runs.write.Writes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands the steps of a plan to the write path, and says what their results mean for the plan. */
final class StepWrites {

    private static final Logger LOG = LoggerFactory.getLogger(StepWrites.class);

    /** What became of a step. */
    sealed interface Sent {

        /** The server took it, and a reading agrees. */
        record Taken() implements Sent {}

        /** It certainly did not go out, for a reason that has nothing to do with the run. */
        record NotOut(StopReason why) implements Sent {}

        /** The server said no. */
        record Refused(StopReason why) implements Sent {}

        /** The run is not taken any further. */
        record Stopped(StopReason why) implements Sent {}
    }

    private final RequestFactory requests;
    private final Writes writes;

    StepWrites(RequestFactory requests, Writes writes) {
        this.requests = requests;
        this.writes = writes;
    }

    /**
     * Sends a step, at most once; blocks.
     *
     * @param confirmed the run as the operator, or the plan on their word, confirmed it
     * @param reason    why it is done in spite of warnings; empty if there were none
     */
    Sent perform(Action step, Run confirmed, String reason) {
        var command = command(step, confirmed.key());
        return meaning(step, perform(new ConfirmedWrite(command, confirmed, requests.request(command, confirmed),
                reason)));
    }

    private WriteResult perform(ConfirmedWrite write) {
        try {
            return writes.perform(write);
        } catch (RuntimeException e) {
            // The write path reports everything it expects; what it does not may have happened after sending.
            LOG.error("The write path failed unexpectedly", e);
            return new WriteResult.Unknown(Optional.empty());
        }
    }

    private static Sent meaning(Action step, WriteResult result) {
        return switch (result) {
            case WriteResult.Done _ -> new Sent.Taken();
            case WriteResult.Unknown _ -> new Sent.Stopped(new StopReason.OutcomeUnknown(step, Optional.empty()));
            case WriteResult.Refused(var failure) -> new Sent.Refused(failed(step, failure));
            case WriteResult.NotSent(var failure) -> new Sent.NotOut(failed(step, failure));
            case WriteResult.ChangedMeanwhile(_, var differences) -> new Sent.Stopped(new StopReason.Changed(
                    differences));
            case WriteResult.NotAllowed(var reason) when PlanRules.holds(reason) -> new Sent.NotOut(
                    new StopReason.NotAllowed(step, reason));
            case WriteResult.NotAllowed(var reason) -> new Sent.Stopped(new StopReason.NotAllowed(step, reason));
            case WriteResult.AlreadyUnderWay _ -> new Sent.Stopped(StopReason.Plain.ANOTHER_CHANGE);
            case WriteResult.JournalFailed _ -> new Sent.Stopped(StopReason.Plain.NOTHING_KEPT);
        };
    }

    private static StopReason.Failed failed(Action action, Failure failure) {
        return new StopReason.Failed(action, failure.getClass().getSimpleName(), said(failure));
    }

    private static String said(Failure failure) {
        return switch (failure) {
            case Failure.Forbidden(_, var words) -> said(words);
            case Failure.Rejected(_, var words) -> said(words);
            case Failure.Conflict(_, var words) -> said(words);
            case Failure.ServerError(_, var words) -> said(words);
            case Failure.Unreachable(_, _, var detail) -> detail;
            case Failure.Unauthorised _,Failure.NotSignedIn _,Failure.NotFound _,Failure.RateLimited _,Failure.TimedOut _,Failure.MalformedAnswer _,Failure.TooLarge _,Failure.ListTooLong _,Failure.Cancelled _,Failure.Unexpected _ ->
                    "";
        };
    }

    private static String said(Failure.ServerWords words) {
        return words.message().or(words::error).orElse("");
    }

    private static Command command(Action step, RunKey run) {
        return switch (step) {
            case CLOSE -> new Command.Close(run, Optional.empty(), Optional.empty());
            case DRAFT_INVOICES -> new Command.DraftInvoices(run);
            case FULL_INVOICES -> new Command.FullInvoices(run);
            case DISTRIBUTE -> new Command.Distribute(run);
            case REOPEN, CHANGE_INVOICE_DATE, CHANGE_NICKNAME, ADJUST_SCHEDULE -> throw new IllegalArgumentException(
                    "Not a step of a plan: " + step);
        };
    }
}
