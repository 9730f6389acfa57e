package org.billrunconsole.runs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.billrunconsole.domain.FailureException;

/** How long the last requests took and how they ended, for the diagnostics. Safe for use by many threads. */
public final class RequestTimes {

    /** So many are kept. */
    private static final int KEPT = 200;

    private final InstantSource clock;
    private final Deque<String> lines = new ArrayDeque<>();

    public RequestTimes(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Does a request and keeps how long it took.
     *
     * @param what method and path, without anything secret
     */
    <T> T timing(String what, Supplier<T> request) {
        var started = clock.instant();
        try {
            var answer = request.get();
            keep(started, what, "ok");
            return answer;
        } catch (FailureException e) {
            keep(started, what, e.failure().getClass().getSimpleName());
            throw e;
        }
    }

    /** When a request that {@link #keep} is told of begins. */
    Instant begin() {
        return clock.instant();
    }

    /** One line a request, the oldest first: when, what, milliseconds, how it ended. */
    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** Keeps a request that began then and has just ended. */
    synchronized void keep(Instant started, String what, String end) {
        lines.addLast(
                started + " " + what + " " + Duration.between(started, clock.instant()).toMillis() + " ms " + end);
        if (lines.size() > KEPT) {
            lines.removeFirst();
        }
    }
}
