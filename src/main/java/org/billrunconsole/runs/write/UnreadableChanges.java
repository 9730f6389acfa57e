package org.billrunconsole.runs.write;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.domain.write.Origin;
import org.billrunconsole.journal.UnreadableIntent;
import org.billrunconsole.journal.WriteAheadLog;
import org.billrunconsole.journal.format.JournalEntry;
import org.billrunconsole.journal.format.JournalException;
import org.billrunconsole.work.Listeners;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Open intents that the journal cannot read any more: another version wrote them, or somebody altered them. Nobody can
 * compare the run with what was to be done, so the run stays locked (every run, if not even the run can be read) until
 * a person has looked at the server and says what came of it. Methods block on the journal.
 */
public final class UnreadableChanges {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadableChanges.class);

    /**
     * One of them.
     *
     * @param id  of its intent in the journal
     * @param run empty if it may have been any
     */
    public record Change(UUID id, Optional<RunKey> run) {}

    private final WriteAheadLog log;
    private final RunLocks locks;
    private final Supplier<Origin> origin;
    private final InstantSource clock;
    private final Listeners<Runnable> listeners = new Listeners<>("unreadable changes");
    private volatile List<Change> open = List.of();

    /** @param origin asked for every verdict, since the user can change with a new sign-in */
    public UnreadableChanges(WriteAheadLog log, RunLocks locks, Supplier<Origin> origin, InstantSource clock) {
        this.log = log;
        this.locks = locks;
        this.origin = origin;
        this.clock = clock;
    }

    /** Those that wait for a person, oldest first, as of the last look; does not block. */
    public List<Change> open() {
        return open;
    }

    /** Calls a listener when they have become others, on the thread that found it. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    /**
     * Looks for them, and locks what they may be about. Call it before any write.
     *
     * @throws JournalException if the journal cannot be read
     */
    public void look() {
        show(log.unreadable());
    }

    /**
     * Ends them all where their server has ended for good and taken its runs with it.
     *
     * @throws JournalException if the journal cannot be read or written
     */
    public void concludeLost() {
        log.unreadable().forEach(each -> conclude(new Change(each.id(), each.run()), Finding.SERVER_GONE, ""));
    }

    /**
     * Keeps what a person says came of one, and unlocks what it locked.
     *
     * @param reason how the person knows
     * @throws JournalException if it cannot be kept; then nothing is unlocked
     */
    public void conclude(Change change, Finding finding, String reason) {
        var first = log.conclude(new JournalEntry.Ruling(change.id(), clock.instant(), origin.get(), change.run(),
                finding, reason));
        LOG.info("A change that cannot be read, of {}: {}", change.run(), first ? finding : "concluded already");
        look();
    }

    private void show(List<UnreadableIntent> found) {
        var now = found.stream().map(each -> new Change(each.id(), each.run())).toList();
        if (!now.equals(open)) {
            locks.lockUnreadable(now.stream().map(Change::run).toList());
            open = now;
            listeners.tell(Runnable::run);
        }
    }
}
