package org.billrunconsole.support;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import org.billrunconsole.testkit.LogCapture;
import org.junit.jupiter.api.Test;

class UncaughtTest {

    @Test
    void whatNobodyCatchesIsInTheLog() throws InterruptedException {
        Uncaught.intoTheLog();
        try (var log = new LogCapture(Uncaught.class.getName())) {
            Thread.ofPlatform().name("forgetful").start(() -> {
                throw new IllegalStateException("planted");
            }).join();
            assertThat(log.from(Level.ERROR)).containsExactly("Unexpected in thread forgetful");
        }
    }
}
