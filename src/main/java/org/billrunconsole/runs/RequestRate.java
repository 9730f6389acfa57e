package org.billrunconsole.runs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many requests the console has sent to the server lately. Safe for use by many threads. */
public final class RequestRate {

    public static final Duration WINDOW = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final Deque<Instant> sent = new ArrayDeque<>();

    public RequestRate(InstantSource clock) {
        this.clock = clock;
    }

    /** A request goes out now. */
    public synchronized void count() {
        sent.addLast(clock.instant());
        forget();
    }

    /** Requests in the last ten seconds. */
    public synchronized int recent() {
        forget();
        return sent.size();
    }

    private void forget() {
        var oldest = clock.instant().minus(WINDOW);
        while (!sent.isEmpty() && !sent.getFirst().isAfter(oldest)) {
            sent.removeFirst();
        }
    }
}
