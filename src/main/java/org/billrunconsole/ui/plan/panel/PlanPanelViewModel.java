package org.billrunconsole.ui.plan.panel;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.plan.PlanPhase;
import org.billrunconsole.domain.plan.PlanSnapshot;
import org.billrunconsole.runs.plan.Plans;
import org.billrunconsole.work.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plan that runs here, or the last one that did. What changes is put into words on the thread that tells of it; the
 * window's thread only takes over which lines are different, the newest of several at once.
 */
public final class PlanPanelViewModel implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PlanPanelViewModel.class);

    /** Words that tell time are of no use by the second. */
    private static final Duration WORDS_KEEP = Duration.ofSeconds(5);

    /** How much of the panel is to be seen. */
    enum View {
        /** There is no plan. */
        NONE,
        /** Only its bar: the table is there to be used. */
        FOLDED,
        /** The line of each run. */
        LINES,
        /** How each run ended. */
        RESULTS
    }

    /** What the operator is asked before it counts. */
    sealed interface Question {

        /** Whether the plan is to end here. */
        record Stop() implements Question {}

        /** Whether a run's present stage is done. */
        record IsDone(RunKey run, String name, Stage.Known stage) implements Question {}
    }

    private record Waiting(Optional<PlanSnapshot> snapshot, Optional<PlanPanelPicture.Drawn> drawn) {}

    private final Plans plans;
    private final PlanPanelPicture picture;
    private final PlanResultsViewModel results;
    private final InstantSource clock;
    private final TaskRunner tasks;
    private final Executor window;
    private final Consumer<Optional<PlanSnapshot>> listener = _ -> draw();
    private final AtomicReference<Waiting> waiting = new AtomicReference<>();

    private final ReadOnlyObjectWrapper<Optional<PlanPanelHead>> head = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RunKind>> kind = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<PlanPanelRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<View> view = new ReadOnlyObjectWrapper<>(View.NONE);
    private final ReadOnlyObjectWrapper<Optional<Question>> question = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Instant worded = Instant.MIN;

    public PlanPanelViewModel(Plans plans, PlanPanelPicture picture, PlanResultsViewModel results, InstantSource clock,
            TaskRunner tasks, Executor window) {
        this.plans = plans;
        this.picture = picture;
        this.results = results;
        this.clock = clock;
        this.tasks = tasks;
        this.window = window;
        plans.addListener(listener);
        draw();
    }

    // ---- Properties

    /** The plan as a whole; empty if there is none. */
    ReadOnlyObjectProperty<Optional<PlanPanelHead>> headProperty() {
        return head.getReadOnlyProperty();
    }

    /** Of which kind the plan's runs are, so in which tab it is shown; empty if there is none. */
    public ReadOnlyObjectProperty<Optional<RunKind>> kindProperty() {
        return kind.getReadOnlyProperty();
    }

    /** A line for each run, in the plan's order. */
    ObservableList<PlanPanelRow> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<View> viewProperty() {
        return view.getReadOnlyProperty();
    }

    /** What the operator is asked now. */
    ReadOnlyObjectProperty<Optional<Question>> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /** How each run ended, so far. */
    PlanResultsViewModel results() {
        return results;
    }

    // ---- Commands

    /** Pauses the plan, or lets it go on. */
    void pauseOrGoOn() {
        head.get().ifPresent(now -> {
            switch (now.phase()) {
                case RUNNING -> plans.pause();
                case PAUSED -> plans.goOn();
                case STOPPING, ENDED, INTERRUPTED, RUN_ELSEWHERE -> {
                }
            }
        });
    }

    /** Asks whether the plan is to end between two steps. */
    void askToStop() {
        question.set(Optional.of(new Question.Stop()));
    }

    /** Asks whether the present stage of a run is done, where the server does not say so. */
    void askWhetherDone(PlanPanelLine line) {
        line.unproven().ifPresent(stage -> question.set(Optional.of(new Question.IsDone(line.run(), line.name(),
                stage))));
    }

    /** The answer to the question is yes. */
    void confirm() {
        var asked = question.get();
        question.set(Optional.empty());
        asked.ifPresent(about -> {
            switch (about) {
                case Question.Stop _ -> plans.stop();
                case Question.IsDone(var run, _, var stage) -> plans.sayDone(run, stage);
            }
        });
    }

    /** The answer is no. */
    void decline() {
        question.set(Optional.empty());
    }

    /** An ended plan is not looked at any more. */
    void putAway() {
        plans.putAway();
    }

    /** Leaves the place to the table; the plan goes on. */
    public void fold() {
        show(View.FOLDED);
    }

    void show(View wanted) {
        if (view.get() != View.NONE) {
            view.set(wanted);
        }
    }

    /**
     * What Esc does: takes a question back, else folds the panel.
     *
     * @return whether there was anything to step back from
     */
    public boolean stepBack() {
        if (question.get().isPresent()) {
            decline();
            return true;
        }
        var open = isOpen();
        if (open) {
            show(View.FOLDED);
        }
        return open;
    }

    /** Whether the panel is where the table would be. */
    public boolean isOpen() {
        return switch (view.get()) {
            case LINES, RESULTS -> true;
            case NONE, FOLDED -> false;
        };
    }

    /** Words that tell time have grown old by a second. */
    public void secondPassed() {
        var running = head.get().filter(now -> !now.isEnded()).isPresent();
        if (running && isOpen() && !worded.plus(WORDS_KEEP).isAfter(clock.instant())) {
            worded = clock.instant();
            tasks.run("words of the plan", () -> {
                draw();
                return plans;
            }, _ -> {}, e -> LOG.warn("The plan cannot be put into words", e));
        }
    }

    @Override
    public void close() {
        plans.removeListener(listener);
    }

    // ---- Inside

    /** Several threads may have something to tell; whoever comes last draws what is newest. */
    private synchronized void draw() {
        var now = plans.current();
        var latest = new Waiting(now, now.map(plan -> picture.draw(plan, clock.instant())));
        // One that still waits for the window's thread will take this instead.
        if (waiting.getAndSet(latest) == null) {
            window.execute(this::takeOver);
        }
    }

    private void takeOver() {
        var latest = waiting.getAndSet(null);
        if (latest.drawn().isEmpty()) {
            head.set(Optional.empty());
            kind.set(Optional.empty());
            rows.clear();
            question.set(Optional.empty());
            view.set(View.NONE);
            return;
        }
        var drawn = latest.drawn().get();
        var before = head.get();
        var fresh = before.filter(last -> last.plan().equals(drawn.head().plan())).isEmpty();
        worded = clock.instant();
        head.set(latest.drawn().map(PlanPanelPicture.Drawn::head));
        kind.set(Optional.of(drawn.head().kind()));
        if (fresh) {
            rows.setAll(drawn.lines().stream().map(PlanPanelRow::new).toList());
            question.set(Optional.empty());
        } else {
            update(drawn.lines());
        }
        latest.snapshot().ifPresent(results::show);
        show(drawn.head(), fresh, before.filter(PlanPanelHead::isEnded).isPresent());
    }

    private void update(List<PlanPanelLine> lines) {
        for (int i = 0; i < lines.size(); i++) {
            rows.get(i).update(lines.get(i));
        }
        question.get().ifPresent(asked -> {
            if (isAnswered(asked, lines)) {
                question.set(Optional.empty());
            }
        });
    }

    private boolean isAnswered(Question asked, List<PlanPanelLine> lines) {
        return switch (asked) {
            case Question.Stop _ -> head.get().filter(now -> now.phase() == PlanPhase.RUNNING
                    || now.phase() == PlanPhase.PAUSED).isEmpty();
            case Question.IsDone(var run, _, var stage) -> lines.stream()
                    .noneMatch(line -> line.run().equals(run) && line.unproven().equals(Optional.of(stage)));
        };
    }

    /** A plan that begins opens, one that ends shows its results; else the operator's own choice stands. */
    private void show(PlanPanelHead now, boolean fresh, boolean hadEnded) {
        if (now.isEnded() && (fresh || !hadEnded)) {
            view.set(view.get() == View.FOLDED ? View.FOLDED : View.RESULTS);
        } else if (fresh) {
            view.set(View.LINES);
        }
    }
}
