package org.billrunconsole.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * An ad hoc bill run as {@code /adhoc-bill-runs} gives it. It names no billing cycle, so its currency is not known.
 *
 * @param id                         identifier, 1 or more
 * @param name                       name, at most 22 characters by the contract; not checked on reading
 * @param nickname                   free label, at most 100 characters
 * @param created                    day the run was created
 * @param invoiceDate                date printed on the invoices
 * @param status                     {@code billRunStatus}
 * @param stage                      {@code summaryStatus}
 * @param percentage                 {@code summaryStatusPercentage}, 0 to 100
 * @param closedBy                   id of the user who closed it
 * @param revenue                    revenue at present, in whole units of a currency the API does not name
 * @param adhocProductInventoryIds   ad hoc inventory items the run bills; empty list also where the server sent none
 * @param rentalProductInventoryIds  rental inventory items the run bills
 */
public record AdhocBillRun(long id, Optional<String> name, Optional<String> nickname, Optional<LocalDate> created,
        Optional<LocalDate> invoiceDate, Optional<RunStatus> status, Optional<Stage> stage, OptionalInt percentage,
        OptionalLong closedBy, OptionalLong revenue, List<Long> adhocProductInventoryIds,
        List<Long> rentalProductInventoryIds) implements Run {

    public AdhocBillRun {
        if (id < 1) {
            throw new IllegalArgumentException("An ad hoc bill run's id is 1 or more, not " + id);
        }
        percentage = Run.clamped(percentage);
        adhocProductInventoryIds = List.copyOf(adhocProductInventoryIds);
        rentalProductInventoryIds = List.copyOf(rentalProductInventoryIds);
    }

    @Override
    public RunKey key() {
        return RunKey.adhoc(id);
    }

    @Override
    public AdhocBillRun withInvoiceDate(LocalDate day) {
        return new AdhocBillRun(id, name, nickname, created, Optional.of(day), status, stage, percentage, closedBy,
                revenue, adhocProductInventoryIds, rentalProductInventoryIds);
    }

    /** Ad hoc and rental inventory items together. */
    public int productCount() {
        return adhocProductInventoryIds.size() + rentalProductInventoryIds.size();
    }

    /** This run with the fields that a shorter answer carries; see {@link BillRun#updatedBy}. */
    public AdhocBillRun updatedBy(AdhocBillRun partial) {
        return new AdhocBillRun(id, partial.name.or(() -> name), partial.nickname.or(() -> nickname),
                partial.created.or(() -> created), partial.invoiceDate.or(() -> invoiceDate),
                partial.status.or(() -> status), partial.stage.or(() -> stage),
                partial.stage.isPresent() ? partial.percentage : percentage, Merge.later(closedBy, partial.closedBy),
                Merge.later(revenue, partial.revenue),
                partial.adhocProductInventoryIds.isEmpty() ? adhocProductInventoryIds
                        : partial.adhocProductInventoryIds,
                partial.rentalProductInventoryIds.isEmpty() ? rentalProductInventoryIds
                        : partial.rentalProductInventoryIds);
    }
}
