package org.billrunconsole.api;

import java.util.Optional;
import org.billrunconsole.domain.FailureException;

/** Where the bearer token of each request comes from. It is asked for every request and never logged. */
public interface TokenSource {

    /**
     * The token to use now. May sign in and so block.
     *
     * @throws FailureException if none can be obtained
     */
    String current();

    /**
     * Called after a read was answered 401. Many calls may be told at once; one renewal serves them all.
     *
     * @param rejected the token the server would not take
     * @return another token, or empty if the user has to sign in
     */
    Optional<String> renewedAfter(String rejected);

    /** A token that cannot be renewed. */
    static TokenSource fixed(String token) {
        return new TokenSource() {
            @Override
            public String current() {
                return token;
            }

            @Override
            public Optional<String> renewedAfter(String rejected) {
                return Optional.empty();
            }
        };
    }
}
