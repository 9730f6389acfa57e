package org.billrunconsole.runs.write;

import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.WireRequest;

/** The one way by which the console changes a run. */
public interface Writes {

    /** Exactly what {@link #perform} would send. Makes no call. */
    WireRequest preview(Command command, Run before);

    /**
     * Carries out a command at most once; blocks.
     *
     * @param confirmed the run as the operator saw it when confirming
     * @param reason    why it is done in spite of warnings; empty if there were none
     */
    WriteResult perform(Command command, Run confirmed, String reason);
}
