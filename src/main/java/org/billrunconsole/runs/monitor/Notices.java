package org.billrunconsole.runs.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.billrunconsole.domain.Progress;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.history.RunEvent;
import org.billrunconsole.domain.history.RunEvent.Who;
import org.billrunconsole.domain.history.Stall;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.FieldChange;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.runs.Notice;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.runs.history.RunDiff;
import org.billrunconsole.runs.history.RunHistoryRecorder;
import org.billrunconsole.work.Listeners;

/**
 * Makes notices of run events, stalls and outcomes, each one once, however often its cause is read. Listeners get all
 * of them, so that they can be kept; "do not disturb" only says that they are not to be shown. Safe for use by many
 * threads.
 */
public final class Notices {

    private static final String ABSENT = "-";

    /** A percentage that falls back and comes again is not news. */
    private static final Duration SAME_FOR = Duration.ofMinutes(10);
    private static final int MOST_REMEMBERED = 5_000;

    /** Takes notices. */
    @FunctionalInterface
    public interface Listener {

        /** @param show false while the operator does not want to be disturbed, and if they are told otherwise */
        void arrived(Notice notice, boolean show);
    }

    private record Said(Class<?> kind, RunKey run, Optional<Stage> stage) {}

    private final RunStore store;
    private final RunHistoryRecorder historyRecorder;
    private final InstantSource clock;
    private final Listeners<Listener> listeners = new Listeners<>("notices");
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Said, Instant> said = new LinkedHashMap<>();
    private final Set<RunKey> stalled = new HashSet<>();
    private volatile Optional<RunKey> selected = Optional.empty();
    private volatile boolean doNotDisturb;
    private volatile Predicate<Notice> toldElsewhere = _ -> false;

    public Notices(RunStore store, RunHistoryRecorder historyRecorder, InstantSource clock) {
        this.store = store;
        this.historyRecorder = historyRecorder;
        this.clock = clock;
    }

    /** Gives every notice to a listener, on the thread that found it out. */
    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }

    /** Connects whoever tells of some notices in another way: those are kept, and not shown. */
    public void readToldElsewhereFrom(Predicate<Notice> told) {
        toldElsewhere = told;
    }

    /** The run the operator is looking at; empty for none. */
    public void select(Optional<RunKey> run) {
        selected = run;
    }

    public void setDoNotDisturb(boolean now) {
        doNotDisturb = now;
    }

    public boolean isDoNotDisturb() {
        return doNotDisturb;
    }

    /** Makes notices of what the history recorder tells. */
    public void onChange(List<RunEvent> happened) {
        var foundOnArrival = new HashSet<RunKey>();
        var elsewhere = new HashMap<RunKey, List<RunEvent>>();
        for (var event : happened) {
            switch (event) {
                // A run seen for the first time has not just ended anything.
                case RunEvent.StageEntered entered when entered.before().isEmpty() -> foundOnArrival.add(
                        entered.run());
                case RunEvent.StageDone(var time, var run, var stage, _) when !foundOnArrival.contains(run) -> say(
                        new Notice.StageEnded(time, run, stage), Optional.of(stage));
                case RunEvent.StageEntered _,RunEvent.FieldChanged _ -> {
                    finished(event);
                    if (selected.filter(event.run()::equals).isPresent() && isElsewhere(event.who())) {
                        elsewhere.computeIfAbsent(event.run(), _ -> new ArrayList<>()).add(event);
                    }
                }
                case RunEvent.StageDone _,RunEvent.PercentSeen _,RunEvent.Drifted _ -> {
                }
            }
        }
        elsewhere.forEach(this::changedElsewhere);
    }

    /** Takes in what the stall watch tells. */
    public void onChange(Map<RunKey, Stall> now) {
        var fresh = new ArrayList<Stall>();
        lock.lock();
        try {
            stalled.retainAll(now.keySet());
            now.values().stream().filter(stall -> stalled.add(stall.run())).forEach(fresh::add);
        } finally {
            lock.unlock();
        }
        fresh.forEach(stall -> give(new Notice.Stalled(clock.instant(), stall)));
    }

    /** Takes in what came of a write that was not answered for. */
    public void onOutcomeFound(Command command, Instant begun, Finding finding) {
        give(new Notice.OutcomeFound(clock.instant(), command, begun, finding));
    }

    private static boolean isElsewhere(Who who) {
        return switch (who) {
            case SOMEONE_ELSE, UNKNOWN -> true;
            case THIS_CONSOLE, SERVER -> false;
        };
    }

    private void changedElsewhere(RunKey run, List<RunEvent> happened) {
        var changes = happened.stream().flatMap(event -> switch (event) {
            case RunEvent.StageEntered entered -> List.of(new FieldChange(RunDiff.STAGE,
                    entered.before().map(Stage::wire).orElse(ABSENT), entered.stage().wire())).stream();
            case RunEvent.FieldChanged changed -> List.of(new FieldChange(changed.field(),
                    changed.before().orElse(ABSENT), changed.now())).stream();
            case RunEvent.StageDone _,RunEvent.PercentSeen _,RunEvent.Drifted _ -> List.<FieldChange>of().stream();
        }).toList();
        var certain = happened.stream().anyMatch(event -> event.who() == Who.SOMEONE_ELSE);
        give(new Notice.ChangedElsewhere(happened.getFirst().time(), run, changes, certain));
    }

    private void finished(RunEvent event) {
        var run = store.find(event.run());
        if (run.filter(now -> Progress.of(now) instanceof Progress.Finished).isPresent()) {
            var took = historyRecorder.of(event.run())
                    .latest(Stage.Known.DISTRIBUTION)
                    .filter(visit -> visit.entrySeen())
                    .map(visit -> Duration.between(visit.from(), event.time()));
            say(new Notice.RunFinished(event.time(), event.run(), took,
                    run.map(Run::revenue).orElse(OptionalLong.empty())), Optional.empty());
        }
    }

    private void say(Notice notice, Optional<Stage> stage) {
        lock.lock();
        try {
            var key = new Said(notice.getClass(), notice.run(), stage);
            var last = said.remove(key);
            said.put(key, notice.time());
            if (said.size() > MOST_REMEMBERED) {
                said.remove(said.keySet().iterator().next());
            }
            if (last != null && Duration.between(last, notice.time()).compareTo(SAME_FOR) < 0) {
                return;
            }
        } finally {
            lock.unlock();
        }
        give(notice);
    }

    private void give(Notice notice) {
        var show = !doNotDisturb && !toldElsewhere.test(notice);
        listeners.tell(listener -> listener.arrived(notice, show));
    }
}
