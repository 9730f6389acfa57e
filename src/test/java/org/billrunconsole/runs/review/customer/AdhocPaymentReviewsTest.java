package org.billrunconsole.runs.review.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.billrunconsole.api.OptionalAnswer;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.customer.AdhocInvoicePayment;
import org.billrunconsole.domain.review.customer.AdhocPayments.Group;
import org.billrunconsole.domain.review.customer.Extent;
import org.billrunconsole.domain.review.customer.NotChecked;
import org.billrunconsole.domain.review.customer.NotChecked.Cause;
import org.billrunconsole.testkit.StubReviewApi;
import org.junit.jupiter.api.Test;

class AdhocPaymentReviewsTest {

    private static final RunKey RUN = RunKey.adhoc(5);

    private final StubReviewApi api = new StubReviewApi();
    private final AdhocPaymentReviews reviews = new AdhocPaymentReviews(api);

    private void payment(long id, String status, long currency, String amount, Optional<String> error) {
        api.put(new AdhocInvoicePayment(OptionalLong.of(id), OptionalLong.empty(), Optional.of(status), Optional.of(
                new BigDecimal(amount)), OptionalLong.of(currency), Optional.empty(), error, Optional.empty(),
                Optional
                        .empty(),
                Optional.empty(), OptionalLong.empty()));
    }

    @Test
    void paymentsAreCountedByStatusAndCurrencyAndErrorsComeFirst() {
        payment(1, "PAID", 1, "10.50", Optional.empty());
        payment(2, "PAID", 1, "20.00", Optional.of(" "));
        payment(3, "FAILED", 1, "7.00", Optional.of("Card expired"));
        payment(4, "PAID", 2, "9.00", Optional.empty());
        var found = reviews.read(RUN);
        assertThat(found.exceptions()).isEqualTo(1);
        assertThat(found.listed()).extracting(payment -> payment.id().orElseThrow()).containsExactly(3L, 1L, 2L, 4L);
        assertThat(found.groups()).containsExactly(
                new Group(Optional.of("PAID"), OptionalLong.of(1), 2, 0, new BigDecimal("30.50")),
                new Group(Optional.of("FAILED"), OptionalLong.of(1), 1, 1, new BigDecimal("7.00")),
                new Group(Optional.of("PAID"), OptionalLong.of(2), 1, 0, new BigDecimal("9.00")));
        assertThat(found.extent()).isEqualTo(Extent.whole(4));
    }

    @Test
    void countsAreExactHoweverManyAreListed() {
        LongStream.rangeClosed(1, 1_500).forEach(id -> payment(id, "PAID", 1, "1", Optional.empty()));
        payment(9_999, "FAILED", 1, "1", Optional.of("Card expired"));
        var found = reviews.read(RUN);
        assertThat(found.listed()).hasSize(1_000);
        assertThat(found.listed().getFirst().id()).hasValue(9_999);
        assertThat(found.unlisted()).isEqualTo(501);
    }

    @Test
    void whoMayNotReadPaymentsIsTold() {
        api.answer("payments", new OptionalAnswer.NotPermitted<>(StubReviewApi.failure(403)));
        assertThat(reviews.read(RUN).extent().missing()).map(NotChecked::cause).contains(Cause.NOT_PERMITTED);
    }
}
