package org.billrunconsole.journal.format;

import java.util.List;
import java.util.Optional;
import org.billrunconsole.domain.write.Activity;

/** Puts the lines of one activity together: those that have its id, from the one that begins it. */
public final class LinesOfActivity {

    private LinesOfActivity() {}

    /**
     * What the lines say together; those that cannot be read say nothing.
     *
     * @param lines in the order in which they were written
     * @return empty if none of them begins an activity
     */
    public static Optional<Activity> joined(List<JournalLine> lines) {
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
            case JournalEntry.Ruling ruling -> Optional.of(ruling.activity());
            case JournalEntry.Outcome _,JournalEntry.Verdict _ -> Optional.empty();
        };
    }

    private static Activity joined(Activity activity, JournalEntry entry) {
        return activity instanceof Activity.Write write ? switch (entry) {
            case JournalEntry.Outcome outcome -> write.with(outcome.answer());
            // The first verdict stands; the journal lets no second one in.
            case JournalEntry.Verdict verdict -> write.conclusion().isPresent() ? write
                    : write.with(verdict.conclusion());
            case JournalEntry.Intent _,JournalEntry.Ruling _,JournalEntry.Notice _ -> write;
        } : activity;
    }
}
