package org.billrunconsole.ui.actions;

import java.time.LocalDate;
import java.util.Optional;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.DisplayText;
import org.billrunconsole.domain.Nickname;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.domain.write.Command;

/**
 * The input of a confirmation and the command that it makes. A pure function, so that every case can be tested without
 * a window.
 *
 * @param action      what is to be done
 * @param run         the run as it was shown
 * @param invoiceDate from the date picker; empty if it was cleared
 * @param nickname    from the text field
 * @param periods     from the spinner
 * @param typedName   what was typed to confirm
 * @param reason      why it is done in spite of warnings
 * @param needsReason whether a warning has to be acknowledged
 */
record ConfirmForm(Action action, Run run, Optional<LocalDate> invoiceDate, String nickname, int periods,
        String typedName, String reason, boolean needsReason) {

    /** Years that an invoice date is taken in. */
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;

    /** What keeps a form from being confirmed. */
    enum Problem {
        DATE_MISSING, DATE_NOT_IN_CALENDAR, DATE_TWO_WAYS, DATE_UNCLEAR, DATE_UNLIKELY, DATE_SAME, NICKNAME_INVALID,
        NICKNAME_SAME, PERIODS_ZERO, PERIODS_OUT_OF_RANGE, NAME_NOT_TYPED, ID_NOT_TYPED,
        REASON_MISSING
    }

    /** The first thing that is missing; empty if the form may be confirmed. */
    Optional<Problem> problem() {
        return inputProblem().or(() -> needsReason && reason.isBlank() ? Optional.of(Problem.REASON_MISSING)
                : Optional.empty()).or(() -> action.isIrreversible() && !DisplayText.isTyped(typedName, toType())
                        ? Optional.of(isByName() ? Problem.NAME_NOT_TYPED : Problem.ID_NOT_TYPED)
                        : Optional.empty());
    }

    /** True if the run's name is typed to confirm; false if it has none that can be typed, and its id is. */
    boolean isByName() {
        return run.name().filter(DisplayText::isTypeable).isPresent();
    }

    /** What has to be typed to confirm. */
    String toType() {
        return isByName() ? run.label() : Long.toString(run.id());
    }

    private Optional<Problem> inputProblem() {
        return switch (action) {
            case CLOSE -> dateProblem().isPresent() ? dateProblem()
                    // One that the server has is not sent, so it need not be one that may be sent.
                    : nicknameChanged().filter(name -> !Nickname.isValid(name)).map(_ -> Problem.NICKNAME_INVALID);
            case CHANGE_INVOICE_DATE -> dateProblem().isPresent() ? dateProblem()
                    : invoiceDate.equals(run.invoiceDate()) ? Optional.of(Problem.DATE_SAME) : Optional.empty();
            case CHANGE_NICKNAME -> !Nickname.isValid(nickname) ? Optional.of(Problem.NICKNAME_INVALID)
                    : nicknameChanged().isEmpty() ? Optional.of(Problem.NICKNAME_SAME) : Optional.empty();
            case ADJUST_SCHEDULE -> periods == 0 ? Optional.of(Problem.PERIODS_ZERO) : Optional.empty();
            case DRAFT_INVOICES, FULL_INVOICES, DISTRIBUTE, REOPEN -> Optional.empty();
        };
    }

    /** A century that cannot be meant is not a question of reasons. */
    private Optional<Problem> dateProblem() {
        return invoiceDate.isEmpty() ? Optional.of(Problem.DATE_MISSING)
                : invoiceDate.filter(day -> day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)
                        .map(_ -> Problem.DATE_UNLIKELY);
    }

    /** The command as far as it can be made of the input; empty while a needed input is missing. */
    Optional<Command> command() {
        if (inputProblem().isPresent()) {
            return Optional.empty();
        }
        var key = run.key();
        return Optional.of(switch (action) {
            // What the operator left as it was is left out of the patch.
            case CLOSE -> new Command.Close(key, invoiceDate.filter(date -> !run.invoiceDate().equals(invoiceDate)),
                    nicknameChanged());
            case DRAFT_INVOICES -> new Command.DraftInvoices(key);
            case FULL_INVOICES -> new Command.FullInvoices(key);
            case DISTRIBUTE -> new Command.Distribute(key);
            case REOPEN -> new Command.Reopen(key);
            case CHANGE_INVOICE_DATE -> new Command.ChangeInvoiceDate(key, invoiceDate.orElseThrow());
            case CHANGE_NICKNAME -> new Command.ChangeNickname(key, nickname);
            case ADJUST_SCHEDULE -> new Command.AdjustSchedule(key, periods);
        });
    }

    private Optional<String> nicknameChanged() {
        return run instanceof AdhocBillRun adhoc && !nickname.isEmpty() && !adhoc.nickname().equals(
                Optional.of(nickname)) ? Optional.of(nickname) : Optional.empty();
    }
}
