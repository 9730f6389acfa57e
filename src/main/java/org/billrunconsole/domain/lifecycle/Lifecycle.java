package org.billrunconsole.domain.lifecycle;

import static org.billrunconsole.domain.Stage.Known.DRAFT_INVOICES;
import static org.billrunconsole.domain.Stage.Known.FULL_INVOICES;
import static org.billrunconsole.domain.Stage.Known.REPORTING;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.billrunconsole.domain.Progress;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.lifecycle.Legality.Allowed;
import org.billrunconsole.domain.lifecycle.Legality.Denied;
import org.billrunconsole.domain.lifecycle.Reason.Code;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.PatchOperation;

/**
 * Decides what may be done to a run, why not, and which patch does it. Buttons, dialogs, bulk plans, the write path and
 * the tests all ask this class and no other. Source: the contract digest's life cycle; where that is silent the
 * stricter reading is taken (forward moves only, a stage must be done before the next begins).
 */
public final class Lifecycle {

    private Lifecycle() {}

    /** Whether an action is legal for a run as last read. */
    public static Legality judge(Run run, Action action, ActionContext context) {
        return inTheWay(context, action).or(() -> wrongKind(run, action))
                .<Legality>map(Denied::new)
                .orElseGet(() -> judge(run, Progress.of(run), action, context));
    }

    /** What stands in the way of every action of every run of a connection now: rights, the journal, old data. */
    public static Optional<Reason> connectionInTheWay(ActionContext context) {
        if (context.noJournal()) {
            return Optional.of(Reason.of(Code.NO_JOURNAL));
        }
        return switch (context.changes()) {
            case RULED_OUT -> Optional.of(Reason.of(Code.CHANGES_RULED_OUT));
            case OFF -> Optional.of(Reason.of(Code.READ_ONLY_CONNECTION));
            case ON -> dataInTheWay(context);
        };
    }

    /** The step that is due for a run, whether or not it can start this moment; empty when nothing is left to do. */
    public static Optional<Action> due(Run run) {
        return switch (Progress.of(run)) {
            case Progress.Open _,Progress.Starting _ -> Optional.of(Action.CLOSE);
            case Progress.Running(var stage, _) -> after(run, stage);
            case Progress.Ready(var stage) -> after(run, stage);
            case Progress.RunningOrWaiting(var stage) -> after(run, stage);
            case Progress.Finished _,Progress.Unclear _ -> Optional.empty();
        };
    }

    /** The actions that exist for a kind of run, in the order in which they are offered. */
    public static List<Action> actions(RunKind kind) {
        return switch (kind) {
            case REGULAR -> List.of(Action.CLOSE, Action.DRAFT_INVOICES, Action.FULL_INVOICES, Action.DISTRIBUTE,
                    Action.REOPEN, Action.CHANGE_INVOICE_DATE, Action.ADJUST_SCHEDULE);
            case ADHOC -> List.of(Action.CLOSE, Action.FULL_INVOICES, Action.DISTRIBUTE, Action.REOPEN,
                    Action.CHANGE_INVOICE_DATE, Action.CHANGE_NICKNAME);
        };
    }

    /**
     * The JSON Patch of a command, as the contract shows it; empty for {@link Command.AdjustSchedule}, which is a POST
     * without a body.
     *
     * @param reopenPatch what to send for {@link Command.Reopen}; the vendor names reopening but shows no patch
     */
    public static List<PatchOperation> patch(Command command, List<PatchOperation> reopenPatch) {
        return switch (command) {
            case Command.Close close -> closePatch(close);
            case Command.DraftInvoices _ -> List.of(stage(DRAFT_INVOICES));
            case Command.FullInvoices _ -> List.of(stage(FULL_INVOICES));
            case Command.Distribute _ -> List.of(stage(Stage.Known.DISTRIBUTION));
            case Command.Reopen _ -> reopenPatch;
            case Command.ChangeInvoiceDate(_, var date) -> List.of(
                    PatchOperation.replace("/invoiceDate", date.toString()));
            case Command.ChangeNickname(_, var nickname) -> List.of(PatchOperation.replace("/nickname", nickname));
            case Command.AdjustSchedule _ -> List.of();
        };
    }

    private static List<PatchOperation> closePatch(Command.Close close) {
        var patch = new ArrayList<PatchOperation>();
        // An ad hoc run is closed by its stage alone: billRunStatus is not part of the documented patch.
        if (close.run().kind() == RunKind.REGULAR) {
            patch.add(PatchOperation.replace("/billRunStatus", RunStatus.Known.CLOSED.wire()));
        }
        patch.add(stage(REPORTING));
        close.invoiceDate().ifPresent(date -> patch.add(PatchOperation.replace("/invoiceDate", date.toString())));
        close.nickname().ifPresent(name -> patch.add(PatchOperation.replace("/nickname", name)));
        return List.copyOf(patch);
    }

    private static PatchOperation stage(Stage.Known stage) {
        return PatchOperation.replace("/summaryStatus", stage.wire());
    }

    private static Optional<Action> after(Run run, Stage.Known stage) {
        return switch (stage) {
            case PROPERTIES -> Optional.of(Action.CLOSE);
            case STARTING, REPORTING -> Optional.of(
                    run.key().kind() == RunKind.REGULAR ? Action.DRAFT_INVOICES : Action.FULL_INVOICES);
            case DRAFT_INVOICES -> Optional.of(Action.FULL_INVOICES);
            case FULL_INVOICES -> Optional.of(Action.DISTRIBUTE);
            case DISTRIBUTION, COMBINING_INVOICES, PAYMENT, REACTIVATING_RPIS, ARCHIVING, FINISHED -> Optional.empty();
        };
    }

