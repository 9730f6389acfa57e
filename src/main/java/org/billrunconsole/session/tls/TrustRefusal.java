package org.billrunconsole.session.tls;

import java.time.Instant;

/** Why a server's certificate was not trusted. */
public sealed interface TrustRefusal {

    /**
     * Nobody trusted vouches for it.
     *
     * @param issuer who does, as the certificates the server sent name it
     */
    record UnknownIssuer(String issuer) implements TrustRefusal {}

    /** It was good until then only. */
    record Expired(String subject, Instant since) implements TrustRefusal {}

    /** It is good only from then on; or the clock of this computer is slow. */
    record NotYetValid(String subject, Instant from) implements TrustRefusal {}

    /** Something else about it. */
    record Other(String why) implements TrustRefusal {}
}
