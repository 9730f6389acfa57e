package org.billrunconsole.work;

import java.time.Duration;

/** Starts work after a delay, and tells the time by which delays run. Tests use one whose time they move by hand. */
public interface Scheduler extends MonotonicClock {

    /**
     * Runs work once after a delay, away from the window's thread.
     *
     * @return calls it off if it has not begun
     */
    Cancellable after(Duration delay, Runnable work);
}
