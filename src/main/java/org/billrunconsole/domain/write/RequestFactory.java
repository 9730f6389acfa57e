package org.billrunconsole.domain.write;

import org.billrunconsole.domain.Run;

/** Makes the request that carries out a command, to be shown and then confirmed. Makes no call. */
@FunctionalInterface
public interface RequestFactory {

    /** @param before the run as it is shown */
    WireRequest request(Command command, Run before);
}
