package org.billrunconsole.session;

import org.billrunconsole.domain.Failure;

/** Tells an address where no Elevate server answers from a sign-in that one refuses. */
public final class WrongAddress {

    private static final int METHOD_NOT_ALLOWED = 405;

    private WrongAddress() {}

    /**
     * True if what answered a sign-in or the reading of a list does not know the API: another server, another path, or, for
     * a sign-in, a brand that is not known there. The password has nothing to do with it.
     */
    public static boolean isMeantBy(Failure failure) {
        return switch (failure) {
            case Failure.NotFound _,Failure.MalformedAnswer _ -> true;
            case Failure.Unauthorised(_, var byAPage) -> byAPage;
            case Failure.Rejected(var exchange, _) -> exchange.path().equals("/authenticate")
                    && exchange.status().orElse(0) == METHOD_NOT_ALLOWED;
            default -> false;
        };
    }
}
