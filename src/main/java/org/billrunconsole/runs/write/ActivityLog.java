package org.billrunconsole.runs.write;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.domain.write.Origin;
import org.billrunconsole.journal.Journal;
import org.billrunconsole.journal.Verification;
import org.billrunconsole.journal.format.JournalEntry;
import org.billrunconsole.journal.format.JournalException;
import org.billrunconsole.runs.Notice;
import org.billrunconsole.work.Batches;
import org.billrunconsole.work.Listeners;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The journal as the Activity tab uses it. Its methods block on the disk. */
public final class ActivityLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ActivityLog.class);

    /** What a look at every line of the journal found. */
    public sealed interface Verdict {

        /** Every line is as it was written. */
        record Intact(long lines) implements Verdict {}

        /** The first line that is not. */
        record Altered(String file, long line) implements Verdict {}

        /** Lines are gone after that one, which is 0 if they were the first of the file. */
        record Missing(String file, long line) implements Verdict {}

        /** A whole file is gone. */
        record FileMissing(String file) implements Verdict {}

        /** A file cannot be read, so that nothing is known. */
        record Unreadable(String file) implements Verdict {}
    }

    private final Journal journal;
    private final Supplier<Origin> origin;
    private final Batches<JournalEntry.Notice> notices = new Batches<>("keep notices", this::write);
    private final Listeners<Runnable> listeners = new Listeners<>("activities");
    private final Listeners<Runnable> damageListeners = new Listeners<>("damage of the journal");

    public ActivityLog(Journal journal, Supplier<Origin> origin) {
        this.journal = journal;
        this.origin = origin;
        journal.addListener(_ -> listeners.tell(Runnable::run));
        journal.addDamageListener(_ -> damageListeners.tell(Runnable::run));
    }

    /** Calls a listener after every new entry, on the thread that wrote it. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    /**
     * Activities, newest first.
     *
     * @throws JournalException if they cannot be read
     */
    public List<Activity> latest(Predicate<Activity> wanted, int limit) {
        return journal.activities(wanted, limit, Optional.empty());
    }

    /** How many there are. */
    public long count() {
        return journal.activityCount();
    }

    /** Whether every line is as it was written. */
    public Verdict verify() {
        return verdict(journal.verify());
    }

    /** What was first found not to be as it was written since the journal was opened. */
    public Optional<Verdict> damage() {
        return journal.damage().map(ActivityLog::verdict);
    }

    /** Calls a listener when damage is found, on the thread that found it. */
    public void addDamageListener(Runnable listener) {
        damageListeners.add(listener);
    }

    public void removeDamageListener(Runnable listener) {
        damageListeners.remove(listener);
    }

    /** Looks, without reading the lines again, whether files were changed, cut or deleted since they were read. */
    public void check() {
        journal.check();
    }

    private static Verdict verdict(Verification found) {
        return switch (found) {
            case Verification.Intact(var lines) -> new Verdict.Intact(lines);
            case Verification.Altered(var file, var line, _) -> new Verdict.Altered(file, line);
            case Verification.Missing(var file, var line) -> new Verdict.Missing(file, line);
            case Verification.FileMissing(var file) -> new Verdict.FileMissing(file);
            case Verification.Unreadable(var file) -> new Verdict.Unreadable(file);
        };
    }

    /**
     * Keeps something the operator did that changed no run.
     *
     * @param kind    the end of a message key
     * @param details what the message needs, by name
     * @throws JournalException if it cannot be kept
     */
    public void record(Instant time, String kind, Map<String, String> details) {
        record(time, kind, Optional.empty(), details);
    }

    /** The same of something that is about a run. */
    public void record(Instant time, String kind, Optional<RunKey> run, Map<String, String> details) {
        journal.note(new JournalEntry.Notice(UUID.randomUUID(), time, origin.get(), run, kind, details));
    }

    /** Keeps a notice soon, with others that come meanwhile; one that cannot be kept was still shown. */
    public void keep(Notice notice) {
        notices.add(new JournalEntry.Notice(UUID.randomUUID(), notice.time(), origin.get(), Optional.of(notice.run()),
                notice.kind(), notice.details()));
    }

    private void write(List<JournalEntry.Notice> together) {
        try {
            journal.note(together);
        } catch (JournalException e) {
            LOG.warn("{} notices cannot be kept: {}", together.size(), e.getMessage());
        }
    }

    /** Waits until what was to be kept is kept. */
    @Override
    public void close() {
        notices.close();
    }
}
