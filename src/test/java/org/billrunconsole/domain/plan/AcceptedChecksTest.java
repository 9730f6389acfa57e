package org.billrunconsole.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.billrunconsole.domain.review.Check;
import org.billrunconsole.domain.review.Check.Kind;
import org.billrunconsole.domain.review.Check.Money;
import org.billrunconsole.domain.review.Severity;
import org.junit.jupiter.api.Test;

class AcceptedChecksTest {

    private static Check suspense(Severity severity, long records) {
        return Check.of(Kind.USAGE_SUSPENSE, severity, records);
    }

    private static Check revenue(Kind kind, String amount, int percent) {
        return Check.of(kind, Severity.WARNING, new Money(new BigDecimal(amount)), new Money(new BigDecimal("1000")),
                percent, 6);
    }

    private static List<Check> left(Check accepted, Check now) {
        return AcceptedChecks.without(List.of(accepted), List.of(now));
    }

    @Test
    void whatDoesNotWarnNeedsNobody() {
        assertThat(AcceptedChecks.without(List.of(), List.of(Check.of(Kind.PAUSED, Severity.INFO)))).isEmpty();
    }

    @Test
    void whatWarnsAndWasNotAcceptedNeedsAPerson() {
        var check = suspense(Severity.WARNING, 1);

        assertThat(AcceptedChecks.without(List.of(), List.of(check))).containsExactly(check);
    }

    @Test
    void fewerRecordsInSuspenseThanAcceptedAreAccepted() {
        var accepted = suspense(Severity.WARNING, 37);

        assertThat(left(accepted, suspense(Severity.WARNING, 37))).isEmpty();
        assertThat(left(accepted, suspense(Severity.WARNING, 2))).isEmpty();
        assertThat(left(accepted, suspense(Severity.WARNING, 38))).hasSize(1);
    }

    @Test
    void whatHasBecomeMoreSevereIsNotAccepted() {
        assertThat(left(suspense(Severity.WARNING, 500), suspense(Severity.SERIOUS, 400))).hasSize(1);
        assertThat(left(suspense(Severity.SERIOUS, 500), suspense(Severity.WARNING, 40))).isEmpty();
    }

    @Test
    void oneKindIsNotAcceptedForAnother() {
        assertThat(left(suspense(Severity.WARNING, 500), Check.of(Kind.RENTAL_SUSPENSE, Severity.WARNING, 1L)))
                .hasSize(1);
    }

    @Test
    void revenueMayComeNearerToWhatIsUsualAndNotGoFurtherFromIt() {
        assertThat(left(revenue(Kind.REVENUE_LOW, "500", -50), revenue(Kind.REVENUE_LOW, "600", -40))).isEmpty();
        assertThat(left(revenue(Kind.REVENUE_LOW, "500", -50), revenue(Kind.REVENUE_LOW, "400", -60))).hasSize(1);
        assertThat(left(revenue(Kind.REVENUE_HIGH, "1500", 50), revenue(Kind.REVENUE_HIGH, "1400", 40))).isEmpty();
        assertThat(left(revenue(Kind.REVENUE_HIGH, "1500", 50), revenue(Kind.REVENUE_HIGH, "1501", 50))).hasSize(1);
    }

    @Test
    void anyOtherCheckIsAcceptedOnlyAsItWas() {
        var december = Check.of(Kind.PERIOD_NOT_OVER, Severity.WARNING, LocalDate.of(2026, 12, 31));
        var january = Check.of(Kind.PERIOD_NOT_OVER, Severity.WARNING, LocalDate.of(2027, 1, 31));

        assertThat(left(december, december)).isEmpty();
        assertThat(left(december, january)).hasSize(1);
    }
}
