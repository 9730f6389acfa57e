package org.billrunconsole.runs.review;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.review.Check;
import org.billrunconsole.domain.review.Check.Kind;
import org.billrunconsole.domain.review.Severity;

/** The checks of dates. */
final class DateChecks {

    private final CheckInput input;
    private final List<Check> found = new ArrayList<>();

    private DateChecks(CheckInput input) {
        this.input = input;
    }

    static List<Check> of(CheckInput input) {
        var checks = new DateChecks(input);
        if (input.run() instanceof BillRun run) {
            checks.period(run);
        }
        input.run().invoiceDate().ifPresent(checks::invoiceDate);
        return checks.found;
    }

    private void period(BillRun run) {
        run.periodEnd().ifPresent(end -> {
            if (!input.today().isAfter(end)) {
                add(Kind.PERIOD_NOT_OVER, Severity.WARNING, end);
            }
            if (run.hasStatus(RunStatus.Known.OPEN)) {
                closeable(end);
            }
            run.includeUsageUntil()
                    .filter(until -> until.isBefore(end))
                    .ifPresent(until -> add(Kind.USAGE_CUT_OFF_EARLY, Severity.WARNING, until, end));
            run.invoiceDate().ifPresent(date -> monthAfter(date, end));
        });
    }

    /** Serious, since the server refuses it. Not guessed where the cycle is not known. */
    private void closeable(LocalDate end) {
        input.cycle().ifPresent(cycle -> {
            if (input.today().isBefore(cycle.closeableFrom(end))) {
                add(Kind.NOT_CLOSEABLE_YET, Severity.SERIOUS, cycle.closeableFrom(end));
            }
            if (input.today().isAfter(cycle.closeableUntil(end))) {
                add(Kind.NOT_CLOSEABLE_ANY_MORE, Severity.SERIOUS, cycle.closeableUntil(end));
            }
        });
    }

    private void monthAfter(LocalDate date, LocalDate end) {
        if (!date.isAfter(end) || date.isAfter(end.plusMonths(1))) {
            add(Kind.INVOICE_DATE_FAR, dated(), date, end.plusDays(1), end.plusMonths(1));
        }
    }

    private void invoiceDate(LocalDate date) {
        if (date.isBefore(input.today())) {
            add(Kind.INVOICE_DATE_PAST, dated(), date);
        }
        if (date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY) {
            add(Kind.INVOICE_DATE_WEEKEND, Severity.INFO, date);
        }
    }

    /** Once invoices are made the date stands on them; it is then only good to know. */
    private Severity dated() {
        var stage = input.run().stage().map(Stage::order).orElse(OptionalInt.empty());
        return stage.orElse(0) >= Stage.Known.FULL_INVOICES.ordinal() ? Severity.INFO : Severity.WARNING;
    }

    private void add(Kind kind, Severity severity, Object... args) {
        found.add(Check.of(kind, severity, args));
    }
}
