package org.billrunconsole.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.billrunconsole.journal.format.EntryJson;
import org.billrunconsole.journal.format.JournalEntry;
import org.billrunconsole.journal.format.JournalLine;
import org.billrunconsole.journal.format.LineFields;

/**
 * Knows what the next line needs: its file, the hash of the line before, and which intents are open. It follows the
 * files line by line from where a {@link Checkpoint} ends, remembers only open intents, however long the journal is,
 * and notices when what it had read has changed.
 */
final class JournalIndex {

    private static final int TAIL = 96;

    private final JournalFiles files;

    /** What has been read of each file, oldest first. */
    private final TreeMap<String, Long> lengths = new TreeMap<>();
    private final Set<String> gone = new TreeSet<>();
    private final Map<String, FileTime> times = new HashMap<>();
    private final Map<UUID, List<JournalLine>> open = new LinkedHashMap<>();
    private String tail = "";
    private String last = JournalLine.NO_LINE;
    private boolean unterminated;
    private long torn;
    private long lines;
    private long activities;
    private boolean suspicious;

    JournalIndex(JournalFiles files) {
        this.files = files;
    }

    /** Begins where an earlier run ended. */
    void restore(Checkpoint known) {
        known.files().forEach(mark -> lengths.put(mark.name(), mark.length()));
        known.open().forEach(pending -> open.put(pending.id(), new ArrayList<>(pending.lines()
                .stream()
                .map(text -> new JournalLine(text.getBytes(StandardCharsets.UTF_8)))
                .toList())));
        gone.addAll(known.gone());
        tail = known.tail();
        last = known.hash();
        lines = known.lines();
        activities = known.activities();
    }

    Checkpoint checkpoint() {
        return new Checkpoint(lengths.entrySet()
                .stream()
                .map(each -> new Checkpoint.Mark(each.getKey(), each.getValue()))
                .toList(), tail, lines, activities, last, List.copyOf(gone),
                open.entrySet()
                        .stream()
                        .map(each -> new Checkpoint.Pending(each.getKey(), each.getValue()
                                .stream()
                                .filter(JournalLine::isWhole)
                                .map(JournalLine::text)
                                .toList()))
                        .toList());
    }

    /**
     * Whether everything that had been read is still there: what a look at names, sizes, times and the last bytes can
     * tell. A change of time alone calls for a look at the lines.
     */
    boolean stillFits() throws IOException {
        for (var each : lengths.entrySet()) {
            var file = files.named(each.getKey());
            if (!Files.exists(file) || Files.size(file) < each.getValue()) {
                return false;
            }
            var newest = each.getKey().equals(lengths.lastKey());
            var grown = Files.size(file) > each.getValue();
            var before = times.get(each.getKey());
            if (grown && !newest || !grown && before != null && !before.equals(Files.getLastModifiedTime(file))) {
                return false;
            }
        }
        return lengths.isEmpty() || tail.equals(tailOf(lengths.lastKey()));
    }

    private String tailOf(String name) throws IOException {
        return HexFormat.of().formatHex(JournalFiles.before(files.named(name), lengths.get(name), TAIL));
    }

    /** Begins again with the first line, but forgets no open intent, nor the last line, even if they are gone. */
    void reread(boolean intact) throws IOException {
        var lastKnown = last;
        var linesKnown = lines;
        var hashes = new boolean[]{false};
        gone.addAll(lengths.keySet());
        lengths.clear();
        times.clear();
        last = JournalLine.NO_LINE;
        lines = 0;
        activities = 0;
        unterminated = false;
        catchUp(line -> hashes[0] |= line.hash().filter(lastKnown::equals).isPresent());
        gone.removeAll(lengths.keySet());
        if (!intact) {
            // So that the gap shows for ever.
            lines = Math.max(lines, linesKnown);
            if (!hashes[0] && !lastKnown.equals(JournalLine.NO_LINE)) {
                // What is written next follows the line that is gone.
                last = lastKnown;
            }
        }
        suspicious = false;
    }

    /** Locks everything until a person has decided, where the lines cannot say what is open. */
    void distrust(UUID id) {
        open.putIfAbsent(id, new ArrayList<>());
    }

