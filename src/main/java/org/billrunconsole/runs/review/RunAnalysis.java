package org.billrunconsole.runs.review;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.history.RunEvent;
import org.billrunconsole.domain.history.RunHistory;
import org.billrunconsole.domain.history.StageVisit;
import org.billrunconsole.domain.history.Stall;
import org.billrunconsole.domain.review.Check;
import org.billrunconsole.domain.review.CycleComparison;
import org.billrunconsole.domain.review.Deadline;
import org.billrunconsole.domain.review.DraftFigures;
import org.billrunconsole.domain.review.RunFigures;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.runs.ReferenceData;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.runs.history.Estimates;
import org.billrunconsole.runs.history.RunHistoryRecorder;
import org.billrunconsole.runs.history.Trends;
import org.billrunconsole.runs.notes.RunNotes;
import org.billrunconsole.work.Listeners;

/** What is known of a run beyond its own fields: its history, estimates, trends, checks and notes. */
public final class RunAnalysis {

    private final RunStore store;
    private final RunHistoryRecorder historyRecorder;
    private final Function<RunKey, Optional<Stall>> stalls;
    private final ReferenceData referenceData;
    private final Predicate<RunKey> outcomeUnknown;
    private final Checks checks;
    private final DraftWatch drafts;
    private final Acknowledgements acknowledgements;
    private final RunNotes notes;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Listeners<Runnable> listeners = new Listeners<>("what is known of runs");

    /**
     * @param stalls         the stall of a run, if it is stalled
     * @param outcomeUnknown whether a run is locked because the outcome of its last write is not known
     * @param drafts         what drafts show
     * @param acknowledgements what operators have looked at
     * @param notes          what operators have written down
     */
    public RunAnalysis(RunStore store, RunHistoryRecorder historyRecorder, ReferenceData referenceData,
            Function<RunKey, Optional<Stall>> stalls, Predicate<RunKey> outcomeUnknown, Checks checks,
            DraftWatch drafts, Acknowledgements acknowledgements, RunNotes notes, InstantSource clock, ZoneId zone) {
        this.store = store;
        this.historyRecorder = historyRecorder;
        this.stalls = stalls;
        this.referenceData = referenceData;
        this.outcomeUnknown = outcomeUnknown;
        this.checks = checks;
        this.drafts = drafts;
        this.acknowledgements = acknowledgements;
        this.notes = notes;
        this.clock = clock;
        this.zone = zone;
    }

    /** What this console has seen of a run. */
    public RunHistory history(RunKey run) {
        return historyRecorder.of(run);
    }

    /** The stall of a run, if it is stalled. */
    public Optional<Stall> stall(RunKey run) {
        return stalls.apply(run);
    }

    public boolean isOutcomeUnknown(RunKey run) {
        return outcomeUnknown.test(run);
    }

    /** Why a run deserves attention; empty for one that can be left alone. */
    public Set<NeedsAttention> attention(Run run) {
        return NeedsAttention.of(run, referenceData.cycleOf(run), stalls.apply(run.key()).isPresent(),
                outcomeUnknown.test(run.key()), today());
    }

    /**
     * What somebody should look at before the next step.
     *
     * @param run as last read, or with the dates the operator is about to set
     */
    public List<Check> checks(Run run) {
        var cycle = referenceData.cycleOf(run);
        // Without a cycle that is known, nothing says that runs of one number are alike.
        var earlier = run instanceof BillRun regular && cycle.isPresent()
                ? CheckInput.earlier(store.before(regular))
                : List.<BillRun>of();
        var found = checks.of(new CheckInput(run, cycle, earlier, today(), clock.instant(),
                changedByOthers(run.key())));
        return Stream.concat(
                DraftChecks.of(run, drafts.of(run.key()), acknowledgements.of(run.key())).stream(), found.stream())
                .sorted(Comparator.comparing(Check::severity).reversed())
                .toList();
    }

    /**
     * What concerns an action of a run, most serious first.
     *
     * @param run     with the dates the operator is about to set
     * @param periods how many periods its schedule is to be moved by; looked at for that action only
     */
    public List<Check> checks(Action action, Run run, int periods) {
        var found = Checks.concerning(action, checks(run));
        return action == Action.ADJUST_SCHEDULE && run instanceof BillRun regular
                ? Stream.concat(ScheduleChecks.of(regular, periods, referenceData.cycleOf(regular),
                        store.ofCycle(regular.billingCycleId().orElse(0))).stream(), found.stream()).toList()
                : found;
    }

    /** Until when an open run can be closed; empty where that is not known. */
    public Optional<Deadline> deadline(Run run) {
        return Deadline.of(run, referenceData.cycleOf(run), today());
    }

    /** What operators have said they have looked at. */
    public Acknowledgements acknowledgements() {
        return acknowledgements;
    }

    /** What operators have written down of runs. */
    public RunNotes notes() {
        return notes;
    }

    /** The figures that a run's drafts show; empty where nothing is known of them. */
    public Optional<DraftFigures> drafts(RunKey run) {
        return drafts.of(run);
    }

    /**
     * A run beside the earlier ones of its cycle.
     *
     * @param most how many earlier ones
     */
    public CycleComparison comparison(BillRun run, int most) {
        return new CycleComparison(
                Stream.concat(earlier(run, most).stream(), Stream.of(run)).map(this::point).toList());
    }

    private CycleComparison.Point point(BillRun run) {
        var work = new EnumMap<Stage.Known, Duration>(Stage.Known.class);
        var seen = history(run.key());
        for (var stage : Stage.Known.values()) {
            seen.latest(stage).flatMap(StageVisit::work).ifPresent(length -> work.put(stage, length));
        }
        return new CycleComparison.Point(run.key(), run.label(), run.periodEnd(), RunFigures.of(run),
                run.hasStatus(RunStatus.Known.OPEN), work);
    }

    /** Calls a listener whenever runs may be looked at otherwise though their fields are as they were. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    /** Something that is not in the runs' fields has changed: stalls, unknown outcomes, what may be done. */
    public void changed() {
        listeners.tell(Runnable::run);
    }

    /** How long a stage took in the last runs of the run's cycle. */
    public Optional<Estimates.Usual> usual(Run run, Stage stage) {
        return historyRecorder.usual(run, stage);
    }

    /** How long the present stage still takes, where there is something to learn that from. */
    public Optional<Estimates.TimeLeft> left(Run run) {
        return Estimates.left(run, history(run.key()), run.stage().flatMap(stage -> usual(run, stage)),
                clock.instant());
    }

    /** The earlier runs of the same cycle, oldest first. */
    public List<? extends Run> before(Run run, int most) {
        return run instanceof BillRun regular
                ? earlier(regular, most)
                : List.of();
    }

    private List<BillRun> earlier(BillRun run, int most) {
        return Trends.comparable(run, store.before(run), most);
    }

    private Optional<Instant> changedByOthers(RunKey run) {
        return history(run).timeline()
                .reversed()
                .stream()
                .filter(event -> event.who() == RunEvent.Who.SOMEONE_ELSE)
                .map(RunEvent::time)
                .findFirst();
    }

    /** By the operator's calendar; the server's time zone is not documented. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
