package org.billrunconsole.api.http.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LimitedStreamTest {

    @Test
    void letsThroughExactlyTheLimit() throws IOException {
        assertThat(limited(10, 10).readAllBytes()).hasSize(10);
    }

    @Test
    void failsOnTheFirstByteTooMany() {
        assertThatThrownBy(() -> limited(11, 10).readAllBytes()).isInstanceOf(TooLargeAnswerException.class);
    }

    @Test
    void countsHoweverItIsRead() throws IOException {
        var stream = limited(4, 3);
        assertThat(stream.read()).isZero();
        assertThat(stream.skip(2)).isEqualTo(2);
        assertThat(stream.markSupported()).isFalse();
        assertThatThrownBy(stream::read).isInstanceOf(TooLargeAnswerException.class);
    }

    private static LimitedStream limited(int bytes, long limit) {
        return new LimitedStream(new ByteArrayInputStream(new byte[bytes]), limit);
    }
}
