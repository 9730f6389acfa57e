package org.billrunconsole.journal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.billrunconsole.journal.format.JournalEntry;
import org.billrunconsole.journal.format.JournalException;

/**
 * The journal as the write path uses it: an intent is on disk before anything is sent, and each intent ends in one
 * verdict. Every method returns only when its line is on the disk, blocks for that, and throws {@link JournalException}
 * if it cannot be.
 */
public interface WriteAheadLog {

    /** The lease of this run of the console; as long as it is held, nobody else concludes its intents. */
    UUID lease();

    /**
     * Writes an intent, unless an earlier one of the same run on the same host is still open, here or in another
     * console on this machine.
     *
     * @return the intent in the way; empty if this one was written
     * @throws JournalException also if one is in the way that cannot be read
     */
    Optional<OpenIntent> begin(JournalEntry.Intent intent);

    /** Writes a note, which is nothing that has to be concluded. */
    void note(JournalEntry.Notice notice);

    /** Writes what came of sending. */
    void record(JournalEntry.Outcome outcome);

    /**
     * Writes a verdict, unless the intent has one.
     *
     * @return false if it had one already, by another console
     */
    boolean conclude(JournalEntry.Verdict verdict);

    /** Intents without a verdict, oldest first, those of other consoles included. */
    List<OpenIntent> open();

    /** Those intents without a verdict that cannot be read, without those of other consoles that live. */
    List<UnreadableIntent> unreadable();

    /**
     * Writes what a person says of an intent that cannot be read, unless it has a verdict.
     *
     * @return false if it had one already
     */
    boolean conclude(JournalEntry.Ruling ruling);

    /** True if the console that had this intent is gone (ended, crashed, killed), so that somebody must see to it. */
    boolean isAbandoned(JournalEntry.Intent intent);
}
