package org.billrunconsole.export;

import java.io.IOException;
import java.io.OutputStream;

/** A way to write a table in a file. */
public sealed interface TableFormat permits Csv, Xlsx {

    /** What the name of such a file ends in, with the dot. */
    String ending();

    /** The most lines that such a file can hold below the head. */
    int mostLines();

    /**
     * Writes a whole table; blocks on the stream, which it leaves open. Needs no more memory for many lines than for
     * few.
     *
     * @param progress told after every line
     * @throws IOException if the stream cannot be written
     */
    void write(ExportTable table, OutputStream out, ExportProgress progress) throws IOException;
}
