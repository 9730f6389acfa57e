package org.billrunconsole.work;

import java.time.Duration;

/**
 * Starts work after a while, and measures it: its own time is the one by which delays run. A stand-in whose time a test
 * moves by hand makes waiting testable.
 */
public interface Scheduler extends MonotonicClock {

    /**
     * Runs work once after a delay, away from the window's thread.
     *
     * @return calls it off if it has not begun
     */
    Cancellable after(Duration delay, Runnable work);
}
