package org.billrunconsole.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.billrunconsole.domain.ServerIdentity;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.journal.format.JournalEntry;
import org.billrunconsole.journal.format.JournalException;
import org.billrunconsole.work.Cancellable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session on the journal of one server: JSON lines in a folder, a file a month, each line on the disk before the
 * caller goes on and chained to the one before by its hash. Several sessions may share a journal, in this process and
 * in others on this machine. Methods block on the disk and throw {@link JournalException}; none may be called on the
 * window's thread.
 */
public final class Journal implements WriteAheadLog, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    /** Work on the disk while nobody else, in this process or another, writes to the journal's folder. */
    @FunctionalInterface
    public interface DiskWork<T> {
        T run() throws IOException;
    }

    private final Path folder;
    private final OpenFolder shared;
    private final UUID lease;
    private final InstantSource clock;
    /** What this session listens to of the folder, which outlives it. */
    private final List<Cancellable> listening = new CopyOnWriteArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    private Journal(Path folder, OpenFolder shared, UUID lease, InstantSource clock) {
        this.folder = folder;
        this.shared = shared;
        this.lease = lease;
        this.clock = clock;
    }

    /**
     * Opens, or begins, a journal.
     *
     * @param folder the server's own folder; made if it is not there
     * @throws JournalException if the folder cannot be used; never because of what stands in the files
     */
    public static Journal open(Path folder, InstantSource clock) {
        try {
            var shared = OpenFolders.OF_THIS_PROCESS.acquire(folder);
            try {
                return new Journal(folder, shared, shared.leases().add(), clock);
            } catch (IOException | RuntimeException e) {
                OpenFolders.OF_THIS_PROCESS.release(shared);
                throw e;
            }
        } catch (IOException e) {
            throw new JournalException("The journal folder cannot be used: " + e.getMessage(), e);
        }
    }

    @Override
    public UUID lease() {
        return lease;
    }

    /** Where it lies. */
    public Path folder() {
        return folder;
    }

    /**
     * Does something in the journal's folder that no other console of this machine may do at the same time. The work
     * must not use the journal, except {@link #lives}.
     *
     * @param what for the message, after "could not"
     * @throws JournalException also for the work's own {@link IOException}, and if this session is closed by then, so
     *                          that its lease holds for as long as the work takes
     */
    public <T> T exclusively(String what, DiskWork<T> work) {
        checkOpen(what);
        return shared.exclusively(what, () -> {
            checkOpen(what);
            return work.run();
        });
    }

    private void checkOpen(String what) {
        if (closed.get()) {
            throw new JournalException("The journal could not " + what + ": this console has closed it");
        }
    }

    @Override
    public Optional<OpenIntent> begin(JournalEntry.Intent intent) {
        var inTheWay = new ArrayList<OpenIntent>();
        var run = intent.command().run();
        shared.write("write an intent", clock, known -> {
            if (known.unreadable().stream().anyMatch(each -> each.intent().mayConcern(run))) {
                throw new JournalException("An earlier change that cannot be read any more may be open for this run");
            }
            known.open().stream().filter(other -> isSameRun(other.intent(), intent)).forEach(inTheWay::add);
            return inTheWay.isEmpty() ? List.of(intent) : List.of();
        });
        return inTheWay.stream().findFirst();
    }

    @Override
    public void record(JournalEntry.Outcome outcome) {
        shared.write("write an outcome", clock, _ -> List.of(outcome));
    }

    @Override
    public boolean conclude(JournalEntry.Verdict verdict) {
        return ifOpen(verdict);
    }

    @Override
    public boolean conclude(JournalEntry.Ruling ruling) {
        return ifOpen(ruling);
    }

    private boolean ifOpen(JournalEntry entry) {
        return shared.write("write a verdict", clock, known -> known.isOpen(entry.id())
                ? List.of(entry)
                : List.of()) > 0;
    }

    @Override
    public void note(JournalEntry.Notice notice) {
        note(List.of(notice));
    }

    /** Writes notices that came together: one write, one wait for the disk. */
    public void note(List<JournalEntry.Notice> notices) {
        shared.write("write a notice", clock, _ -> List.copyOf(notices));
    }

    @Override
    public List<OpenIntent> open() {
        return shared.read("read what is open", JournalIndex::open);
    }

    @Override
    public List<UnreadableIntent> unreadable() {
        return shared.read("read what is open", JournalIndex::unreadable)
                .stream()
                .filter(each -> each.lease().map(console -> !lives(console)).orElse(true))
                .map(JournalIndex.Unreadable::intent)
                .toList();
    }

    @Override
    public boolean isAbandoned(JournalEntry.Intent intent) {
        return !lives(intent.lease());
    }

    /**
     * True if the session that has a lease is open, in this process or another of this machine, and also if that cannot
     * be told.
     */
    public boolean lives(UUID console) {
        try {
            return shared.leases().lives(console);
        } catch (IOException e) {
            LOG.warn("Whether another console lives cannot be told: {}", e.getMessage());
            return true;
        }
    }

    /**
     * Activities, newest first. Reads from the disk, backwards and no further than need be.
     *
     * @param wanted    the filter
     * @param limit     how many at most
     * @param olderThan the last activity of the page before; empty for the first page
     */
    public List<Activity> activities(Predicate<Activity> wanted, int limit, Optional<UUID> olderThan) {
        try {
            var reader = new ActivityReader(new JournalFiles(folder), wanted, limit);
            var found = reader.read(olderThan);
            if (reader.sawAltered()) {
                shared.doubt();
            }
            return found;
        } catch (IOException e) {
            throw new JournalException("The journal cannot be read: " + e.getMessage(), e);
        }
    }

    /** How many activities there are, unfiltered, as of the last look; never waits. */
    public long activityCount() {
        return shared.latest().activities();
    }

    /** Looks at every line, while others may write, and says what is not as it was written. */
    public Verification verify() {
        return shared.verify();
    }

    /**
     * The same, with a line that must be there, now and whenever this process looks again.
     *
     * @param anchored as {@link #lastLine} once gave it, kept outside the journal's folder
     */
    public Verification expect(LastLine anchored) {
        return shared.expect(anchored);
    }

    /** The last line, as of the last look; never waits. */
    public LastLine lastLine() {
        return shared.latest().last();
    }

    /** Looks whether files were changed, cut or deleted since they were read, without reading them again. */
    public void check() {
        shared.read("look at its files", JournalIndex::isEmpty);
    }

    /** What was first found not to be as it was written since this process opened the journal. */
    public Optional<Verification> damage() {
        return shared.damage();
    }

    /**
     * Tells a listener of every new entry, on the thread that wrote it. Entries of another console on this machine
     * come with the next one written or read here.
     */
    public void addListener(Consumer<JournalEntry> listener) {
        listening.add(shared.listeners().add(listener));
    }

    public void removeListener(Consumer<JournalEntry> listener) {
        shared.listeners().remove(listener);
    }

    /** Tells a listener when damage is found, on the thread that found it. */
    public void addDamageListener(Consumer<Verification> listener) {
        listening.add(shared.damageListeners().add(listener));
    }

    /** Lets other consoles know that this session is gone. Nothing has to be written out. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        listening.forEach(Cancellable::cancel);
        try {
            shared.leases().remove(lease);
        } catch (IOException e) {
            LOG.warn("The journal could not be closed cleanly: {}", e.getMessage());
        }
        OpenFolders.OF_THIS_PROCESS.release(shared);
    }

    private static boolean isSameRun(JournalEntry.Intent open, JournalEntry.Intent next) {
        return open.command().run().equals(next.command().run()) && ServerIdentity.of(open.origin().host())
                .equals(ServerIdentity.of(next.origin().host()));
    }
}
