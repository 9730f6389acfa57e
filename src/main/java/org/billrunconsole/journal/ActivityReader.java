package org.billrunconsole.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.journal.format.JournalLine;
import org.billrunconsole.journal.format.LineFields;
import org.billrunconsole.journal.format.LinesOfActivity;

/**
 * Reads activities from the journal's lines, newest first. It reads backwards, so that the outcome of an intent is
 * known when the intent is met: it reads nothing older than asked for and keeps no more than one page in memory.
 */
final class ActivityReader {

    private final JournalFiles files;
    private final Predicate<Activity> wanted;
    private final int limit;
    private final List<Activity> rows = new ArrayList<>();

    /** Lines whose intent stands further up, the last one first. */
    private final Map<UUID, List<JournalLine>> ahead = new HashMap<>();

    private boolean reached;
    private boolean altered;

    ActivityReader(JournalFiles files, Predicate<Activity> wanted, int limit) {
        this.files = files;
        this.wanted = wanted;
        this.limit = limit;
    }

    /** @param olderThan only activities before that one; empty for the newest */
    List<Activity> read(Optional<UUID> olderThan) throws IOException {
        reached = olderThan.isEmpty();
        for (var file : files.all().reversed()) {
            if (rows.size() < limit) {
                JournalFiles.readBackwards(file, (line, _) -> {
                    altered |= line.isComplete() && !line.isWhole();
                    line.head().ifPresent(head -> take(head, line, olderThan));
                    return rows.size() < limit;
                });
            }
        }
        return List.copyOf(rows);
    }

    /** True if a line was met that is not as it was written. */
    boolean sawAltered() {
        return altered;
    }

    private void take(JournalLine.Head head, JournalLine line, Optional<UUID> olderThan) {
        switch (head.kind()) {
            case LineFields.INTENT, LineFields.NOTICE -> {
                var lines = Optional.ofNullable(ahead.remove(head.id())).orElseGet(ArrayList::new);
                if (reached) {
                    lines.add(line);
                    LinesOfActivity.joined(lines.reversed()).filter(wanted).ifPresent(rows::add);
                } else {
                    reached = olderThan.filter(head.id()::equals).isPresent();
                }
            }
            default -> ahead.computeIfAbsent(head.id(), _ -> new ArrayList<>()).add(line);
        }
    }
}
