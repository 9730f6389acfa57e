package org.billrunconsole.runs.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.review.Check;
import org.billrunconsole.domain.review.Check.Kind;
import org.billrunconsole.domain.review.Severity;

/** Checks what a run's new period would overlap before its schedule is moved. A pure function. */
public final class ScheduleChecks {

    private ScheduleChecks() {}

    /** The first and the last day of a period. */
    public record Period(LocalDate first, LocalDate last) {

        private boolean meets(Period other) {
            return !first.isAfter(other.last) && !last.isBefore(other.first);
        }
    }

    /** Where a move would put a run; empty where its cycle or its period is not known. */
    public static Optional<Period> moved(BillRun run, int periods, Optional<BillingCycle> cycle) {
        return cycle.flatMap(each -> run.periodStart()
                .flatMap(day -> each.shifted(day, periods))
                .flatMap(first -> run.periodEnd()
                        // The day after the end moves by whole periods; the end itself may be the last of a month.
                        .flatMap(day -> each.shifted(day.plusDays(1), periods))
                        .map(after -> new Period(first, after.minusDays(1)))));
    }

    /**
     * @param periods by how many the run is to be moved
     * @param runs    all runs that are known
     */
    public static List<Check> of(BillRun run, int periods, Optional<BillingCycle> cycle, List<? extends Run> runs) {
        var found = new ArrayList<Check>();
        moved(run, periods, cycle).filter(_ -> periods != 0).ifPresent(target -> {
            runs.stream()
                    .filter(other -> !other.key().equals(run.key()) && other instanceof BillRun regular
                            && regular.billingCycleId().equals(run.billingCycleId())
                            && period(regular).filter(target::meets).isPresent())
                    .findFirst()
                    .ifPresent(other -> found.add(Check.of(Kind.SCHEDULE_PERIOD_TAKEN, Severity.WARNING,
                            other.label())));
            run.invoiceDate()
                    .filter(date -> !date.isAfter(target.last()))
                    .ifPresent(date -> found.add(Check.of(Kind.SCHEDULE_DATE_BEHIND, Severity.WARNING, date,
                            target.last())));
        });
        return List.copyOf(found);
    }

    private static Optional<Period> period(BillRun run) {
        return run.periodStart().flatMap(first -> run.periodEnd().map(last -> new Period(first, last)));
    }
}
