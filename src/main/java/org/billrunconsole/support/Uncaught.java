package org.billrunconsole.support;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs exceptions that nobody has caught, on the window's thread as on any other. JavaFX prints them to the standard
 * error and goes on; here they reach the log, and with it the diagnostics.
 */
public final class Uncaught {

    private static final Logger LOG = LoggerFactory.getLogger(Uncaught.class);

    private Uncaught() {}

    /** Has every thread's uncaught exceptions logged from now on. */
    public static void intoTheLog() {
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> LOG.error("Unexpected in thread {}", thread.getName(),
                e));
    }
}
