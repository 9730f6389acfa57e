package org.billrunconsole.settings;

import java.time.Duration;
import java.util.List;

/**
 * Settings of a connection that most never touch.
 *
 * @param reopenPatch    whether runs may be reopened with the assumed patch; the vendor names reopening but shows none
 * @param guard          whether patches begin with {@code test} operations
 * @param connectTimeout longest wait for a connection
 * @param readTimeout    longest silence of the server
 * @param callTimeout    longest time for a whole call
 */
public record Advanced(boolean reopenPatch, boolean guard, Duration connectTimeout, Duration readTimeout,
        Duration callTimeout) {

    /** What a time-out may be, in seconds. */
    public static final Range TIMEOUT_SECONDS = new Range(1, 3600);

    public static final Advanced DEFAULT = new Advanced(false, false, Duration.ofSeconds(5), Duration.ofSeconds(30),
            Duration.ofSeconds(60));

    public Advanced {
        for (var timeout : List.of(connectTimeout, readTimeout, callTimeout)) {
            TIMEOUT_SECONDS.require("A time-out in seconds", Math.clamp(timeout.toSeconds(), 0, Integer.MAX_VALUE));
        }
    }
}
