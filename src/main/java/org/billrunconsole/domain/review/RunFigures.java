package org.billrunconsole.domain.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.review.FigureChange.Figure;

/**
 * The figures of a run at one moment, which approvals are given for. What the server did not send is not known.
 *
 * @param revenue        whole units of the currency
 * @param usageSuspense  usage records in suspense
 * @param rentalSuspense rental records in suspense
 * @param largestInvoice value of the largest invoice
 */
public record RunFigures(OptionalLong revenue, OptionalLong usageSuspense, OptionalLong rentalSuspense,
        Optional<BigDecimal> largestInvoice) {

    public static RunFigures of(Run run) {
        return run instanceof BillRun regular
                ? new RunFigures(run.revenue(), regular.usageSuspense(), regular.rentalSuspense(),
                        regular.maxInvoiceValue())
                : new RunFigures(run.revenue(), OptionalLong.empty(), OptionalLong.empty(), Optional.empty());
    }

    /** What is otherwise now; also what was known and is not any more, and the other way round. */
    public List<FigureChange> changesTo(RunFigures now) {
        var changes = new ArrayList<FigureChange>();
        add(changes, Figure.REVENUE, number(revenue), number(now.revenue));
        add(changes, Figure.USAGE_SUSPENSE, number(usageSuspense), number(now.usageSuspense));
        add(changes, Figure.RENTAL_SUSPENSE, number(rentalSuspense), number(now.rentalSuspense));
        add(changes, Figure.LARGEST_INVOICE, largestInvoice, now.largestInvoice);
        return List.copyOf(changes);
    }

    static void add(List<FigureChange> changes, Figure figure, Optional<BigDecimal> then, Optional<BigDecimal> now) {
        // By value: 100 and 100.00 are the same money.
        var same = then.isPresent() && now.isPresent() ? then.get().compareTo(now.get()) == 0 : then.equals(now);
        if (!same) {
            changes.add(new FigureChange(figure, then, now));
        }
    }

    static Optional<BigDecimal> number(OptionalLong figure) {
        return figure.isPresent() ? Optional.of(BigDecimal.valueOf(figure.getAsLong())) : Optional.empty();
    }
}
