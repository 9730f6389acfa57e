package org.billrunconsole.domain.write;

import java.time.LocalDate;
import java.util.Optional;
import org.billrunconsole.domain.Nickname;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;

/** An action with everything that the operator decided about it; it says all that one write changes. */
public sealed interface Command {

    RunKey run();

    Action action();

    /**
     * Close and report.
     *
     * @param invoiceDate the invoice date to set with it; empty leaves it alone
     * @param nickname    the nickname to set with it, ad hoc only
     */
    record Close(RunKey run, Optional<LocalDate> invoiceDate, Optional<String> nickname) implements Command {

        public Close {
            if (nickname.isPresent() && run.kind() != RunKind.ADHOC) {
                throw new IllegalArgumentException("Only ad hoc bill runs have a nickname");
            }
            nickname.ifPresent(Nickname::require);
        }

        @Override
        public Action action() {
            return Action.CLOSE;
        }
    }

    /** Make draft invoices; regular runs only. */
    record DraftInvoices(RunKey run) implements Command {

        public DraftInvoices {
            requireRegular(run, "have draft invoices");
        }

        @Override
        public Action action() {
            return Action.DRAFT_INVOICES;
        }
    }

    /** Make full invoices. */
    record FullInvoices(RunKey run) implements Command {

        @Override
        public Action action() {
            return Action.FULL_INVOICES;
        }
    }

    /** Send the invoices to customers and finalise the run. Irreversible. */
    record Distribute(RunKey run) implements Command {

        @Override
        public Action action() {
            return Action.DISTRIBUTE;
        }
    }

    /** Reopen a closed run. The vendor names it but shows no patch; what is sent is an assumption, see the client. */
    record Reopen(RunKey run) implements Command {

        @Override
        public Action action() {
            return Action.REOPEN;
        }
    }

    /** Change the date printed on the invoices. */
    record ChangeInvoiceDate(RunKey run, LocalDate invoiceDate) implements Command {

        @Override
        public Action action() {
            return Action.CHANGE_INVOICE_DATE;
        }
    }

    /** Change an ad hoc run's free label. */
    record ChangeNickname(RunKey run, String nickname) implements Command {

        public ChangeNickname {
            if (run.kind() != RunKind.ADHOC) {
                throw new IllegalArgumentException("Only ad hoc bill runs have a nickname");
            }
            Nickname.require(nickname);
        }

        @Override
        public Action action() {
            return Action.CHANGE_NICKNAME;
        }
    }

    /**
     * Move a regular run's schedule.
     *
     * @param periods by how many periods, -12 to 12, not 0 (the contract gives no limits; these are ours)
     */
    record AdjustSchedule(RunKey run, int periods) implements Command {

        /** The furthest move offered, in periods, either way. */
        public static final int FURTHEST = 12;

        public AdjustSchedule {
            requireRegular(run, "have a schedule");
            if (periods == 0 || Math.abs(periods) > FURTHEST) {
                throw new IllegalArgumentException("Periods are -12 to 12 and not 0: " + periods);
            }
        }

        @Override
        public Action action() {
            return Action.ADJUST_SCHEDULE;
        }
    }

    private static void requireRegular(RunKey run, String what) {
        if (run.kind() != RunKind.REGULAR) {
            throw new IllegalArgumentException("Only regular bill runs " + what);
        }
    }
}
