package org.billrunconsole.sandbox;

import java.util.Optional;

/**
 * What came of a request.
 *
 * @param answer  what to send; empty if the connection is to be closed without an answer
 * @param applied true if the request changed a run
 * @param byFault true if the answer, or that there is none, is a fault's doing
 */
record Outcome(Optional<Answer> answer, boolean applied, boolean byFault) {

    static Outcome honest(Answer answer) {
        return new Outcome(Optional.of(answer), answer.applied(), false);
    }

    static Outcome faulty(Answer answer, boolean applied) {
        return new Outcome(Optional.of(answer), applied, true);
    }

    static Outcome silent(boolean applied) {
        return new Outcome(Optional.empty(), applied, true);
    }
}
