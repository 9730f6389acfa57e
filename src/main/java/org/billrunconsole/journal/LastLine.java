package org.billrunconsole.journal;

import java.util.Optional;
import java.util.regex.Pattern;
import org.billrunconsole.journal.format.JournalLine;

/**
 * The number and hash of the line that was the journal's last one at some time.
 *
 * @param count how many lines there were with it; 0 if that is not known
 * @param hash  its hash, in hexadecimal; zeroes only while there is no line
 */
public record LastLine(long count, String hash) {

    private static final Pattern TEXT = Pattern.compile("(?:([0-9]{1,18}) )?([0-9a-f]{64})");

    /** One that was written as text; empty if the text is none. The version before wrote the hash alone. */
    public static Optional<LastLine> parse(String text) {
        var parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new LastLine(parts.group(1) == null ? 0 : Long.parseLong(parts.group(1)), parts.group(2)))
                : Optional.empty();
    }

    /** As text that {@link #parse} reads. */
    public String text() {
        return count + " " + hash;
    }

    /** Whether there was no line. */
    public boolean isNone() {
        return hash.equals(JournalLine.NO_LINE);
    }
}
