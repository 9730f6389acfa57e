package org.billrunconsole.session;

import org.billrunconsole.domain.Failure;

/** Which failures of signing in mean "not with this password". */
final class Refusals {

    private Refusals() {}

    static boolean isRefusal(Failure failure) {
        return switch (failure) {
            // 404: the brand is not known. Trying the same again could lock the account.
            case Failure.Unauthorised _,Failure.Forbidden _,Failure.NotFound _,Failure.Rejected _,Failure.Conflict _ ->
                    true;
            case Failure.RateLimited _,Failure.ServerError _,Failure.Unreachable _,Failure.TimedOut _,Failure.MalformedAnswer _,Failure.TooLarge _,Failure.Cancelled _ ->
                    false;
        };
    }
}
