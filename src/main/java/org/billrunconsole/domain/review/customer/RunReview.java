package org.billrunconsole.domain.review.customer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.review.FigureChange;
import org.billrunconsole.domain.review.ReviewFigures;
import org.billrunconsole.domain.review.RunFigures;
import org.billrunconsole.domain.review.VarianceLimits;

/**
 * A review of an open run by customer: a verdict on what was read, and what that was.
 *
 * @param run              as it was when the reading began
 * @param begun            when the reading began
 * @param ended            when it ended
 * @param limits           beyond which a difference is flagged
 * @param customers        how many customers of the cycle were listed
 * @param largest          who has the largest invoice, if the server says
 * @param otherOpenRuns    names of further open runs of the cycle, parallel ones included: the API says "the open run"
 *                         of a customer and not which of them that is
 * @param stillOpen        false if the run was not open any more when the reading ended, so that the values may be
 *                         those of another
 * @param changedWhileRead figures of the run that became others meanwhile
 */
public record RunReview(BillRun run, Instant begun, Instant ended, VarianceLimits limits, Extent customers,
        Variances variances, Completeness completeness, RentalSuspenseByReason rentalSuspense,
        UsageSuspenseCauses usageSuspense,
        Optional<LargestInvoice> largest, List<String> otherOpenRuns, boolean stillOpen,
        List<FigureChange> changedWhileRead) {

    /** The largest invoice of the run. */
    public record LargestInvoice(long customerId, Optional<String> name, Optional<BigDecimal> value) {}

    public RunReview {
        otherOpenRuns = List.copyOf(otherOpenRuns);
        changedWhileRead = List.copyOf(changedWhileRead);
    }

    public RunKey key() {
        return run.key();
    }

    /** What it came to, for an acknowledgement: of what was not read to its end nothing is known. */
    public ReviewFigures figures() {
        var compared = variances.extent().isWhole();
        return new ReviewFigures(RunFigures.of(run),
                compared ? OptionalLong.of(variances.unexplained().count()) : OptionalLong.empty(),
                compared ? Optional.of(variances.unexplained().sum()) : Optional.empty(),
                completeness.extent().isWhole() ? OptionalLong.of(completeness.count()) : OptionalLong.empty());
    }

    /** True if values and customers were read to their end: what is said of them holds for the whole cycle. */
    public boolean isWhole() {
        return customers.isWhole() && variances.extent().isWhole() && completeness.extent().isWhole();
    }
}
