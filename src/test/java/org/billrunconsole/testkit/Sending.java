package org.billrunconsole.testkit;

import org.billrunconsole.domain.write.Command;

/** One write as it left a console, and what the server's own record says of it. */
public interface Sending {

    Command command();

    /** True once it has changed the run. */
    boolean applied();
}
