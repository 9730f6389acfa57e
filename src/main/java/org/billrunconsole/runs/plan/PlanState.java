package org.billrunconsole.runs.plan;

import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.plan.Plan;
import org.billrunconsole.domain.plan.PlanEvent;
import org.billrunconsole.domain.plan.PlannedRun;
import org.billrunconsole.domain.plan.RunVerdict;
import org.billrunconsole.domain.plan.RunVerdict.Outcome;
import org.billrunconsole.domain.plan.StopReason;
import org.billrunconsole.domain.write.Action;

/**
 * What a plan has come to, made of its events: while it runs as when it is read back. Immutable.
 *
 * @param paused whether the operator has paused it
 * @param began  when a console last took it on; the time it was made if none has
 * @param ended  when the last run got its verdict
 */
record PlanState(Plan plan, Map<RunKey, Entry> entries, boolean paused, Instant began, Optional<Instant> ended) {

    /**
     * What the plan has done with one run.
     *
     * @param sending   the step that was handed to the write path and of which no answer is kept
     * @param lastTaken the last step that the server took
     * @param attempts  how often the next step did not go out
     * @param saidDone  stages that the operator called done
     */
    record Entry(PlannedRun planned, Optional<Instant> began, Optional<PlanEvent.Sending> lastSending,
            Optional<Action> sending, Optional<Action> lastTaken, int attempts, Set<Stage.Known> saidDone,
            Optional<RunVerdict> verdict, Optional<Instant> ended) {

        static Entry of(PlannedRun planned, Instant made) {
            var accepted = planned.acceptsUnproven()
                    ? planned.shown().stage().filter(Stage.Known.class::isInstance).map(Stage.Known.class::cast)
                    : Optional.<Stage.Known>empty();
            return new Entry(planned, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0,
                    accepted.map(Set::of).orElseGet(Set::of),
                    planned.skipped().map(why -> new RunVerdict(Outcome.SKIPPED, why)),
                    planned.skipped().map(_ -> made));
        }

        RunKey key() {
            return planned.key();
        }

        boolean isOver() {
            return verdict.isPresent();
        }

        /** True if it has a place among the runs in progress. */
        boolean isOnItsWay() {
            return began.isPresent() && !isOver();
        }

        boolean isSaidDone(Stage.Known stage) {
            return saidDone.contains(stage);
        }

        /** The stage in which the plan has left the run, or in which it was shown. */
        Optional<Stage> expectedStage() {
            return lastTaken.<Stage>map(PlanRules::stageOf).or(() -> planned.shown().stage());
        }

        /** The verdict if it is not taken any further. */
        RunVerdict verdictFor(StopReason why) {
            // What may have arrived is not called unsent because somebody stopped waiting for the word on it.
            return sending.filter(_ -> why == StopReason.Plain.BY_OPERATOR || why == StopReason.Plain.AFTER_FAILURE
                    || why == StopReason.Plain.RUN_GONE || why == StopReason.Plain.SERVER_GONE)
                    .map(step -> new RunVerdict(Outcome.UNKNOWN, new StopReason.OutcomeUnknown(step,
                            Optional.empty())))
                    .orElseGet(() -> new RunVerdict(why instanceof StopReason.OutcomeUnknown ? Outcome.UNKNOWN
                            : lastTaken.isPresent() ? Outcome.STOPPED : Outcome.NOT_SENT, why));
        }

        Entry with(PlanEvent event) {
            return switch (event) {
                case PlanEvent.Begun(var time, _) -> new Entry(planned, Optional.of(time), lastSending, sending,
                        lastTaken, attempts, saidDone, verdict, ended);
                case PlanEvent.Sending step -> new Entry(planned, began, Optional.of(step),
                        Optional.of(step.action()), lastTaken, attempts, saidDone, verdict, ended);
                case PlanEvent.Taken(_, _, var action) -> new Entry(planned, began, lastSending, Optional.empty(),
                        Optional.of(action), 0, saidDone, verdict, ended);
                case PlanEvent.NotTaken _ -> new Entry(planned, began, lastSending, Optional.empty(), lastTaken,
                        attempts + 1, saidDone, verdict, ended);
                case PlanEvent.SaidDone(_, _, var stage, _) -> {
                    var said = new HashSet<>(saidDone);
                    said.add(stage);
                    yield new Entry(planned, began, lastSending, sending, lastTaken, attempts, Set.copyOf(said),
                            verdict, ended);
                }
                case PlanEvent.RunEnded(var time, _, var how) -> new Entry(planned, began, lastSending,
                        Optional.empty(), lastTaken, attempts, saidDone, Optional.of(how), ended.or(
                                () -> Optional.of(time)));
                case PlanEvent.Claimed _,PlanEvent.Paused _,PlanEvent.WentOn _,PlanEvent.Ended _ -> this;
            };
        }
    }

    PlanState {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** A plan of which nothing has happened yet. */
    static PlanState of(Plan plan) {
        var entries = new LinkedHashMap<RunKey, Entry>();
        plan.runs().forEach(planned -> entries.put(planned.key(), Entry.of(planned, plan.made())));
        return new PlanState(plan, entries, false, plan.made(), Optional.empty());
    }

    /** What came of a plan and its events; those of runs that are not in it are left out. */
    static PlanState of(Plan plan, List<PlanEvent> events) {
        var state = of(plan);
        for (var event : events) {
            state = state.with(event);
        }
        return state;
    }

    PlanState with(PlanEvent event) {
        return switch (event) {
            case PlanEvent.Claimed(var time, _, _) -> new PlanState(plan, entries, paused, time, ended);
            case PlanEvent.Paused _ -> new PlanState(plan, entries, true, began, ended);
            case PlanEvent.WentOn _ -> new PlanState(plan, entries, false, began, ended);
            case PlanEvent.Ended(var time) -> new PlanState(plan, entries, paused, began, Optional.of(time));
            case PlanEvent.Begun(_, var run) -> with(run, event);
            case PlanEvent.Sending(_, var run, _) -> with(run, event);
            case PlanEvent.Taken(_, var run, _) -> with(run, event);
            case PlanEvent.NotTaken(_, var run, _) -> with(run, event);
            case PlanEvent.SaidDone(_, var run, _, _) -> with(run, event);
            case PlanEvent.RunEnded(_, var run, _) -> with(run, event);
        };
    }

    private PlanState with(RunKey run, PlanEvent event) {
        var entry = entries.get(run);
        if (entry == null) {
            return this;
        }
        var changed = new LinkedHashMap<>(entries);
        changed.put(run, entry.with(event));
        return new PlanState(plan, changed, paused, began, ended);
    }

    /** How many runs have a place now. */
    long onTheirWay() {
        return entries.values().stream().filter(Entry::isOnItsWay).count();
    }

    /** True if every run has its verdict. */
    boolean isOver() {
        return entries.values().stream().allMatch(Entry::isOver);
    }
}
