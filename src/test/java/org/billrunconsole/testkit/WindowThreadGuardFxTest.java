package org.billrunconsole.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.billrunconsole.support.Uncaught;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class WindowThreadGuardFxTest {

    @Test
    @Tag(WindowThreadGuard.PLANTED)
    void anExceptionOnTheWindowThreadIsWhatItLooksFor() throws InterruptedException {
        try (var log = new LogCapture(Uncaught.class.getName())) {
            Platform.runLater(() -> {
                throw new IllegalStateException("planted");
            });
            // Not by a waiting library: while it waits it takes uncaught exceptions itself, and fails for them.
            var past = new CountDownLatch(1);
            Platform.runLater(past::countDown);
            assertThat(past.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(log.from(Level.ERROR)).containsExactly("Unexpected in thread JavaFX Application Thread");
        } finally {
            WaitForAsyncUtils.clearExceptions();
        }
    }
}
