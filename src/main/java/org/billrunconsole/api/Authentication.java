package org.billrunconsole.api;

import org.billrunconsole.domain.FailureException;

/** {@code POST /authenticate} (optional in the contract). */
public interface Authentication {

    /**
     * Obtains a token, valid 15 minutes by the vendor's word.
     *
     * @param brand    brand name given out by the vendor
     * @param username 1 to 100 characters
     * @param password 1 to 100 characters; not kept
     * @return the JWT
     * @throws FailureException if the server says no or cannot be reached
     */
    String authenticate(String brand, String username, char[] password);
}
