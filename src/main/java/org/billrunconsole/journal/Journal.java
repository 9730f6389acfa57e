package org.billrunconsole.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.billrunconsole.domain.Activity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal of one connection: JSON lines in a folder, a file a month, each line on the disk before the caller goes
 * on and chained to the one before by its hash. Several consoles on one machine may share it. Methods block on the disk
 * and throw {@link JournalException}; none may be called on the window's thread.
 */
public final class Journal implements WriteAheadLog, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    /** How long to wait for another console that is writing a line, which takes it milliseconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final JournalFiles files;
    private final FolderLock lock;
    private final Owner owner;
    private final Ledger ledger;
    private final InstantSource clock;
    private final List<Consumer<JournalEntry>> listeners = new CopyOnWriteArrayList<>();

    private Journal(Path folder, Owner owner, InstantSource clock) {
        files = new JournalFiles(folder);
        lock = new FolderLock(folder.resolve("journal.lock"), PATIENCE);
        ledger = new Ledger(files);
        this.owner = owner;
        this.clock = clock;
    }

    /**
     * Opens, or begins, a journal and reads it once to find open intents.
     *
     * @param folder the connection's own folder; made if it is not there
     * @throws JournalException if the folder cannot be used; never because of what stands in the files
     */
    public static Journal open(Path folder, InstantSource clock) {
        try {
            Files.createDirectories(folder);
            var journal = new Journal(folder, Owner.in(folder.resolve("consoles")), clock);
            journal.locked("open", () -> List.of());
            return journal;
        } catch (IOException e) {
            throw new JournalException("The journal folder cannot be used: " + e.getMessage(), e);
        }
    }

    @Override
    public UUID owner() {
        return owner.id();
    }

    @Override
    public Optional<OpenIntent> begin(JournalEntry.Intent intent) {
        var inTheWay = new ArrayList<OpenIntent>();
        locked("write an intent", () -> {
            ledger.open().stream().filter(other -> isSameRun(other.intent(), intent)).forEach(inTheWay::add);
            return inTheWay.isEmpty() ? List.of(intent) : List.of();
        });
        return inTheWay.stream().findFirst();
    }

    @Override
    public void keep(JournalEntry.Intent intent, JournalEntry.Outcome outcome, JournalEntry.Verdict verdict) {
        locked("write an intent that was stopped", () -> List.of(intent, outcome, verdict));
    }

    @Override
    public void record(JournalEntry.Outcome outcome) {
        locked("write an outcome", () -> List.of(outcome));
    }

    @Override
    public boolean conclude(JournalEntry.Verdict verdict) {
        return locked("write a verdict", () -> ledger.isOpen(verdict.id()) ? List.of(verdict) : List.of()) > 0;
    }

    /** Writes a notice. */
    public void note(JournalEntry.Notice notice) {
        locked("write a notice", () -> List.of(notice));
    }

    @Override
    public List<OpenIntent> open() {
        var open = new ArrayList<OpenIntent>();
        locked("read what is open", () -> {
            open.addAll(ledger.open());
            return List.of();
        });
        return List.copyOf(open);
    }

    @Override
    public boolean isAbandoned(JournalEntry.Intent intent) {
        try {
            return !owner.lives(intent.owner());
        } catch (IOException e) {
            LOG.warn("Whether another console lives cannot be told: {}", e.getMessage());
            return false;
        }
    }

    /**
     * Activities, newest first. Reads from the disk, one month at a time.
     *
     * @param wanted    the filter
     * @param limit     how many at most
     * @param olderThan the last activity of the page before; empty for the first page
     */
    public List<Activity> activities(Predicate<Activity> wanted, int limit, Optional<UUID> olderThan) {
        try {
            return new ActivityReader(files, wanted, limit).read(olderThan);
        } catch (IOException e) {
            throw new JournalException("The journal cannot be read: " + e.getMessage(), e);
        }
    }

    /** How many activities there are, unfiltered, as of the last line written here. */
    public synchronized long activityCount() {
        return ledger.activities();
    }

    /** Looks at every line and names the first one altered. */
    public synchronized Verification verify() {
        try {
            return lock.holding(() -> Verifier.verify(files));
        } catch (IOException e) {
            throw new JournalException("The journal cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Tells a listener of every new entry, on the thread that wrote it. Entries of another console on this machine
     * come with the next one written here.
     */
    public void addListener(Consumer<JournalEntry> listener) {
        listeners.add(listener);
    }

    public void removeListener(Consumer<JournalEntry> listener) {
        listeners.remove(listener);
    }

    /** Lets other consoles know that this one is gone. Nothing has to be written out. */
    @Override
    public void close() {
        try {
            owner.close();
        } catch (IOException e) {
            LOG.warn("The journal could not be closed cleanly: {}", e.getMessage());
        }
    }

    private static boolean isSameRun(JournalEntry.Intent open, JournalEntry.Intent next) {
        return open.command().run().equals(next.command().run()) && open.origin().host().equals(next.origin().host());
    }

    /** Brings the ledger up to date and writes what is then decided, while nobody else can write. */
    private int locked(String what, FolderLock.Work<List<JournalEntry>> decision) {
        var fresh = new ArrayList<Line>();
        int written;
        synchronized (this) {
            try {
                written = lock.holding(() -> {
                    ledger.catchUp(fresh::add);
                    var entries = decision.run();
                    if (!entries.isEmpty()) {
                        append(entries);
                        ledger.catchUp(fresh::add);
                    }
                    return entries.size();
                });
            } catch (IOException e) {
                throw new JournalException("The journal could not " + what + ": " + e.getMessage(), e);
            }
        }
        if (!listeners.isEmpty()) {
            fresh.stream()
                    .flatMap(line -> line.entry().stream())
                    .forEach(entry -> listeners.forEach(listener -> listener.accept(entry)));
        }
        return written;
    }

    private void append(List<JournalEntry> entries) throws IOException {
        var file = ledger.fileFor(YearMonth.from(clock.instant().atZone(ZoneOffset.UTC)));
        var bytes = new ByteArrayOutputStream();
        if (ledger.needsLineEnd(file)) {
            bytes.write('\n');
        }
        var hash = ledger.lastHash();
        for (var entry : withNotes(entries)) {
            var line = Line.of(entry, hash);
            hash = line.hash().orElseThrow();
            bytes.writeBytes(line.terminated());
        }
        files.append(file, bytes.toByteArray());
    }

    /** Says so where a line was torn: what stands there was never acted on, since a line comes before the act. */
    private List<JournalEntry> withNotes(List<JournalEntry> entries) {
        if (ledger.torn() == 0) {
            return entries;
        }
        var all = new ArrayList<JournalEntry>();
        all.add(new JournalEntry.Notice(UUID.randomUUID(), clock.instant(), entries.getFirst().origin(),
                Optional.empty(), Names.TORN, Map.of("bytes", Integer.toString(ledger.torn()))));
        all.addAll(entries);
        return all;
    }
}
