package org.billrunconsole.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
        assertThat(Samples.of(4, 1, 2, 3).median()).isEqualTo(2.5);
    }

    @Test
    void theSpreadLeavesTheOutermostQuartersOut() {
        assertThat(Samples.of(List.of(1, 2, 3, 4, 1000)).spread()).isEqualTo(2);
    }

    @Test
    void aShareBetweenTwoIsTakenInProportion() {
        assertThat(Samples.of(0, 10).at(0.95)).isEqualTo(9.5);
    }

    @Test
    void noneHaveNoMedian() {
        assertThatIllegalArgumentException().isThrownBy(Samples::of);
    }
}
