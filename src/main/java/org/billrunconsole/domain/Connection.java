package org.billrunconsole.domain;

import java.net.URI;

/**
 * A system this console can be connected to, as the operator has to see it everywhere.
 *
 * @param name what the operator calls it
 * @param kind how much can go wrong there
 * @param base base address of its API
 */
public record Connection(String name, ConnectionKind kind, URI base) {

    /** The address without its scheme, as short as it can be said and the same however it was written. */
    public String address() {
        return ServerIdentity.of(base).text();
    }
}
