package org.billrunconsole.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A regular bill run as {@code /bill-runs} gives it.
 *
 * @param id                    identifier, 1 or more
 * @param name                  name, at most 22 characters by the contract; not checked on reading
 * @param sortableName          a form of the name meant for sorting
 * @param billingCycleId        the billing cycle it belongs to
 * @param created               day the run was created
 * @param periodStart           first day of the period
 * @param periodEnd             last day of the period
 * @param invoiceDate           date printed on the invoices
 * @param includeUsageUntil     usage up to this day is part of the run
 * @param status                {@code billRunStatus}
 * @param stage                 {@code summaryStatus}
 * @param percentage            {@code summaryStatusPercentage}, 0 to 100; not documented for regular runs, read if sent
 * @param closedBy              id of the user who closed it
 * @param parallel              whether this is a parallel run
 * @param revenue               revenue at present, whole units of the cycle's currency
 * @param usageSuspense         usage records in suspense
 * @param rentalSuspense        rental records in suspense
 * @param maxInvoiceValue       highest invoice value in the run, in the cycle's currency
 * @param maxInvoiceCustomerId  customer of that invoice
 * @param paused                whether auto-closing leaves the run alone
 */
public record BillRun(long id, Optional<String> name, Optional<String> sortableName, OptionalLong billingCycleId,
        Optional<LocalDate> created, Optional<LocalDate> periodStart, Optional<LocalDate> periodEnd,
        Optional<LocalDate> invoiceDate, Optional<LocalDate> includeUsageUntil, Optional<RunStatus> status,
        Optional<Stage> stage, OptionalInt percentage, OptionalLong closedBy, Optional<Boolean> parallel,
        OptionalLong revenue, OptionalLong usageSuspense, OptionalLong rentalSuspense,
        Optional<BigDecimal> maxInvoiceValue, OptionalLong maxInvoiceCustomerId, Optional<Boolean> paused)
        implements
        Run {

    public BillRun {
        if (id < 1) {
            throw new IllegalArgumentException("A bill run's id is 1 or more, not " + id);
        }
        percentage = Run.clamped(percentage);
    }

    @Override
    public RunKey key() {
        return RunKey.regular(id);
    }

    @Override
    public BillRun withInvoiceDate(LocalDate day) {
        return new BillRun(id, name, sortableName, billingCycleId, created, periodStart, periodEnd, Optional.of(day),
                includeUsageUntil, status, stage, percentage, closedBy, parallel, revenue, usageSuspense,
                rentalSuspense, maxInvoiceValue, maxInvoiceCustomerId, paused);
    }

    /** Usage and rental records in suspense together; empty if the server sent neither. */
    public OptionalLong suspense() {
        return usageSuspense.isEmpty() && rentalSuspense.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(sum(usageSuspense.orElse(0), rentalSuspense.orElse(0)));
    }

    /** Held to what a number can say: a sum that turned negative would look like no suspense at all. */
    private static long sum(long one, long other) {
        long sum = one + other;
        boolean overflown = ((one ^ sum) & (other ^ sum)) < 0;
        return overflown ? one < 0 ? Long.MIN_VALUE : Long.MAX_VALUE : sum;
    }

    /**
     * This run with the fields that a shorter answer (one asked for with {@code fields}) carries. What the answer lacks
     * stays: there, absent means "not asked". The percentage is the exception, since it belongs to the stage.
     */
    public BillRun updatedBy(BillRun partial) {
        return new BillRun(id, partial.name.or(() -> name), partial.sortableName.or(() -> sortableName),
                Merge.later(billingCycleId, partial.billingCycleId), partial.created.or(() -> created),
                partial.periodStart.or(() -> periodStart), partial.periodEnd.or(() -> periodEnd),
                partial.invoiceDate.or(() -> invoiceDate), partial.includeUsageUntil.or(() -> includeUsageUntil),
                partial.status.or(() -> status), partial.stage.or(() -> stage),
                partial.stage.isPresent() ? partial.percentage : percentage, Merge.later(closedBy, partial.closedBy),
                partial.parallel.or(() -> parallel), Merge.later(revenue, partial.revenue),
                Merge.later(usageSuspense, partial.usageSuspense), Merge.later(rentalSuspense, partial.rentalSuspense),
                partial.maxInvoiceValue.or(() -> maxInvoiceValue),
                Merge.later(maxInvoiceCustomerId, partial.maxInvoiceCustomerId), partial.paused.or(() -> paused));
    }
}
