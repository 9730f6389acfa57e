package org.billrunconsole.sandbox.api;

import java.util.Optional;

/**
 * How a request ended.
 *
 * @param answer  what to send; empty if the connection is to be closed without an answer
 * @param applied true if the request changed a run
 * @param byFault true if a fault made the answer, or kept it from being sent
 */
public record RequestOutcome(Optional<Answer> answer, boolean applied, boolean byFault) {

    public static RequestOutcome honest(Answer answer) {
        return new RequestOutcome(Optional.of(answer), answer.applied(), false);
    }

    public static RequestOutcome faulty(Answer answer, boolean applied) {
        return new RequestOutcome(Optional.of(answer), applied, true);
    }

    public static RequestOutcome silent(boolean applied) {
        return new RequestOutcome(Optional.empty(), applied, true);
    }
}
