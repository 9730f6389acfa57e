package org.billrunconsole.export;

import java.util.concurrent.CancellationException;

/** Told by whoever writes a table how far that is. */
@FunctionalInterface
public interface ExportProgress {

    /**
     * So many lines of the table have been written. On the thread that writes them.
     *
     * @throws CancellationException if no more are wanted; what has been written is not to be kept then
     */
    void written(int lines);
}
