package org.billrunconsole.sandbox.api;

import java.time.Duration;

/** Delays requests: for a time, or until they are released. */
public final class RequestGate {

    private int waiting;
    private long opened;

    /** Waits until the next {@link #release}. */
    public synchronized void hold() throws InterruptedException {
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
    public static void delay(Duration time) throws InterruptedException {
        Thread.sleep(time);
    }

    public synchronized int waiting() {
        return waiting;
    }

    public synchronized void release() {
        opened++;
        notifyAll();
    }
}
