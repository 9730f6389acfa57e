package org.billrunconsole.ui.kit.export;

import java.util.function.Supplier;
import org.billrunconsole.export.ExportTable;

/** A screen whose table can be saved as it stands. Asked on the window's thread. */
public interface ExportSource {

    /** What a file of it is called, without its ending. */
    String fileName();

    /** How many rows are shown. */
    int shown();

    /** How many rows are chosen, of screens where rows can be chosen; 0 of others. */
    default int chosen() {
        return 0;
    }

    /** Whether rows can be chosen there. */
    default boolean canChoose() {
        return false;
    }

    /**
     * The columns that are shown and the rows, both in the order in which they are shown, as they are at this moment:
     * what changes on the screen from now on does not change it.
     *
     * @param chosenOnly leaves out the rows that are not chosen
     * @return goes through the rows, on any thread
     */
    Supplier<ExportTable> table(boolean chosenOnly);
}
