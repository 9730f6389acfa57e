package org.billrunconsole.api.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.billrunconsole.domain.Exchange;

/**
 * What a failure is about: the call and when it began.
 *
 * @param target     what is asked for
 * @param startNanos {@link System#nanoTime} at the beginning
 */
record Subject(Target target, long startNanos) {

    static Subject begin(Target target) {
        return new Subject(target, System.nanoTime());
    }

    Duration took() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    /** The exchange if no answer came. */
    Exchange unanswered() {
        return exchange(OptionalInt.empty(), Optional.empty());
    }

    Exchange exchange(OptionalInt status, Optional<String> requestId) {
        return new Exchange(target.method(), target.path(), status, requestId, took());
    }

    /** What a server or library says, fit for one line and without the call's secrets. */
    static String plain(String text, List<String> secrets) {
        var clean = text;
        for (var secret : secrets) {
            clean = secret.isEmpty() ? clean : clean.replace(secret, "***");
        }
        clean = clean.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "...";
    }

    private static final int LONGEST = 500;
}
