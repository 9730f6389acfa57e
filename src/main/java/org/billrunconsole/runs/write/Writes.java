package org.billrunconsole.runs.write;

import org.billrunconsole.domain.write.ConfirmedWrite;

/** Changes runs for the screens: the port to the {@link WritePath}. */
@FunctionalInterface
public interface Writes {

    /** Carries out what was confirmed, at most once; blocks. */
    WriteResult perform(ConfirmedWrite write);
}
