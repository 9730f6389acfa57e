package org.billrunconsole.work;

import java.time.Duration;

/** Starts work after a while; a stand-in whose time a test moves by hand makes waiting testable. */
public interface Scheduler {

    /**
     * Runs work once after a delay, away from the window's thread.
     *
     * @return calls it off if it has not begun
     */
    Cancellable after(Duration delay, Runnable work);
}
