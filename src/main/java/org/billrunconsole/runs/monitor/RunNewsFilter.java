package org.billrunconsole.runs.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Predicate;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.history.RunEvent;
import org.billrunconsole.domain.history.RunEvent.Who;
import org.billrunconsole.runs.Notice;

/**
 * Decides what is told, to somebody who does not see the window, of all that happens to runs. Followed are the run that
 * is open in the pane and the last few that this console moved by itself; of these the beginning of a stage, every tenth
 * of it and every notice is told at once. Notices of all other runs are told together, now and then. Runs that a plan
 * moves are not followed: the plan tells of itself. It knows the time only from its callers. For one thread.
 */
public final class RunNewsFilter {

    /** So many runs that this console moved are followed; whoever moves more has no ear for each. */
    static final int MOST_MOVED = 3;

    /** The other runs are told of no more often. */
    static final Duration OTHERS_EVERY = Duration.ofSeconds(30);

    private record Place(Stage stage, ProgressSteps steps) {}

    private final Predicate<RunKey> inPlan;
    private final SequencedSet<RunKey> moved = new LinkedHashSet<>();
    /** Where the followed runs are, so no more than these. */
    private final Map<RunKey, Place> places = new HashMap<>();
    private Optional<RunKey> open = Optional.empty();
    private Optional<Notice> firstOther = Optional.empty();
    private int finished;
    private int ready;
    private int stalled;
    private Optional<Instant> othersTold = Optional.empty();

    /** @param inPlan whether a plan moves a run */
    public RunNewsFilter(Predicate<RunKey> inPlan) {
        this.inPlan = inPlan;
    }

    /** The run that is open in the pane; empty for none. */
    public void open(Optional<RunKey> run) {
        open = run;
        forget();
    }

    /** What is told of the events of a reading. */
    public List<RunNews> onEvents(List<RunEvent> happened) {
        var news = new ArrayList<RunNews>();
        for (var event : happened) {
            switch (event) {
                // A run that is seen for the first time has not just begun anything.
                case RunEvent.StageEntered entered when entered.before().isPresent() -> begun(entered)
                        .filter(_ -> happened.stream().noneMatch(each -> ends(each, entered)))
                        .ifPresent(news::add);
                case RunEvent.PercentSeen seen -> further(seen).ifPresent(news::add);
                // That a stage is done is told by a notice, and of the rest the operator has had a notice too.
                case RunEvent.StageEntered _,RunEvent.StageDone _,RunEvent.FieldChanged _,RunEvent.Drifted _ -> {
                }
            }
        }
        return news;
    }

    /** What is told of a notice; empty if it is told later with others. */
    public Optional<RunNews> onNotice(Notice notice) {
        var followed = isFollowed(notice.run());
        switch (notice) {
            // Of the operator's own change, or of the run that is looked at.
            case Notice.OutcomeFound _,Notice.ChangedElsewhere _ -> followed = true;
            case Notice.RunFinished(_, var run, _, _) -> {
                moved.remove(run);
                forget();
                finished += followed ? 0 : 1;
            }
            case Notice.StageEnded _ -> ready += followed ? 0 : 1;
            case Notice.Stalled _ -> stalled += followed ? 0 : 1;
        }
        if (!followed) {
            firstOther = firstOther.or(() -> Optional.of(notice));
            return Optional.empty();
        }
        return Optional.of(new RunNews.Noticed(notice));
    }

    /** The lists have just been read: what is told of the other runs now. */
    public Optional<RunNews> onReading(Instant now) {
        var others = finished + ready + stalled;
        if (others == 0 || othersTold.filter(told -> now.isBefore(told.plus(OTHERS_EVERY))).isPresent()) {
            return Optional.empty();
        }
        var news = others == 1 ? firstOther.<RunNews>map(RunNews.Noticed::new)
                : Optional.<RunNews>of(new RunNews.Others(finished, ready, stalled));
        othersTold = Optional.of(now);
        firstOther = Optional.empty();
        finished = 0;
        ready = 0;
        stalled = 0;
        return news;
    }

    private Optional<RunNews> begun(RunEvent.StageEntered entered) {
        var run = entered.run();
        if (entered.who() == Who.THIS_CONSOLE && !inPlan.test(run)) {
            moved.addLast(run);
            if (moved.size() > MOST_MOVED) {
                moved.removeFirst();
                forget();
            }
        }
        if (!isFollowed(run)) {
            return Optional.empty();
        }
        places.put(run, new Place(entered.stage(), ProgressSteps.fromStart()));
        // That it is finished is told by a notice.
        return entered.stage() == Stage.Known.FINISHED ? Optional.empty()
                : Optional.of(new RunNews.StageBegun(run, entered.stage()));
    }

    /** Whether a stage was over before anybody could be told that it had begun. */
    private static boolean ends(RunEvent event, RunEvent.StageEntered entered) {
        return event instanceof RunEvent.StageDone(_, var run, var stage, _) && run.equals(entered.run())
                && stage.equals(entered.stage());
    }

    private Optional<RunNews> further(RunEvent.PercentSeen seen) {
        var run = seen.run();
        if (!isFollowed(run)) {
            return Optional.empty();
        }
        var place = Optional.ofNullable(places.get(run)).filter(known -> known.stage().equals(seen.stage()));
        if (place.isEmpty()) {
            places.put(run, new Place(seen.stage(), ProgressSteps.from(seen.percent())));
            return Optional.empty();
        }
        var step = place.get().steps().reached(seen.percent());
        return step.isPresent() ? Optional.of(new RunNews.StageProgress(run, seen.stage(), step.getAsInt()))
                : Optional.empty();
    }

    private boolean isFollowed(RunKey run) {
        return open.filter(run::equals).isPresent() || moved.contains(run);
    }

    private void forget() {
        places.keySet().removeIf(run -> !isFollowed(run));
    }
}
