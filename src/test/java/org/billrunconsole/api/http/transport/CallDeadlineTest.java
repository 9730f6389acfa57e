package org.billrunconsole.api.http.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CallDeadlineTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final CallDeadline deadline = new CallDeadline(Duration.ofSeconds(60), now::get);

    private void passes(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Test
    void theServersTimeCounts() {
        passes(Duration.ofSeconds(59));
        assertThat(deadline.remaining()).isEqualTo(Duration.ofSeconds(1));
        passes(Duration.ofSeconds(2));
        assertThat(deadline.remaining()).isEqualTo(Duration.ofSeconds(-1));
    }

    @Test
    void theTimeAPersonTakesToSignInDoesNot() {
        passes(Duration.ofSeconds(20));
        assertThat(deadline.<String>excusing(() -> {
            passes(Duration.ofMinutes(30));
            return "token";
        })).isEqualTo("token");
        assertThat(deadline.remaining()).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void norDoesItWhenTheyGiveUp() {
        assertThatThrownBy(() -> deadline.excusing(() -> {
            passes(Duration.ofMinutes(2));
            throw new IllegalStateException("not now");
        })).hasMessage("not now");
        assertThat(deadline.remaining()).isEqualTo(Duration.ofSeconds(60));
    }
}
