package org.billrunconsole.sandbox;

import java.time.Duration;

/** Where requests wait: for a time, or until they are let go. */
final class Gate {

    private int waiting;
    private long opened;

    /** Waits until the next {@link #release}. */
    synchronized void hold() throws InterruptedException {
        var arrived = opened;
        waiting++;
        try {
            while (arrived == opened) {
                wait();
            }
        } finally {
            waiting--;
        }
    }

    /** Waits so long in real time. */
    static void delay(Duration time) throws InterruptedException {
        Thread.sleep(time);
    }

    synchronized int waiting() {
        return waiting;
    }

    synchronized void release() {
        opened++;
        notifyAll();
    }
}
