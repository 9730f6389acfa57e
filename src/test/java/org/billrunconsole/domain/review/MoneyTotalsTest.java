package org.billrunconsole.domain.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.billrunconsole.domain.Run;
import org.billrunconsole.testkit.SampleRuns;
import org.junit.jupiter.api.Test;

class MoneyTotalsTest {

    private static Optional<String> currency(Run run) {
        return run.id() == 9 ? Optional.empty() : Optional.of(run.id() > 5 ? "EUR" : "GBP");
    }

    private static Run run(long id, long revenue) {
        return SampleRuns.withRevenue(SampleRuns.openRun(id), OptionalLong.of(revenue));
    }

    @Test
    void currenciesAreNeverAddedUpAndThatOfTheMostRunsComesFirst() {
        assertThat(MoneyTotals.of(List.of(run(6, 5), run(1, 10), run(2, -3)), MoneyTotalsTest::currency)).isEqualTo(
                new MoneyTotals(List.of(new MoneyTotals.Sum(Optional.of("GBP"), BigInteger.valueOf(7), 2),
                        new MoneyTotals.Sum(Optional.of("EUR"), BigInteger.valueOf(5), 1)), 0));
    }

    @Test
    void whatIsNotKnownIsKeptApartAndComesLast() {
        assertThat(MoneyTotals.of(List.of(run(9, 5), run(9, 5), run(1, 10), SampleRuns.bare(3)),
                MoneyTotalsTest::currency)).isEqualTo(
                        new MoneyTotals(List.of(new MoneyTotals.Sum(Optional.of("GBP"), BigInteger.TEN, 1),
                                new MoneyTotals.Sum(Optional.empty(), BigInteger.TEN, 2)), 1));
    }

    @Test
    void sumsMayBeLargerThanAnyRevenue() {
        assertThat(MoneyTotals.of(List.of(run(1, Long.MAX_VALUE), run(2, 1)), MoneyTotalsTest::currency).sums()
                .getFirst()
                .amount()).isEqualTo(BigInteger.ONE.shiftLeft(63));
    }
}
