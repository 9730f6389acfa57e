package org.billrunconsole.runs.write;

import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.ConfirmedWrite;
import org.billrunconsole.domain.write.WireRequest;

/** Changes runs for the screens: the port to the {@link WritePath}. */
public interface Writes {

    /** The request that carries out a command, to be shown and then confirmed. Makes no call. */
    WireRequest request(Command command, Run before);

    /** Carries out what was confirmed, at most once; blocks. */
    WriteResult perform(ConfirmedWrite write);
}
