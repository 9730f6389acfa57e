package org.billrunconsole.runs.write;

import static org.billrunconsole.domain.RunStatus.Known.CLOSED;
import static org.billrunconsole.domain.RunStatus.Known.FINALIZED;
import static org.billrunconsole.domain.RunStatus.Known.OPEN;
import static org.billrunconsole.domain.Stage.Known.DISTRIBUTION;
import static org.billrunconsole.domain.Stage.Known.DRAFT_INVOICES;
import static org.billrunconsole.domain.Stage.Known.FULL_INVOICES;
import static org.billrunconsole.domain.Stage.Known.REPORTING;
import static org.billrunconsole.domain.Stage.Known.STARTING;

import java.time.LocalDate;
import java.util.Optional;
import org.billrunconsole.api.BillRunApi;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.DisplayText;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.journal.format.JournalEntry;

/**
 * Which fields of a run a command sets, and whether a reading shows them. Other fields are not looked at: they may
 * change for other reasons.
 *
 * @param command what was to be done
 * @param before  the run as read just before
 * @param moved   where the server's answer says the schedule was moved to; empty without an answer or for other steps
 * @param cycle   its billing cycle, for the schedule; empty where it is not known or not needed
 */
record CommandEffect(Command command, Run before, Optional<BillRun> moved, Optional<BillingCycle> cycle) {

    /** What one reading of the run says. */
    enum Reading {
        /** Every field the command sets is as it sets it, or further along. */
        SHOWS_IT,
        /** Every field the command sets is as it was. */
        UNCHANGED,
        /** They are neither. */
        OTHERWISE,
        /** It does not have the fields the command sets, so it is no evidence of anything. */
        SAYS_NOTHING
    }

    /**
     * The effect of an intent. Only a schedule without a server's answer needs a call, for the billing cycle.
     *
     * @throws org.billrunconsole.domain.FailureException if that call fails
     */
    static CommandEffect of(JournalEntry.Intent intent, Optional<Activity.Answer> answer, BillRunApi api) {
        if (!(intent.command() instanceof Command.AdjustSchedule(_, var periods))
                || !(intent.before() instanceof BillRun before)) {
            return new CommandEffect(intent.command(), intent.before(), Optional.empty(), Optional.empty());
        }
        // An answer without dates, or with a move the other way, is somebody else's and no evidence of ours.
        var moved = answer.flatMap(Activity.Answer::run)
                .filter(BillRun.class::isInstance)
                .map(BillRun.class::cast)
                .filter(run -> ScheduleMove.goesTheWayOf(periods, before, run));
        var cycle = moved.isPresent() || before.billingCycleId().isEmpty()
                ? Optional.<BillingCycle>empty()
                : api.billingCycle(before.billingCycleId().getAsLong());
        return new CommandEffect(intent.command(), before, moved, cycle);
    }

    Reading read(Run now) {
        if (!says(now)) {
            return Reading.SAYS_NOTHING;
        }
        if (isShownBy(now)) {
            return Reading.SHOWS_IT;
        }
        return isUnchangedIn(now) ? Reading.UNCHANGED : Reading.OTHERWISE;
    }

    /** True if a reading has every field that the command sets. */
    private boolean says(Run now) {
        return switch (command) {
            case Command.Close(_, var date, var nickname) -> saysStep(now)
                    && (date.isEmpty() || now.invoiceDate().isPresent())
                    && (nickname.isEmpty() || saysNickname(now));
            case Command.DraftInvoices _,Command.FullInvoices _,Command.Distribute _ -> saysStep(now);
            case Command.Reopen _ -> now.status().isPresent();
            case Command.ChangeInvoiceDate _ -> now.invoiceDate().isPresent();
            case Command.ChangeNickname _ -> saysNickname(now);
            case Command.AdjustSchedule _ -> now instanceof BillRun regular && ScheduleMove.saysBoth(regular);
        };
    }

