package org.billrunconsole.api.http.transport;

import java.time.Duration;
import java.util.Optional;
import org.billrunconsole.api.ReadRetries;
import org.billrunconsole.api.http.transport.Attempt.Failed;

/** Decides whether a failed read is tried again, and after which wait. */
public final class Backoff {

    private final ReadRetries retries;

    public Backoff(ReadRetries retries) {
        this.retries = retries;
    }

    /**
     * @param failed    what came of the last attempt
     * @param attempts  how many were made
     * @param remaining what is left of the time for the whole call
     * @param chance    0 to 1; spreads many clients that failed together
     * @return the wait, or empty if the failure is final
     */
    public Optional<Duration> next(Failed<?> failed, int attempts, Duration remaining, double chance) {
        if (attempts > retries.most() || !Failures.mayPass(failed.failure())) {
            return Optional.empty();
        }
        var wait = failed.retryAfter()
                .map(asked -> longer(asked, spread(attempts, chance)))
                .orElseGet(() -> spread(attempts, chance));
        // A wait that leaves no time for the attempt is not worth the wait.
        return wait.compareTo(remaining) < 0 ? Optional.of(wait) : Optional.empty();
    }

    /** Half of the exponential wait for certain, the other half by chance. */
    private Duration spread(int attempts, double chance) {
        long full = retries.longest().toMillis();
        if (attempts <= DOUBLINGS) {
            full = Math.min(full, retries.first().toMillis() << (attempts - 1));
        }
        return Duration.ofMillis(full / 2 + Math.round(full / 2.0 * chance));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** After so many the wait is the longest anyway, and shifting further would overflow. */
    private static final int DOUBLINGS = 20;
}
