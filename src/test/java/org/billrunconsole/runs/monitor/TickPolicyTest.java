package org.billrunconsole.runs.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TickPolicyTest {

    @Property
    void theWaitIsNeverZeroAndNeverLongerThanThePolicySays(@ForAll TickPolicy.Pace pace,
            @ForAll WindowAttention attention,
            @ForAll @IntRange(min = 0, max = 100) int misses, @ForAll long seed) {
        var wait = TickPolicy.DEFAULT.next(pace, attention, misses, new Random(seed));
        assertThat(wait).isBetween(Duration.ofMillis(1800), Duration.ofMinutes(1));
    }

    @Property
    void aVisibleRunningListIsFollowedWithinTwoSeconds(@ForAll long seed) {
        assertThat(TickPolicy.DEFAULT.next(TickPolicy.Pace.RUNNING, WindowAttention.VISIBLE, 0, new Random(seed)))
                .isLessThanOrEqualTo(
                        Duration.ofSeconds(2));
    }
}
