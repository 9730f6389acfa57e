package org.billrunconsole.export.evidence;

/** Something about a pack that does not hold. */
public sealed interface PackFault {

    /** It is no ZIP, or none that a pack can be: far too large, or of far too many files. */
    record NoPack() implements PackFault {}

    /** A file of a pack is not there. */
    record FileMissing(String name) implements PackFault {}

    /** A file is there that belongs to no pack; it was not read. */
    record FileForeign(String name) implements PackFault {}

    /** There are two files of one name, so that different programs would show different ones. */
    record FileTwice(String name) implements PackFault {}

    /** A file is larger than any of a pack is; it was not read. */
    record FileTooLarge(String name) implements PackFault {}

    /** A file is damaged, so that it cannot be unpacked. */
    record FileUnreadable(String name) implements PackFault {}

    /** A file is not as it was packed. */
    record FileAltered(String name) implements PackFault {}

    /** A file does not agree with a list of sums that is not right itself, so nothing can be said of it. */
    record FileUntold(String name) implements PackFault {}

    /**
     * A line of the journal is not as it was written.
     *
     * @param line   in {@link PackFile#LINES}, from 1
     * @param file   of the journal in which it stands; empty if the table of the chain does not say
     * @param number of the line in that file, from 1; 0 if that is not known
     */
    record LineAltered(long line, String file, long number) implements PackFault {}

    /**
     * A line of the journal does not follow the one before it: that one was rewritten or is gone.
     *
     * @param line   in {@link PackFile#LINES}, from 1
     * @param file   of the journal in which it stands
     * @param number of the line in that file, from 1
     */
    record LineOutOfChain(long line, String file, long number) implements PackFault {}

    /**
     * There are not as many lines as there should be.
     *
     * @param expected by the table of the chain
     * @param found    in {@link PackFile#LINES}
     */
    record LinesDiffer(long expected, long found) implements PackFault {}
}
