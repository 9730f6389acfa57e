package org.billrunconsole.export;

import java.util.List;

/** A line of a table below its head. */
public sealed interface Line {

    /** One for each column, from the first on; those that are missing at the end are empty. */
    List<Cell> cells();

    /** One of the things that the table lists. */
    record Row(List<Cell> cells) implements Line {}

    /** What stands above some rows that belong together: what they have in common, how many they are, their sums. */
    record Heading(List<Cell> cells) implements Line {}
}
