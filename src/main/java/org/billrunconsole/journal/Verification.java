package org.billrunconsole.journal;

/** What a look at every line of the journal found. */
public sealed interface Verification {

    /**
     * Every line is as it was written, follows the one before, and the last one known is there.
     *
     * @param lines how many there are
     */
    record Intact(long lines) implements Verification {}

    /**
     * The first place that is not as it was written.
     *
     * @param file   name of the file
     * @param number of the line in it, from 1
     * @param how    what gives it away
     */
    record Altered(String file, long number, How how) implements Verification {}

    /**
     * Lines that were written are not there.
     *
     * @param file   name of the file in which the gap begins; empty if nothing is left
     * @param number of the last line before the gap, from 1; 0 if the first one is missing
     */
    record Missing(String file, long number) implements Verification {}

    /**
     * A whole file is not there.
     *
     * @param file its name
     */
    record FileMissing(String file) implements Verification {}

    /**
     * A file is there, but the system would not let it be read, so that nothing is known of it.
     *
     * @param file its name
     */
    record Unreadable(String file) implements Verification {}

    /** What gives an alteration away. */
    enum How {
        /** The line does not match its own hash, or is no line of a journal. */
        CONTENT,
        /** The line after it does not follow it: it was rewritten as a whole, or lines between them are missing. */
        CHAIN
    }
}
