package org.billrunconsole.domain.write;

import org.billrunconsole.domain.Run;

/**
 * What an operator has confirmed.
 *
 * @param command what is to be done
 * @param run     the run as they saw it
 * @param request exactly what they saw will be sent; nothing else is
 * @param reason  why it is done in spite of warnings; empty if there were none
 */
public record ConfirmedWrite(Command command, Run run, WireRequest request, String reason) {

    /** @throws IllegalArgumentException if its parts are about different runs */
    public ConfirmedWrite {
        if (!run.key().equals(command.run()) || !request.run().equals(command.run())) {
            throw new IllegalArgumentException(
                    "A command for " + command.run() + ", a reading of " + run.key() + ", a request for "
                            + request.run());
        }
    }
}
