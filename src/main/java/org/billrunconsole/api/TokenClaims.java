package org.billrunconsole.api;

import java.time.Instant;
import java.util.Optional;

/**
 * What a token says of itself. It is read, not checked: that is the server's business.
 *
 * @param user    for whom it was made
 * @param expires until when it is good
 */
public record TokenClaims(Optional<String> user, Optional<Instant> expires) {

    public static final TokenClaims NONE = new TokenClaims(Optional.empty(), Optional.empty());
}
