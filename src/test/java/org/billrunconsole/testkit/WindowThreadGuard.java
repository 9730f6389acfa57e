package org.billrunconsole.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import org.billrunconsole.support.Uncaught;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test while which an exception went uncaught on the window's thread; JavaFX would go on as if nothing had been.
 * By way of {@link ShowsWindow}.
 */
public final class WindowThreadGuard implements BeforeEachCallback, BeforeTestExecutionCallback, AfterEachCallback {

    /** On a test that plants such an exception. */
    public static final String PLANTED = "planted-on-the-window-thread";

    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(WindowThreadGuard.class);
    private static final String WINDOW_THREAD = "Unexpected in thread JavaFX Application Thread";

    @Override
    public void beforeEach(ExtensionContext test) {
        test.getStore(HERE).put("log", new LogCapture(Uncaught.class.getName()));
    }

    @Override
    public void beforeTestExecution(ExtensionContext test) {
        // Tests that start no program have nobody else to log it; the test library keeps it to itself until asked.
        Uncaught.intoTheLog();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        var log = test.getStore(HERE).remove("log", LogCapture.class);
        log.close();
        if (!test.getTags().contains(PLANTED)) {
            assertThat(log.from(Level.ERROR)).as("uncaught exceptions; see the log for each")
                    .doesNotContain(WINDOW_THREAD);
        }
    }
}
