package org.billrunconsole.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Follows the files line by line and knows what the next line needs: where it goes, the hash before it, and which
 * intents are open. It remembers only open intents, however long the journal is.
 */
final class Ledger {

    private final JournalFiles files;
    private final Map<UUID, List<Line>> open = new LinkedHashMap<>();
    private Optional<Path> current = Optional.empty();
    private long offset;
    private Optional<Line> last = Optional.empty();
    private boolean unterminated;
    private int torn;
    private long activities;

    Ledger(JournalFiles files) {
        this.files = files;
    }

    /** Reads what has been written since, by whomever; nobody may be writing meanwhile. */
    void catchUp(Consumer<Line> seen) throws IOException {
        for (var file : files.all()) {
            var here = current.map(file::compareTo).orElse(1);
            if (here < 0) {
                continue;
            }
            if (here > 0) {
                current = Optional.of(file);
                offset = 0;
                unterminated = false;
            }
            // A torn end is read again each time; a whole line without its line end is not.
            torn = 0;
            JournalFiles.read(file, offset, (line, terminated) -> {
                take(line, terminated, seen);
                return true;
            });
        }
    }

    private void take(Line line, boolean terminated, Consumer<Line> seen) {
        unterminated = !terminated;
        if (!terminated && !line.isWhole()) {
            // Not counted in the offset: it becomes a line of its own once it has got a line end.
            torn = line.length();
            return;
        }
        offset += line.length() + (terminated ? 1 : 0);
        if (line.isComplete()) {
            // Altered or not, it is what the chain goes on from.
            last = Optional.of(line);
        }
        line.head().ifPresent(head -> {
            keep(head, line);
            seen.accept(line);
        });
    }

    private void keep(Line.Head head, Line line) {
        switch (head.kind()) {
            case Names.INTENT -> {
                open.putIfAbsent(head.id(), new ArrayList<>(List.of(line)));
                activities++;
            }
            case Names.OUTCOME -> Optional.ofNullable(open.get(head.id())).ifPresent(lines -> lines.add(line));
            case Names.VERDICT -> open.remove(head.id());
            case Names.NOTICE -> activities++;
            default -> {
            }
        }
    }

    /** The file a line written in a month goes to. */
    Path fileFor(YearMonth month) {
        return files.forMonth(month, current);
    }

    /** True if that file's last line has no line end yet. */
    boolean needsLineEnd(Path file) {
        return unterminated && current.filter(file::equals).isPresent();
    }

    /** Length in bytes of a last line that a crash tore; 0 if none. */
    int torn() {
        return torn;
    }

    String lastHash() {
        return last.flatMap(Line::hash).orElse(Line.NO_LINE);
    }

    boolean isOpen(UUID intent) {
        return open.containsKey(intent);
    }

    /** Open intents, oldest first; without those that cannot be read. */
    List<OpenIntent> open() {
        return open.values().stream().flatMap(lines -> parsed(lines).stream()).toList();
    }

    /** How many rows the Activity tab has. */
    long activities() {
        return activities;
    }

    private static Optional<OpenIntent> parsed(List<Line> lines) {
        if (!(lines.getFirst().entry().orElse(null) instanceof JournalEntry.Intent intent)) {
            return Optional.empty();
        }
        var outcome = lines.stream()
                .flatMap(line -> line.entry().stream())
                .filter(JournalEntry.Outcome.class::isInstance)
                .map(JournalEntry.Outcome.class::cast)
                .findFirst();
        return Optional.of(new OpenIntent(intent, outcome));
    }
}
