package org.billrunconsole.domain.lifecycle;

import java.util.Optional;

/** Whether an action is allowed now, and if not, the reason. */
public sealed interface Legality {

    /**
     * It may be done.
     *
     * @param unproven true if it rests on the operator's judgement because the server does not say that the stage before
     *                 it is done
     */
    record Allowed(boolean unproven) implements Legality {}

    /** It may not be done, and this is why. */
    record Denied(Reason reason) implements Legality {}

    default boolean isAllowed() {
        return this instanceof Allowed;
    }

    default Optional<Reason> whyNot() {
        return this instanceof Denied(var reason) ? Optional.of(reason) : Optional.empty();
    }
}
