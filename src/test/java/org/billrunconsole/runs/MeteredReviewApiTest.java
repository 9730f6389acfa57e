package org.billrunconsole.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.billrunconsole.api.OptionalAnswer;
import org.billrunconsole.domain.customer.CustomerBillingSummary;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.StubReviewApi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the review asks the server counts like everything else that is asked. */
class MeteredReviewApiTest {

    private final ManualTime time = new ManualTime();
    private final StubReviewApi server = new StubReviewApi();
    private final RequestRate rate = new RequestRate(time);
    private final RequestTimes times = new RequestTimes(time);
    private final MeteredReviewApi api = new MeteredReviewApi(server, rate, times);

    @BeforeEach
    void fiveCustomersInThreePages() {
        server.pageSize(2);
        for (int id = 1; id <= 5; id++) {
            server.put(new CustomerBillingSummary(id, Optional.empty(), Optional.empty(), Optional.empty(),
                    Optional.empty(), Optional.empty(), Optional.empty()));
        }
    }

    @Test
    void everyPageIsARequestAndTheTimeOfItsUseIsNotTheServers() {
        assertThat(api.customerBillingSummaries(_ -> time.advance(Duration.ofSeconds(1)))).isEqualTo(
                new OptionalAnswer.Given<>(5L));
        assertThat(rate.recent()).isEqualTo(3);
        assertThat(times.lines()).hasSize(3).allMatch(line -> line.endsWith("GET /customer-billing-summaries 0 ms ok"));
    }

    @Test
    void aListThatEndsInAFailureSaysSo() {
        server.answer("summaries", new OptionalAnswer.NotPermitted<>(StubReviewApi.failure(403)), 1);
        assertThat(api.customerBillingSummaries(_ -> {})).isInstanceOf(OptionalAnswer.NotPermitted.class);
        assertThat(rate.recent()).isEqualTo(2);
        assertThat(times.lines().getLast()).endsWith("GET /customer-billing-summaries 0 ms Forbidden");
    }

    @Test
    void oneThingIsOneRequest() {
        assertThat(api.customer(9)).isInstanceOf(OptionalAnswer.NotFound.class);
        assertThat(rate.recent()).isEqualTo(1);
        assertThat(times.lines().getFirst()).endsWith("GET /customers/9 0 ms NotFound");
        api.forgetRefusals();
        assertThat(server.calls()).containsExactly("customer 9", "forgetRefusals");
    }
}