    private static Optional<Reason> inTheWay(ActionContext context, Action action) {
        if (context.noJournal() || context.changes() != ActionContext.Changes.ON) {
            return connectionInTheWay(context);
        }
        if (context.refused().contains(action)) {
            return Optional.of(Reason.of(Code.READ_ONLY_USER));
        }
        if (context.outcomeUnknown()) {
            return Optional.of(Reason.of(Code.OUTCOME_UNKNOWN));
        }
        if (context.actionUnderWay()) {
            return Optional.of(Reason.of(Code.ACTION_UNDER_WAY));
        }
        return dataInTheWay(context);
    }

    private static Optional<Reason> dataInTheWay(ActionContext context) {
        return switch (context.data()) {
            case FRESH -> Optional.empty();
            case STALE -> Optional.of(Reason.of(Code.STALE));
            case PAUSED -> Optional.of(Reason.of(Code.PAUSED));
        };
    }

    private static Optional<Reason> wrongKind(Run run, Action action) {
        if (actions(run.key().kind()).contains(action)) {
            return Optional.empty();
        }
        return Optional.of(Reason.of(switch (action) {
            case DRAFT_INVOICES -> Code.NO_DRAFTS_FOR_ADHOC;
            case ADJUST_SCHEDULE -> Code.SCHEDULE_REGULAR_ONLY;
            case CHANGE_NICKNAME -> Code.NICKNAME_ADHOC_ONLY;
            default -> throw new IllegalStateException(action + " exists for both kinds");
        }));
    }

    private static Legality judge(Run run, Progress progress, Action action, ActionContext context) {
        return switch (progress) {
            case Progress.Unclear unclear -> denied(unclear(unclear));
            case Progress.Finished _ -> denied(Code.FINALIZED);
            case Progress.Open _ -> whileOpen(action);
            case Progress.Starting _ -> denied(Code.STARTING);
            case Progress.Running(var stage, _) when stage.isPastDistribution() -> denied(Code.DISTRIBUTING);
            case Progress.Running(var stage, var percent) -> whenClosed(action, stage, context)
                    .orElseGet(() -> percent.isPresent()
                            ? denied(Code.STAGE_RUNNING, stage, percent.getAsInt())
                            : denied(Code.STAGE_RUNNING, stage));
            case Progress.Ready(var stage) -> whenClosed(action, stage, context)
                    .orElseGet(() -> new Allowed(false));
            case Progress.RunningOrWaiting(var stage) -> whenClosed(action, stage, context)
                    .orElseGet(() -> new Allowed(true));
        };
    }

    private static Legality whileOpen(Action action) {
        return switch (action) {
            case CLOSE, CHANGE_INVOICE_DATE, CHANGE_NICKNAME, ADJUST_SCHEDULE -> new Allowed(false);
            case DRAFT_INVOICES, FULL_INVOICES, DISTRIBUTE -> denied(Code.NOT_CLOSED);
            case REOPEN -> denied(Code.REOPEN_ONLY_CLOSED);
        };
    }

    /** What a closed run's stage denies whether or not it is done; empty if only its running can be in the way. */
    private static Optional<Legality> whenClosed(Action action, Stage.Known stage, ActionContext context) {
        var invoicesMade = stage.compareTo(FULL_INVOICES) >= 0;
        return switch (action) {
            case CLOSE -> Optional.of(denied(Code.ALREADY_CLOSED));
            case DRAFT_INVOICES -> stage.compareTo(DRAFT_INVOICES) >= 0
                    ? Optional.of(denied(Code.ALREADY_PAST, stage))
                    : Optional.empty();
            case FULL_INVOICES -> invoicesMade ? Optional.of(denied(Code.ALREADY_PAST, stage)) : Optional.empty();
            case DISTRIBUTE -> {
                if (!invoicesMade) {
                    yield Optional.of(denied(Code.NEEDS_FULL_INVOICES));
                }
                // Amounts of nobody knows what are not to be agreed to before the one step that cannot be undone.
                yield context.currencyKnown() ? Optional.empty() : Optional.of(denied(Code.CURRENCY_UNKNOWN));
            }
            case REOPEN -> {
                if (!context.reopenConfigured()) {
                    yield Optional.of(denied(Code.REOPEN_NOT_CONFIGURED));
                }
                yield invoicesMade ? Optional.of(denied(Code.INVOICES_MADE)) : Optional.empty();
            }
            case CHANGE_INVOICE_DATE -> invoicesMade ? Optional.of(denied(Code.INVOICES_MADE)) : Optional.empty();
            case CHANGE_NICKNAME -> Optional.empty();
            case ADJUST_SCHEDULE -> Optional.of(denied(Code.ONLY_OPEN));
        };
    }

    private static Reason unclear(Progress.Unclear unclear) {
        if (unclear.status().isEmpty()) {
            return Reason.of(Code.STATUS_MISSING);
        }
        if (unclear.status().get() instanceof RunStatus.Unknown(var wire)) {
            return Reason.of(Code.STATUS_UNKNOWN, wire);
        }
        if (unclear.stage().isPresent() && unclear.stage().get() instanceof Stage.Unknown(var wire)) {
            return Reason.of(Code.STAGE_UNKNOWN, wire);
        }
        return Reason.of(Code.CONTRADICTION, unclear.status().get(),
                unclear.stage().<Object>map(stage -> stage).orElse("-"));
    }

    private static Denied denied(Code code, Object... args) {
        return denied(Reason.of(code, args));
    }

    private static Denied denied(Reason reason) {
        return new Denied(reason);
    }
}
