package org.billrunconsole.runs;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.billrunconsole.journal.OpenIntent;
import org.billrunconsole.journal.UnreadableIntent;
import org.billrunconsole.journal.WriteAheadLog;
import org.billrunconsole.journal.format.JournalEntry;
import org.billrunconsole.journal.format.JournalException;
import org.billrunconsole.testkit.Kill;

/** Stands in front of a journal and makes trouble at the next lines, in their order. */
public final class FaultyLog implements WriteAheadLog {

    /** What happens to a line. */
    public enum Trouble {
        NONE, FAILS,
        /** The line is written, but whoever wrote it is told that it is not. */
        FAILS_LATE,
        /** The console is killed before the line is on the disk. */
        KILLED_BEFORE,
        /** The console is killed once it is. */
        KILLED_AFTER,
        /** The console is killed while the line is being written, and only a part of it is. */
        KILLED_WITHIN
    }

    private final WriteAheadLog journal;
    private final JournalFolder folder;
    private final Deque<Trouble> troubles = new ArrayDeque<>();
    private final RandomGenerator random = new Random(7);

    public FaultyLog(WriteAheadLog journal, Path folder) {
        this.journal = journal;
        this.folder = new JournalFolder(folder);
    }

    public void next(List<Trouble> inOrder) {
        troubles.clear();
        troubles.addAll(inOrder);
    }

    @Override
    public UUID lease() {
        return journal.lease();
    }

    @Override
    public Optional<OpenIntent> begin(JournalEntry.Intent intent) {
        var after = before();
        var result = journal.begin(intent);
        after.run();
        return result;
    }

    @Override
    public void note(JournalEntry.Notice notice) {
        var after = before();
        journal.note(notice);
        after.run();
    }

    @Override
    public void record(JournalEntry.Outcome outcome) {
        var after = before();
        journal.record(outcome);
        after.run();
    }

    @Override
    public boolean conclude(JournalEntry.Verdict verdict) {
        var after = before();
        var result = journal.conclude(verdict);
        after.run();
        return result;
    }

    private Runnable before() {
        return switch (Optional.ofNullable(troubles.poll()).orElse(Trouble.NONE)) {
            case NONE -> () -> {};
            case FAILS -> throw new JournalException("the disk is full");
            case FAILS_LATE -> () -> {
                throw new JournalException("the disk went away");
            };
            case KILLED_BEFORE -> throw new Kill();
            case KILLED_AFTER -> () -> {
                throw new Kill();
            };
            case KILLED_WITHIN -> {
                folder.tear(random);
                throw new Kill();
            }
        };
    }

    @Override
    public List<OpenIntent> open() {
        return journal.open();
    }

    @Override
    public List<UnreadableIntent> unreadable() {
        return journal.unreadable();
    }

    @Override
    public boolean conclude(JournalEntry.Ruling ruling) {
        return journal.conclude(ruling);
    }

    @Override
    public boolean isAbandoned(JournalEntry.Intent intent) {
        return journal.isAbandoned(intent);
    }
}
