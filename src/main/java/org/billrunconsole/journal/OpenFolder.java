package org.billrunconsole.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import java.util.function.Consumer;
import java.util.function.Function;
import org.billrunconsole.journal.format.JournalEntry;
import org.billrunconsole.journal.format.JournalException;
import org.billrunconsole.journal.format.JournalLine;
import org.billrunconsole.journal.format.LineFields;
import org.billrunconsole.work.Listeners;
import org.billrunconsole.work.WindowThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one open state of a journal folder in this process, however many sessions use it: its lock, its index, and the
 * only place where a line is written. Methods block on the disk.
 */
final class OpenFolder {

    private static final Logger LOG = LoggerFactory.getLogger(OpenFolder.class);

    /** How long to wait for another process that is writing a line, which takes it milliseconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path folder;
    private final JournalFiles files;
    private final FolderLock lock;
    private final ProcessLeases leases;
    private final JournalIndex index;
    private final Listeners<Consumer<JournalEntry>> listeners = new Listeners<>("journal entries");
    private final Listeners<Consumer<Verification>> damageListeners = new Listeners<>("damage of the journal");
    private volatile Checkpoint latest = Checkpoint.NOTHING;
    /** A line that is known from another place, so that it must be there at every look. */
    private volatile Optional<LastLine> anchored = Optional.empty();
    private volatile Optional<Verification> damage = Optional.empty();
    private boolean damageNoted;

