package org.billrunconsole.journal;

/** What a look at every line of the journal found. */
public sealed interface Verification {

    /**
     * Every line is as it was written and follows the one before. Lines taken off the very end leave no trace.
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

    /** What gives an alteration away. */
    enum How {
        /** The line does not match its own hash. */
        CONTENT,
        /** The line after it does not follow it: it was rewritten as a whole, or lines between them are missing. */
        CHAIN
    }
}
