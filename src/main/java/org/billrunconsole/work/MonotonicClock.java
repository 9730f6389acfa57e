package org.billrunconsole.work;

import java.time.Duration;

/**
 * Measures how much time goes by, whatever is done to the computer's date and time. Its readings mean something only
 * beside other readings of the same process.
 */
@FunctionalInterface
public interface MonotonicClock {

    /** Time since some moment of the past; never goes back. */
    Duration now();

    /** The machine's own, by {@link System#nanoTime}. Whether it counts while the machine sleeps depends on the system. */
    static MonotonicClock system() {
        return () -> Duration.ofNanos(System.nanoTime());
    }
}
