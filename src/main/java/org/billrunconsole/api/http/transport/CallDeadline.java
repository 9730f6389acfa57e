package org.billrunconsole.api.http.transport;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The time that is left for a call. Waiting for a token does not count, since a person may be typing a password. */
public final class CallDeadline {

    private final LongSupplier nanos;
    private long end;

    /**
     * Begins now.
     *
     * @param nanos as {@link System#nanoTime}
     */
    public CallDeadline(Duration whole, LongSupplier nanos) {
        this.nanos = nanos;
        end = nanos.getAsLong() + whole.toNanos();
    }

    /** What is left of it; negative if it is used up. */
    public Duration remaining() {
        return Duration.ofNanos(end - nanos.getAsLong());
    }

    /** Waits for something that the call cannot be blamed for. */
    public <T> T excusing(Supplier<T> wait) {
        var before = nanos.getAsLong();
        try {
            return wait.get();
        } finally {
            end += nanos.getAsLong() - before;
        }
    }
}
