package org.billrunconsole.ui.rundetail.timeline;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.history.RunEvent;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.runs.review.RunAnalysis;
import org.billrunconsole.ui.rundetail.timeline.TimelineEntry.Kind;
import org.billrunconsole.work.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has happened to the run in the pane, newest first, and which of it is wanted. What was seen and said is known at
 * once; what this console did is read from the journal.
 */
public final class TimelineViewModel {

    private static final Logger LOG = LoggerFactory.getLogger(TimelineViewModel.class);

    /** So many entries are shown at first, and so many more each time. */
    static final int AT_ONCE = 200;

    /** How the reading of the journal stands. */
    enum Journal {
        READING, READ, FAILED
    }

    /**
     * What is shown.
     *
     * @param entries of the wanted kinds, newest first, as many as are shown
     * @param matching how many are of the wanted kinds
     * @param counts  how many there are of each kind
     * @param wanted  the kinds that are wanted; none for all
     */
    record Content(Optional<Run> run, List<TimelineEntry> entries, int matching, Map<Kind, Integer> counts,
            Set<Kind> wanted, Journal journal) {

        Content {
            entries = List.copyOf(entries);
            counts = Map.copyOf(counts);
            wanted = Set.copyOf(wanted);
        }

        int all() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    private final RunAnalysis analysis;
    private final Function<RunKey, List<Activity>> activities;
    private final TaskRunner tasks;
    private final AtomicBoolean outdated = new AtomicBoolean();
    private final Set<Kind> wanted = EnumSet.noneOf(Kind.class);
    private final ReadOnlyObjectWrapper<Content> content = new ReadOnlyObjectWrapper<>(new Content(Optional.empty(),
            List.of(), 0, Map.of(), Set.of(), Journal.READING));
    private Optional<Run> shown = Optional.empty();
    private List<TimelineEntry> done = List.of();
    private Journal journal = Journal.READING;
    private boolean reading;
    private int most = AT_ONCE;

    /** @param activities what the journal has of a run, newest first; blocks, and may throw */
    public TimelineViewModel(RunAnalysis analysis, Function<RunKey, List<Activity>> activities, TaskRunner tasks) {
        this.analysis = analysis;
        this.activities = activities;
        this.tasks = tasks;
    }

    ReadOnlyObjectProperty<Content> contentProperty() {
        return content.getReadOnlyProperty();
    }

    // ---- Commands

    /** The journal has more entries than were read. On any thread. */
    public void outdate() {
        outdated.set(true);
    }

    /** Follows the run in the pane. */
    void show(Run run) {
        var other = !shown.map(Run::key).equals(Optional.of(run.key()));
        shown = Optional.of(run);
        if (other) {
            done = List.of();
            journal = Journal.READING;
            most = AT_ONCE;
            read();
        }
        secondPassed();
    }

    /** Looks whether there is anything new. */
    void secondPassed() {
        if (shown.isPresent() && outdated.getAndSet(false)) {
            read();
        }
        derive();
    }

    /** Reads the journal again, which could not be read. */
    void tryAgain() {
        journal = Journal.READING;
        read();
        derive();
    }

    /** Wants entries of a kind, or does not any more. */
    void want(Kind kind, boolean now) {
        if (now ? wanted.add(kind) : wanted.remove(kind)) {
            most = AT_ONCE;
            derive();
        }
    }

    /** Wants entries of every kind. */
    void wantAll() {
        wanted.clear();
        derive();
    }

    /** Shows more of them. */
    void showMore() {
        most += AT_ONCE;
        derive();
    }

    // ---- Inside

    private void read() {
        if (reading) {
            outdated.set(true);
            return;
        }
        reading = true;
        var run = shown.orElseThrow().key();
        tasks.run("what was done to a run", () -> activities.apply(run)
                .stream()
                .flatMap(activity -> TimelineEntry.Done.of(activity).stream())
                .toList(), found -> over(run, found, Journal.READ), e -> {
                    LOG.warn("What was done to {} cannot be read: {}", run.path(), e.toString());
                    over(run, List.of(), Journal.FAILED);
                });
    }

    private void over(RunKey run, List<TimelineEntry> found, Journal how) {
        reading = false;
        if (shown.map(Run::key).equals(Optional.of(run))) {
            done = found;
            journal = how;
            derive();
        } else {
            // Another run was chosen meanwhile.
            read();
        }
    }

    private void derive() {
        if (shown.isEmpty()) {
            return;
        }
        var run = shown.get();
        var all = Stream.of(
                analysis.history(run.key()).timeline().stream().filter(TimelineViewModel::isTold).<TimelineEntry>map(
                        TimelineEntry.Seen::new),
                analysis.acknowledgements().of(run.key()).stream().<TimelineEntry>map(TimelineEntry.Looked::new),
                analysis.notes().of(run.key()).stream().<TimelineEntry>map(TimelineEntry.Noted::new),
                done.stream()).flatMap(each -> each).toList();
        var counts = new EnumMap<Kind, Integer>(Kind.class);
        all.forEach(entry -> counts.merge(entry.kind(), 1, Integer::sum));
        var matching = all.stream()
                .filter(entry -> wanted.isEmpty() || wanted.contains(entry.kind()))
                .sorted(Comparator.comparing(TimelineEntry::time))
                .toList()
                .reversed();
        content.set(new Content(shown, matching.stream().limit(most).toList(), matching.size(), counts, wanted,
                journal));
    }

    private static boolean isTold(RunEvent event) {
        return switch (event) {
            case RunEvent.StageEntered _,RunEvent.StageDone _,RunEvent.FieldChanged _ -> true;
            case RunEvent.PercentSeen _,RunEvent.Drifted _ -> false;
        };
    }
}
