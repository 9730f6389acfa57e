package org.billrunconsole.runs.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.review.Check;
import org.billrunconsole.domain.review.Check.Kind;
import org.billrunconsole.domain.review.Check.Money;
import org.billrunconsole.domain.review.CheckThresholds;
import org.billrunconsole.domain.review.Severity;

/** The checks of counts and money, against the last runs of the same cycle. */
final class FigureChecks {

    /** What is usual: the median of some runs. */
    private record Usual(BigDecimal median, long runs) {}

    private final CheckInput input;
    private final CheckThresholds thresholds;
    private final List<Check> found = new ArrayList<>();

    private FigureChecks(CheckInput input, CheckThresholds thresholds) {
        this.input = input;
        this.thresholds = thresholds;
    }

    static List<Check> of(CheckInput input, CheckThresholds thresholds) {
        var checks = new FigureChecks(input, thresholds);
        if (input.run() instanceof BillRun run) {
            checks.suspense(Kind.USAGE_SUSPENSE, run.usageSuspense());
            checks.suspense(Kind.RENTAL_SUSPENSE, run.rentalSuspense());
            run.maxInvoiceValue().ifPresent(checks::largestInvoice);
        }
        input.run().revenue().ifPresent(checks::revenue);
        return checks.found;
    }

    private void suspense(Kind kind, OptionalLong count) {
        if (count.orElse(0) > 0) {
            var severity = count.getAsLong() >= thresholds.seriousSuspense() ? Severity.SERIOUS : Severity.WARNING;
            found.add(Check.of(kind, severity, count.getAsLong()));
        }
    }

    private void revenue(long revenue) {
        var usual = usual(run -> run.revenue().isPresent()
                ? Optional.of(BigDecimal.valueOf(run.revenue().getAsLong()))
                : Optional.empty()).filter(known -> known.median().signum() > 0);
        if (revenue == 0) {
            found.add(Check.of(Kind.REVENUE_ZERO, usual.isPresent() ? Severity.SERIOUS : Severity.WARNING));
        } else {
            usual.ifPresent(known -> compare(BigDecimal.valueOf(revenue), known));
        }
    }

    private void compare(BigDecimal revenue, Usual usual) {
        var difference = revenue.subtract(usual.median()).divide(usual.median(), 4, RoundingMode.HALF_UP);
        var low = difference.signum() < 0;
        // In the middle of a period there is less than usual by nature, and another check says so.
        if (difference.abs().doubleValue() <= thresholds.revenueDeviation() || low && periodGoesOn()) {
            return;
        }
        var percent = difference.abs().movePointRight(2).setScale(0, RoundingMode.HALF_UP)
                .min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue();
        found.add(Check.of(low ? Kind.REVENUE_LOW : Kind.REVENUE_HIGH, Severity.WARNING, new Money(revenue),
                new Money(usual.median()), percent, usual.runs()));
    }

    private boolean periodGoesOn() {
        return input.run() instanceof BillRun run
                && run.periodEnd().filter(end -> !input.today().isAfter(end)).isPresent();
    }

    private void largestInvoice(BigDecimal value) {
        usual(BillRun::maxInvoiceValue).filter(known -> known.median().signum() > 0).ifPresent(known -> {
            var limit = known.median().multiply(BigDecimal.valueOf(thresholds.largestInvoiceTimes()));
            if (value.compareTo(limit) > 0) {
                found.add(Check.of(Kind.LARGEST_INVOICE_HIGH, Severity.WARNING, new Money(value),
                        new Money(known.median()), known.runs()));
            }
        });
    }

    private Optional<Usual> usual(Function<BillRun, Optional<BigDecimal>> figure) {
        var figures = input.earlier()
                .stream()
                // An open run's figures are not all there yet.
                .filter(run -> !run.hasStatus(RunStatus.Known.OPEN))
                .limit(thresholds.comparedRuns())
                .flatMap(run -> figure.apply(run).stream())
                .sorted()
                .toList();
        if (figures.size() < thresholds.fewestRuns()) {
            return Optional.empty();
        }
        var upper = figures.get(figures.size() / 2);
        var lower = figures.get((figures.size() - 1) / 2);
        return Optional.of(new Usual(lower.add(upper).divide(BigDecimal.TWO, RoundingMode.HALF_UP), figures.size()));
    }
}
