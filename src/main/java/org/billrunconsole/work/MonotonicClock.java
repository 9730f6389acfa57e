package org.billrunconsole.work;

import java.time.Duration;

/**
 * A clock that runs on evenly, whatever is done to the computer's date and time. Its readings can only be compared with
 * others of the same process.
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
