package org.billrunconsole.runs;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.billrunconsole.domain.Activity;
import org.billrunconsole.domain.Origin;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.journal.Journal;
import org.billrunconsole.journal.JournalEntry;
import org.billrunconsole.journal.JournalEntry.Intent;
import org.billrunconsole.journal.JournalEntry.Notice;
import org.billrunconsole.journal.JournalEntry.Outcome;
import org.billrunconsole.journal.JournalEntry.Verdict;
import org.billrunconsole.journal.Verification;

/**
 * What was done and seen on a connection, for whoever shows it. Everything but the listeners blocks on the disk and
 * throws {@link org.billrunconsole.journal.JournalException} if that fails.
 */
public final class ActivityLog {

    private final Journal journal;
    private final Supplier<Origin> origin;
    private final InstantSource clock;
    private final Map<UUID, Activity.Write> underWay = new ConcurrentHashMap<>();
    private final List<Consumer<Activity>> listeners = new CopyOnWriteArrayList<>();

    public ActivityLog(Journal journal, Supplier<Origin> origin, InstantSource clock) {
        this.journal = journal;
        this.origin = origin;
        this.clock = clock;
        journal.addListener(this::heard);
    }

    /**
     * Activities, newest first, a page at a time.
     *
     * @param wanted    the filter and the search
     * @param limit     how many at most
     * @param olderThan the last one of the page before; empty for the first page
     */
    public List<Activity> page(Predicate<Activity> wanted, int limit, Optional<UUID> olderThan) {
        return journal.activities(wanted, limit, olderThan);
    }

    /** How many there are without any filter. */
    public long count() {
        return journal.activityCount();
    }

    /**
     * Keeps something that is no write: a stage ended, a run stalled, another operator was at work.
     *
     * @param kind    dotted name, the end of a message key
     * @param details what the message needs, by name
     */
    public void note(String kind, Optional<RunKey> run, Map<String, String> details) {
        journal.note(new Notice(UUID.randomUUID(), clock.instant(), origin.get(), run, kind, details));
    }

    /** Looks at every line of the journal. */
    public JournalCheck verify() {
        return switch (journal.verify()) {
            case Verification.Intact(var lines) -> new JournalCheck.Intact(lines);
            case Verification.Altered(var file, var line, var how) -> switch (how) {
                case CONTENT -> new JournalCheck.Altered(file, line);
                case CHAIN -> new JournalCheck.BrokenAfter(file, line);
            };
        };
    }

    /**
     * Tells a listener of every activity that is new or has come further, as it is then; on the thread that did it,
     * never the window's.
     */
    public void addListener(Consumer<Activity> listener) {
        listeners.add(listener);
    }

    public void removeListener(Consumer<Activity> listener) {
        listeners.remove(listener);
    }

    private void heard(JournalEntry entry) {
        var activity = switch (entry) {
            case Intent intent -> Optional.<Activity>of(begun(intent));
            case Outcome outcome -> further(outcome.id(), write -> write.with(outcome.answer()));
            case Verdict verdict -> {
                var concluded = further(verdict.id(), write -> write.with(verdict.conclusion()));
                underWay.remove(verdict.id());
                yield concluded;
            }
            case Notice notice -> Optional.<Activity>of(notice.activity());
        };
        activity.ifPresent(each -> listeners.forEach(listener -> listener.accept(each)));
    }

    private Activity begun(Intent intent) {
        var write = intent.activity();
        underWay.put(intent.id(), write);
        return write;
    }

    private Optional<Activity> further(UUID id, UnaryOperator<Activity.Write> step) {
        var known = Optional.ofNullable(underWay.get(id));
        if (known.isPresent()) {
            var write = step.apply(known.get());
            underWay.put(id, write);
            return Optional.of(write);
        }
        // Its intent was written by an earlier run of the console.
        return journal.activities(activity -> activity.id().equals(id), 1, Optional.empty()).stream().findFirst();
    }
}