    /** A run that is finalized is beyond every step, whatever its stage. */
    private static boolean saysStep(Run now) {
        return now.hasStatus(FINALIZED) || now.status().isPresent() && now.stage().isPresent();
    }

    /** A nickname that was never given is left out of every answer, so the other fields have to vouch for the reading. */
    private static boolean saysNickname(Run now) {
        return nickname(now).isPresent() || now.status().isPresent() && now.stage().isPresent();
    }

    boolean isShownBy(Run now) {
        return switch (command) {
            case Command.Close(_, var date, var nickname) -> isClosed(now) && shows(now, date, nickname);
            // A later stage counts: the server goes on by itself, and a run need not stop at each stage.
            case Command.DraftInvoices _ -> isAtLeast(now, DRAFT_INVOICES);
            case Command.FullInvoices _ -> isAtLeast(now, FULL_INVOICES);
            case Command.Distribute _ -> isAtLeast(now, DISTRIBUTION);
            case Command.Reopen _ -> now.hasStatus(OPEN);
            case Command.ChangeInvoiceDate(_, var date) -> now.invoiceDate().equals(Optional.of(date));
            case Command.ChangeNickname(_, var nickname) -> isNamed(now, nickname);
            case Command.AdjustSchedule(_, var periods) -> isMoved(now, periods);
        };
    }

    private boolean isUnchangedIn(Run now) {
        return switch (command) {
            case Command.Close(_, var date, var nickname) -> sameStage(now)
                    && (date.isEmpty() || now.invoiceDate().equals(before.invoiceDate()))
                    && (nickname.isEmpty() || nickname(now).equals(nickname(before)));
            case Command.DraftInvoices _,Command.FullInvoices _,Command.Distribute _,Command.Reopen _ -> sameStage(now);
            case Command.ChangeInvoiceDate _ -> now.invoiceDate().equals(before.invoiceDate());
            case Command.ChangeNickname _ -> nickname(now).equals(nickname(before));
            case Command.AdjustSchedule _ -> sameSchedule(now, before);
        };
    }

    private boolean sameStage(Run now) {
        return now.status().equals(before.status()) && now.stage().equals(before.stage());
    }

    private boolean isClosed(Run now) {
        var closed = now.hasStatus(CLOSED) || now.hasStatus(FINALIZED);
        // The documented patch of an ad hoc run does not name its status, so its stage alone is proof enough.
        var byStage = before instanceof AdhocBillRun && isAtLeast(now, REPORTING);
        // STARTING is where a server is on its way from the accepted close to the reports, whatever the status then.
        return byStage || now.isInStage(STARTING) || closed && isAtLeast(now, STARTING);
    }

    private static boolean shows(Run now, Optional<LocalDate> date, Optional<String> nickname) {
        return (date.isEmpty() || now.invoiceDate().equals(date))
                && (nickname.isEmpty() || isNamed(now, nickname.get()));
    }

    /** A server may keep a text in another composition, or without white space at its ends; it looks the same. */
    private static boolean isNamed(Run now, String nickname) {
        return nickname(now).filter(shown -> DisplayText.isTyped(nickname, shown)).isPresent();
    }

    private static boolean isAtLeast(Run now, Stage.Known wanted) {
        var order = now.stage().map(Stage::order).filter(known -> known.isPresent());
        return now.hasStatus(FINALIZED) || order.filter(known -> known.getAsInt() >= wanted.ordinal()).isPresent();
    }

    private boolean isMoved(Run now, int periods) {
        return before instanceof BillRun from && now instanceof BillRun to
                && moved.map(run -> ScheduleMove.isSame(run, to))
                        .orElseGet(() -> new ScheduleMove(from, periods, cycle).isShownBy(to));
    }

    private static boolean sameSchedule(Run one, Run other) {
        return one instanceof BillRun first && other instanceof BillRun second && ScheduleMove.isSame(first, second);
    }

    private static Optional<String> nickname(Run run) {
        return run instanceof AdhocBillRun adhoc ? adhoc.nickname() : Optional.empty();
    }
}
