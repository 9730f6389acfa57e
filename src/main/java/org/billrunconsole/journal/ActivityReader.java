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
 * a look at the newest rows does not read the oldest.
 */
final class ActivityReader {

    private final JournalFiles files;
    private final Predicate<Activity> wanted;
    private final int limit;

    /** Outcomes and verdicts that stand in a later month than their intent. */
    private final Map<UUID, List<JournalEntry>> ahead = new HashMap<>();

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
            for (var activity : month(file).reversed()) {
                if (!reached) {
                    reached = activity.id().equals(olderThan.orElseThrow());
                } else if (wanted.test(activity)) {
                    rows.add(activity);
                    if (rows.size() >= limit) {
                        return List.copyOf(rows);
                    }
                }
            }
        }
        return List.copyOf(rows);
    }

    private List<Activity> month(Path file) throws IOException {
        var activities = new LinkedHashMap<UUID, Activity>();
        JournalFiles.read(file, 0, (line, terminated) -> {
            if (terminated || line.isWhole()) {
                line.head().flatMap(_ -> line.entry()).ifPresent(entry -> take(activities, entry));
            }
            return true;
        });
        return List.copyOf(activities.values());
    }

    private void take(Map<UUID, Activity> activities, JournalEntry entry) {
        switch (entry) {
            case JournalEntry.Intent intent -> {
                activities.putIfAbsent(intent.id(), activity(intent));
                for (var later : Optional.ofNullable(ahead.remove(intent.id())).orElse(List.of())) {
                    activities.computeIfPresent(intent.id(), (_, activity) -> joined(activity, later));
                }
            }
            case JournalEntry.Notice notice -> activities.put(notice.id(), activity(notice));
            case JournalEntry.Outcome _,JournalEntry.Verdict _ -> {
                if (activities.computeIfPresent(entry.id(), (_, activity) -> joined(activity, entry)) == null) {
                    ahead.computeIfAbsent(entry.id(), _ -> new ArrayList<>()).add(entry);
                }
            }
        }
    }

    static Activity.Write activity(JournalEntry.Intent intent) {
        return new Activity.Write(intent.id(), intent.time(), intent.origin(), intent.command(), intent.reason(),
                intent.before(), intent.request(), Optional.empty(), Optional.empty());
    }

    static Activity activity(JournalEntry.Notice notice) {
        return new Activity.Note(notice.id(), notice.time(), notice.origin(), notice.run(), notice.kind(),
                notice.details());
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
