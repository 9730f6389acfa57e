package org.billrunconsole.runs;

/** What a look at every line of the journal found. */
public sealed interface JournalCheck {

    /**
     * Every line is as it was written and follows the one before.
     *
     * @param lines how many there are
     */
    record Intact(long lines) implements JournalCheck {}

    /**
     * The first line that is not as it was written.
     *
     * @param file name of the file
     * @param line in that file, from 1
     */
    record Altered(String file, long line) implements JournalCheck {}

    /**
     * A line that is as it was written, and the line after it does not follow it: it was written anew as a whole, or
     * lines between the two are missing.
     *
     * @param file name of the file
     * @param line in that file, from 1
     */
    record BrokenAfter(String file, long line) implements JournalCheck {}
}
