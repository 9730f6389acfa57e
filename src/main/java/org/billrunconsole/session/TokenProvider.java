package org.billrunconsole.session;

import java.util.Optional;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.session.SignInState.Reason;

/** Obtains tokens without a person. */
interface TokenProvider extends AutoCloseable {

    /**
     * A token.
     *
     * @return empty if only a person can help
     * @throws FailureException if the server says no or cannot be reached
     */
    Optional<String> make();

    /** Whether it can make another once one is over. */
    boolean renews();

    /** What a person is told when {@link #make} comes back empty. */
    Reason without();

    /** Forgets what it holds. */
    @Override
    void close();
}
