package org.billrunconsole.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.billrunconsole.domain.Activity;

/**
 * Joins lines into activities, newest first, month by month backwards, so that no more than one month is in memory and
 * a look at the newest rows parses no older lines.
 */
final class ActivityReader {

    private final JournalFiles files;
    private final Predicate<Activity> wanted;
    private final int limit;

    /** Lines whose intent stands in an earlier month. */
    private final Map<UUID, List<Line>> ahead = new HashMap<>();

    ActivityReader(JournalFiles files, Predicate<Activity> wanted, int limit) {
        this.files = files;
        this.wanted = wanted;
        this.limit = limit;
    }

    /** @param olderThan only activities before that one; empty for the newest */
    List<Activity> read(Optional<UUID> olderThan) throws IOException {
        var rows = new ArrayList<Activity>();
        var reached = olderThan.isEmpty();
        for (var file : files.all().reversed()) {
            for (var lines : month(file).reversed()) {
                if (!reached) {
                    reached = lines.getFirst().head().orElseThrow().id().equals(olderThan.orElseThrow());
                } else if (rows.size() < limit) {
                    activity(lines).filter(wanted).ifPresent(rows::add);
                }
            }
            if (rows.size() >= limit) {
                break;
            }
        }
        return List.copyOf(rows);
    }

    /** The lines of each activity that began in a month, its first line first. */
    private List<List<Line>> month(Path file) throws IOException {
        var activities = new LinkedHashMap<UUID, List<Line>>();
        JournalFiles.read(file, 0, (line, _) -> {
            line.head().ifPresent(head -> {
                var begins = head.kind().equals(Names.INTENT) || head.kind().equals(Names.NOTICE);
                if (begins) {
                    activities.putIfAbsent(head.id(), new ArrayList<>(List.of(line)));
                } else {
                    Optional.ofNullable(activities.get(head.id()))
                            .orElseGet(() -> ahead.computeIfAbsent(head.id(), _ -> new ArrayList<>()))
                            .add(line);
                }
            });
            return true;
        });
        activities.forEach((id, lines) -> Optional.ofNullable(ahead.remove(id)).ifPresent(lines::addAll));
        return List.copyOf(activities.values());
    }

    private static Optional<Activity> activity(List<Line> lines) {
        Optional<Activity> activity = Optional.empty();
        for (var line : lines) {
            var entry = line.entry();
            if (entry.isPresent()) {
                activity = activity.map(begun -> joined(begun, entry.get())).or(() -> begun(entry.get()));
            }
        }
        return activity;
    }

    /** The activity that a first line begins. */
    private static Optional<Activity> begun(JournalEntry entry) {
        return switch (entry) {
            case JournalEntry.Intent intent -> Optional.of(intent.activity());
            case JournalEntry.Notice notice -> Optional.of(notice.activity());
            case JournalEntry.Outcome _,JournalEntry.Verdict _ -> Optional.empty();
        };
    }

    private static Activity joined(Activity activity, JournalEntry entry) {
        return activity instanceof Activity.Write write ? switch (entry) {
            case JournalEntry.Outcome outcome -> write.with(outcome.answer());
            // The first verdict stands; the journal lets no second one in.
            case JournalEntry.Verdict verdict -> write.conclusion().isPresent() ? write
                    : write.with(verdict.conclusion());
            case JournalEntry.Intent _,JournalEntry.Notice _ -> write;
        } : activity;
    }
}
