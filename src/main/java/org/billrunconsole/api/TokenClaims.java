package org.billrunconsole.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a JWT says about its user and its end. The claims are read but not verified; that is up to the server.
 *
 * @param user    for whom it was made
 * @param expires until when it is good, by the server's clock
 * @param issued  when it was made, by the server's clock
 */
public record TokenClaims(Optional<String> user, Optional<Instant> expires, Optional<Instant> issued) {

    public static final TokenClaims NONE = new TokenClaims(Optional.empty(), Optional.empty());

    /** Of a token that does not say when it was made. */
    public TokenClaims(Optional<String> user, Optional<Instant> expires) {
        this(user, expires, Optional.empty());
    }

    /** How long it is good in all; independent of this machine's clock. */
    public Optional<Duration> life() {
        return expires.flatMap(end -> issued.filter(end::isAfter).map(made -> Duration.between(made, end)));
    }
}
