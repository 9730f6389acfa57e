package org.billrunconsole.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

@ExtendWith(ApplicationExtension.class)
class WindowThreadGuardFxTest {

    @Test
    @Tag(WindowThreadGuard.PLANTED)
    void anExceptionOnTheWindowThreadIsWhatItLooksFor() throws InterruptedException {
        // The test library would take note of it too, some time after the log, and fail this test or the next for it.
        var checks = WaitForAsyncUtils.checkAllExceptions;
        WaitForAsyncUtils.checkAllExceptions = false;
        try (var log = new LogCapture(Uncaught.class.getName())) {
            Platform.runLater(() -> {
                throw new IllegalStateException("planted");
            });
            await().until(() -> !log.from(Level.ERROR).isEmpty());
            assertThat(log.from(Level.ERROR)).containsExactly("Unexpected in thread JavaFX Application Thread");
            var past = new CountDownLatch(1);
            Platform.runLater(past::countDown);
            assertThat(past.await(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            WaitForAsyncUtils.clearExceptions();
            WaitForAsyncUtils.checkAllExceptions = checks;
        }
    }
}