    /** Opens, or begins, a journal: reads its head and the lines after it, or every line if the head is not right. */
    OpenFolder(Path folder) throws IOException {
        this.folder = folder;
        OwnerOnly.folder(folder);
        OwnerOnly.mend(folder);
        files = new JournalFiles(folder);
        index = new JournalIndex(files);
        leases = new ProcessLeases(folder.resolve("consoles"));
        lock = new FolderLock(folder.resolve("journal.lock"), PATIENCE);
        try {
            lock.holding(() -> {
                begin();
                return latest;
            });
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void begin() throws IOException {
        var known = Checkpoint.read(folder);
        known.ifPresent(index::restore);
        if (known.isPresent()) {
            catchUp(_ -> {});
        } else {
            index.catchUp(_ -> {});
            if (index.tookSuspicious()) {
                // Nothing says what was open before somebody was at the lines.
                examine(found -> index.distrust(UUID.nameUUIDFromBytes(found.toString().getBytes(
                        StandardCharsets.UTF_8))));
            }
        }
        publish(!index.checkpoint().equals(known.orElse(Checkpoint.NOTHING)));
    }

    ProcessLeases leases() {
        return leases;
    }

    Listeners<Consumer<JournalEntry>> listeners() {
        return listeners;
    }

    Listeners<Consumer<Verification>> damageListeners() {
        return damageListeners;
    }

    /** How far the lines reach as of the last look; never waits for anybody. */
    Checkpoint latest() {
        return latest;
    }

    /** What was first found not to be as it was written since the program has had the journal open. */
    Optional<Verification> damage() {
        return damage;
    }

    /** Looks at every line, and from now on each time for this one too. */
    Verification expect(LastLine line) {
        anchored = Optional.of(line);
        return verify();
    }

    /** Looks at every line, while others may write. */
    Verification verify() {
        assert WindowThread.isElsewhere() : "verify the journal";
        var found = Verifier.verify(files, latest, anchored);
        if (!(found instanceof Verification.Intact)) {
            tell(found);
        }
        return found;
    }

    /** Checks every line, because one was read that is not as it was written. */
    void doubt() {
        verify();
    }

    /** Brings the index up to date and asks it something. */
    <T> T read(String what, Function<JournalIndex, T> question) {
        var answer = new ArrayList<T>();
        write(what, InstantSource.system(), known -> {
            answer.add(question.apply(known));
            return List.of();
        });
        return answer.getFirst();
    }

    /** Brings the index up to date and writes what is then decided, while nobody else can write. */
    int write(String what, InstantSource clock, Function<JournalIndex, List<JournalEntry>> decision) {
        var fresh = new ArrayList<JournalLine>();
        var before = damage;
        var written = exclusively(what, () -> {
            catchUp(fresh::add);
            var entries = decision.apply(index);
            if (!entries.isEmpty()) {
                append(entries, clock);
                catchUp(fresh::add);
            }
            publish(!index.checkpoint().equals(latest));
            return entries.size();
        });
        if (!listeners.isEmpty()) {
            fresh.stream()
                    .flatMap(line -> line.entry().stream())
                    .forEach(entry -> listeners.tell(listener -> listener.accept(entry)));
        }
        if (!damage.equals(before)) {
            damage.ifPresent(found -> damageListeners.tell(listener -> listener.accept(found)));
        }
        return written;
    }

    /** Does something while nobody else, in this process or another, can write. */
    synchronized <T> T exclusively(String what, Journal.DiskWork<T> work) {
        assert WindowThread.isElsewhere() : what;
        try {
            return lock.holding(work);
        } catch (IOException e) {
            throw new JournalException("The journal could not " + what + ": " + e.getMessage(), e);
        }
    }

    void close() {
        try {
            leases.close();
            lock.close();
        } catch (IOException e) {
            LOG.warn("The journal could not be closed cleanly: {}", e.getMessage());
        }
    }

    private void publish(boolean write) {
        latest = index.checkpoint();
        if (write) {
            // After the line is on the disk: a crash in between leaves the head behind, which is no damage.
            latest.write(folder);
        }
    }

    private void catchUp(Consumer<JournalLine> fresh) throws IOException {
        if (!index.stillFits()) {
            examine(_ -> {});
            return;
        }
        index.catchUp(fresh);
        if (index.tookSuspicious()) {
            examine(_ -> {});
        }
    }

    private void examine(Consumer<Verification> ifDamaged) throws IOException {
        var found = Verifier.verify(files, index.checkpoint(), anchored);
        var intact = found instanceof Verification.Intact;
        if (!intact) {
            LOG.error("The journal is not as it was written: {}", found);
            damage = damage.or(() -> Optional.of(found));
            ifDamaged.accept(found);
        }
        index.reread(intact);
    }

    private void tell(Verification found) {
        synchronized (damageListeners) {
            if (damage.isPresent()) {
                return;
            }
            damage = Optional.of(found);
        }
        damageListeners.tell(listener -> listener.accept(found));
    }

    private void append(List<JournalEntry> entries, InstantSource clock) throws IOException {
        var file = index.fileFor(YearMonth.from(clock.instant().atZone(ZoneOffset.UTC)));
        var bytes = new ByteArrayOutputStream();
        if (index.needsLineEnd(file)) {
            bytes.write('\n');
        }
        var hash = index.lastHash();
        for (var entry : withNotes(entries, clock)) {
            var line = JournalLine.of(entry, hash);
            hash = line.hash().orElseThrow();
            bytes.writeBytes(line.terminated());
        }
        files.append(file, bytes.toByteArray());
    }

    /** Says so where a line was torn: what stands there was never acted on, since a line comes before the act. */
    private List<JournalEntry> withNotes(List<JournalEntry> entries, InstantSource clock) {
        var all = new ArrayList<JournalEntry>();
        if (index.torn() > 0) {
            all.add(note(entries, clock, LineFields.TORN, Map.of("bytes", Long.toString(index.torn()))));
        }
        if (damage.isPresent() && !damageNoted) {
            damageNoted = true;
            all.add(note(entries, clock, LineFields.DAMAGED, details(damage.get())));
        }
        all.addAll(entries);
        return all;
    }

    private static JournalEntry note(List<JournalEntry> entries, InstantSource clock, String kind,
            Map<String, String> details) {
        return new JournalEntry.Notice(UUID.randomUUID(), clock.instant(), entries.getFirst().origin(),
                Optional.empty(), kind, details);
    }

    private static Map<String, String> details(Verification found) {
        return switch (found) {
            case Verification.Intact _ -> Map.of();
            case Verification.Altered(var file, var line, _) -> Map.of("file", file, "line", Long.toString(line));
            case Verification.Missing(var file, var line) -> Map.of("file", file, "missingAfterLine", Long.toString(
                    line));
            case Verification.FileMissing(var file) -> Map.of("missingFile", file);
            case Verification.Unreadable(var file) -> Map.of("unreadable", file);
        };
    }
}