    /** Reads what has been written since, by whomever; nobody may be writing meanwhile. */
    void catchUp(Consumer<JournalLine> seen) throws IOException {
        for (var file : files.all()) {
            var name = file.getFileName().toString();
            if (!lengths.isEmpty() && name.compareTo(lengths.lastKey()) < 0) {
                times.putIfAbsent(name, Files.getLastModifiedTime(file));
                continue;
            }
            if (!lengths.containsKey(name)) {
                lengths.put(name, 0L);
                unterminated = false;
            }
            // A torn end is read again each time; a whole line without its line end is not.
            torn = 0;
            JournalFiles.read(file, lengths.get(name), (line, terminated) -> {
                take(name, line, terminated, seen);
                return true;
            });
            times.put(name, Files.getLastModifiedTime(file));
        }
        tail = lengths.isEmpty() ? "" : tailOf(lengths.lastKey());
    }

    private void take(String name, JournalLine line, boolean terminated, Consumer<JournalLine> seen) {
        unterminated = !terminated;
        if (!terminated && !line.isWhole()) {
            // Not counted in the length: it becomes a line of its own once it has got a line end.
            torn = line.length();
            suspicious |= !line.looksTorn();
            return;
        }
        lengths.merge(name, line.length() + (terminated ? 1 : 0), Long::sum);
        if (line.length() > 0) {
            lines++;
        }
        if (line.isComplete()) {
            suspicious |= !line.isWhole() || line.previous().filter(last::equals).isEmpty();
            // Altered or not, it is what the chain goes on from.
            last = line.hash().orElseThrow();
        } else {
            suspicious |= line.length() > 0 && !line.looksTorn();
        }
        line.head().ifPresent(head -> {
            keep(head, line);
            seen.accept(line);
        });
    }

    private void keep(JournalLine.Head head, JournalLine line) {
        switch (head.kind()) {
            case LineFields.INTENT -> {
                open.putIfAbsent(head.id(), new ArrayList<>(List.of(line)));
                activities++;
            }
            case LineFields.OUTCOME -> Optional.ofNullable(open.get(head.id())).ifPresent(known -> {
                if (known.size() == 1) {
                    known.add(line);
                }
            });
            case LineFields.VERDICT -> {
                // Nobody's word but the journal's own opens a lock.
                if (line.isWhole()) {
                    open.remove(head.id());
                }
            }
            case LineFields.NOTICE -> activities++;
            default -> {
            }
        }
    }

    /** True, once, if a line was read that is not as lines are written. */
    boolean tookSuspicious() {
        var was = suspicious;
        suspicious = false;
        return was;
    }

    /** The file a line written in a month goes to. */
    Path fileFor(YearMonth month) {
        return files.forMonth(month, lengths.isEmpty() ? Optional.empty()
                : Optional.of(files.named(lengths
                        .lastKey())));
    }

    /** True if that file's last line has no line end yet. */
    boolean needsLineEnd(Path file) {
        return unterminated && !lengths.isEmpty() && lengths.lastKey().equals(file.getFileName().toString());
    }

    /** Length in bytes of a last line that a crash tore; 0 if none. */
    long torn() {
        return torn;
    }

    String lastHash() {
        return last;
    }

    boolean isEmpty() {
        return lines == 0;
    }

    boolean isOpen(UUID intent) {
        return open.containsKey(intent);
    }

    /** Open intents, oldest first; without those that cannot be read. */
    List<OpenIntent> open() {
        return open.values().stream().flatMap(known -> parsed(known).stream()).toList();
    }

    /** An open intent that cannot be read, and whose it is, as far as that can be told. */
    record Unreadable(UnreadableIntent intent, Optional<UUID> lease) {}

    /** Open intents that cannot be read. */
    List<Unreadable> unreadable() {
        return open.entrySet()
                .stream()
                .filter(each -> parsed(each.getValue()).isEmpty())
                .map(each -> unreadable(each.getKey(), each.getValue()))
                .toList();
    }

    private static Unreadable unreadable(UUID id, List<JournalLine> known) {
        var json = known.stream().findFirst().flatMap(JournalLine::json);
        try {
            return new Unreadable(new UnreadableIntent(id, json.flatMap(EntryJson::runIfTold)),
                    json.map(entry -> UUID.fromString(entry.path("owner").asText())));
        } catch (RuntimeException _) {
            return new Unreadable(new UnreadableIntent(id, Optional.empty()), Optional.empty());
        }
    }

    private static Optional<OpenIntent> parsed(List<JournalLine> known) {
        if (known.isEmpty() || !known.getFirst().isWhole()
                || !(known.getFirst().entry().orElse(null) instanceof JournalEntry.Intent intent)) {
            return Optional.empty();
        }
        var outcome = known.stream()
                .flatMap(line -> line.entry().stream())
                .filter(JournalEntry.Outcome.class::isInstance)
                .map(JournalEntry.Outcome.class::cast)
                .findFirst();
        return Optional.of(new OpenIntent(intent, outcome));
    }
}
