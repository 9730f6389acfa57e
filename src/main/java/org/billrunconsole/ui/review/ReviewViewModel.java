package org.billrunconsole.ui.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.review.Acknowledgement;
import org.billrunconsole.domain.review.FigureChange;
import org.billrunconsole.domain.review.RunFigures;
import org.billrunconsole.domain.review.customer.ReviewProgress;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.runs.review.RunAnalysis;
import org.billrunconsole.runs.review.customer.ReviewReading;
import org.billrunconsole.runs.review.customer.RunReviews;
import org.billrunconsole.work.Cancellable;
import org.billrunconsole.work.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The review of an open run: reads it away from the window's thread, keeps the last ones that were read, and follows
 * whether their run has become another since.
 */
public final class ReviewViewModel implements AutoCloseable {

    /** Where the review stands. */
    public sealed interface State {

        /** None is shown. */
        record Closed() implements State {}

        /** It is being read. */
        record Reading(BillRun run, Optional<ReviewProgress> progress) implements State {}

        /** It is shown. */
        record Shown(ReviewContents contents) implements State {}

        /** It could not be read for a reason that nobody foresaw. */
        record Broken(BillRun run) implements State {}
    }

    /**
     * What has become of the run since the review was read.
     *
     * @param open    false if it is not open any more, so that its customers' values are those of another run
     * @param changes of its figures
     */
    public record Since(boolean open, List<FigureChange> changes) {

        static final Since NOTHING = new Since(true, List.of());

        public Since {
            changes = List.copyOf(changes);
        }
    }

    /** A review on one line. */
    public record Summary(String text, boolean warns) {}

    private static final Logger LOG = LoggerFactory.getLogger(ReviewViewModel.class);

    /** A review of a large cycle is some thousand rows. */
    private static final int MOST_KEPT = 4;

    private final RunReviews reviews;
    private final RunStore store;
    private final RunAnalysis analysis;
    private final Function<Run, Optional<String>> currencies;
    private final UnaryOperator<BillRun> fresh;
    private final ReviewWords words;
    private final TaskRunner tasks;
    private final Executor window;
    private final Consumer<RunStore.Change> storeListener = this::onChange;
    private final Runnable analysisListener = this::onAnalysis;
    private final Map<RunKey, ReviewContents> kept = new LinkedHashMap<>();

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Closed());
    private final ReadOnlyObjectWrapper<ReviewPart> part = new ReadOnlyObjectWrapper<>(ReviewPart.DIFFERENCES);
    private final ReadOnlyObjectWrapper<Acknowledgement.State> looked = new ReadOnlyObjectWrapper<>(
            new Acknowledgement.State.NotGiven());
    private final ReadOnlyBooleanWrapper notKept = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Since> since = new ReadOnlyObjectWrapper<>(Since.NOTHING);
    private final StringProperty search = new SimpleStringProperty("");
    private final ObservableList<ReviewTable.Row> rows = FXCollections.observableArrayList();
    private Optional<ReviewReading> reading = Optional.empty();
    private Optional<Cancellable> task = Optional.empty();
    /** Which reading is the last one: what an earlier one brings is not shown any more. */
    private long attempt;
    private boolean cancelled;

    /**
     * @param currencies what a run's money is in, if it is known; asked on any thread
     * @param fresh      reads a run anew; may block
     */
    public ReviewViewModel(RunReviews reviews, RunStore store, RunAnalysis analysis,
            Function<Run, Optional<String>> currencies, UnaryOperator<BillRun> fresh, ReviewWords words,
            TaskRunner tasks, Executor window) {
        this.reviews = reviews;
        this.store = store;
        this.analysis = analysis;
        this.currencies = currencies;
        this.fresh = fresh;
        this.words = words;
        this.tasks = tasks;
        this.window = window;
        store.addListener(storeListener);
        analysis.addListener(analysisListener);
        search.subscribe(this::fill);
        part.subscribe(this::fill);
    }

    // ---- Properties

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Which of its lists is shown. */
    public ReadOnlyObjectProperty<ReviewPart> partProperty() {
        return part.getReadOnlyProperty();
    }

    /** What is searched for in the list. */
    public StringProperty searchProperty() {
        return search;
    }

    /** What has become of the run since its review was read. */
    public ReadOnlyObjectProperty<Since> sinceProperty() {
        return since.getReadOnlyProperty();
    }

    /** Whether somebody has looked at the run's review, for the figures as they are. */
    public ReadOnlyObjectProperty<Acknowledgement.State> lookedProperty() {
        return looked.getReadOnlyProperty();
    }

    /** True if the last "I have looked" could not be kept, and so was not given. */
    public ReadOnlyBooleanProperty notKeptProperty() {
        return notKept.getReadOnlyProperty();
    }

    /** True if the review is of the run as it is, so that somebody can say that they have looked at it. */
    boolean canLook() {
        return state.get() instanceof State.Shown && since.get().equals(Since.NOTHING);
    }

    /**
     * What is known of the review of a run on one line, for the dialog that closes it. Reads nothing.
     *
     * @return the line, with whether somebody should look
     */
    public Summary summary(BillRun run) {
        var contents = Optional.ofNullable(kept.get(run.key()));
        var given = looked(run, contents);
        var warns = !given.holds() && contents.map(ReviewContents::warns).orElse(true);
        return new Summary(words.summary(contents, given), warns);
    }

    /** The rows of the list in which the words are found that are searched for. */
    ObservableList<ReviewTable.Row> rows() {
        return rows;
    }

    /** The list that is shown; empty while there is none. */
    Optional<ReviewTable> table() {
        return state.get() instanceof State.Shown(var contents) ? Optional.of(contents.tables().get(part.get()))
                : Optional.empty();
    }

    ReviewWords words() {
        return words;
    }

    public boolean isOpen() {
        return !(state.get() instanceof State.Closed);
    }

    /** The run whose review is shown or being read. */
    public Optional<BillRun> run() {
        return switch (state.get()) {
            case State.Closed _ -> Optional.empty();
            case State.Reading(var run, _) -> Optional.of(run);
            case State.Broken(var run) -> Optional.of(run);
            case State.Shown(var contents) -> Optional.of(contents.review().run());
        };
    }

    // ---- Commands

    /** Shows the review of an open run: the one that was read before, or a new one. */
    public void open(BillRun run) {
        if (!RunReviews.isPossible(run) || run().filter(shown -> shown.key().equals(run.key())).isPresent()) {
            return;
        }
        stop();
        search.set("");
        part.set(ReviewPart.DIFFERENCES);
        Optional.ofNullable(kept.get(run.key())).ifPresentOrElse(this::show, () -> read(run));
    }

    /** Reads it anew, with the run as it is now. */
    public void readAgain() {
        run().flatMap(shown -> store.find(shown.key()).or(() -> Optional.of(shown)))
                .filter(RunReviews::isPossible)
                .ifPresent(now -> {
                    stop();
                    read((BillRun) now);
                });
    }

    /** Ends the reading; what was read by then is shown, and said to be not all. */
    public void cancel() {
        cancelled = true;
        reading.ifPresent(ReviewReading::cancel);
    }

    /** Shows one of the lists; the one that is shown gives its place back to the differences. */
    public void show(ReviewPart wanted) {
        part.set(part.get() == wanted ? ReviewPart.DIFFERENCES : wanted);
    }

    /**
     * Somebody has looked at what is shown.
     *
     * @param reason why it may be so; nothing is given without one
     */
    public void acknowledge(String reason) {
        if (!canLook() || reason.isBlank() || !(state.get() instanceof State.Shown(var contents))) {
            return;
        }
        notKept.set(false);
        var review = contents.review();
        tasks.run("keep that somebody has looked", () -> analysis.acknowledgements()
                .give(review.key(), new Acknowledgement.Subject.OfReview(review.figures()), reason.strip()),
                _ -> follow(), e -> {
                    LOG.error("That somebody has looked at {} cannot be kept", review.key().path(), e);
                    notKept.set(true);
                });
    }

    /** Goes back to where the review was opened from. */
    public void leave() {
        stop();
        state.set(new State.Closed());
        fill();
    }

    /** The rows that are shown, with their header, as cells. */
    List<List<String>> copied() {
        return table().map(table -> Stream.concat(
                Stream.of(table.columns().stream().map(ReviewTable.Column::title).toList()),
                rows.stream().map(row -> row.cells().stream().map(ReviewTable.Cell::text).toList()))
                .collect(Collectors.toList())).orElseGet(List::of);
    }

    @Override
    public void close() {
        store.removeListener(storeListener);
        analysis.removeListener(analysisListener);
        stop();
    }

    // ---- Inside

    private void stop() {
        attempt++;
        task.ifPresent(Cancellable::cancel);
        reading.ifPresent(ReviewReading::cancel);
        task = Optional.empty();
        reading = Optional.empty();
        cancelled = false;
    }

    /** With the run as it is on the server: the figures of an open run may have been read long ago. */
    private void read(BillRun run) {
        since.set(Since.NOTHING);
        state.set(new State.Reading(run, Optional.empty()));
        fill();
        var mine = attempt;
        task = Optional.of(tasks.run("run of a review", () -> fresh.apply(run), now -> {
            if (mine == attempt) {
                if (RunReviews.isPossible(now)) {
                    readCustomers(now);
                } else {
                    leave();
                }
            }
        }, e -> broke(mine, run, e)));
    }

    private void readCustomers(BillRun run) {
        var mine = attempt;
        var begun = reviews.reading(run, progress -> window.execute(() -> {
            if (mine == attempt && state.get() instanceof State.Reading) {
                state.set(new State.Reading(run, Optional.of(progress)));
            }
        }));
        reading = Optional.of(begun);
        if (cancelled) {
            begun.cancel();
        }
        task = Optional.of(tasks.run("review of a run",
                () -> words.contents(begun.read(), currencies.apply(run), analysis.deadline(run)), contents -> {
                    if (mine == attempt) {
                        reading = Optional.empty();
                        show(contents);
                    }
                }, e -> broke(mine, run, e)));
    }

    private void broke(long mine, BillRun run, Exception e) {
        if (mine == attempt) {
            LOG.error("The review of {} failed unexpectedly", run.key().path(), e);
            reading = Optional.empty();
            state.set(new State.Broken(run));
        }
    }

    private void show(ReviewContents contents) {
        notKept.set(false);
        var key = contents.review().key();
        kept.remove(key);
        kept.put(key, contents);
        if (kept.size() > MOST_KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        // The rows are there when the state tells of them.
        rows.setAll(contents.tables().get(part.get()).matching(search.get()));
        state.set(new State.Shown(contents));
        follow();
    }

    private void onChange(RunStore.Change change) {
        window.execute(() -> {
            if (run().filter(shown -> change.removed().contains(shown.key())
                    || change.updated().stream().anyMatch(read -> read.key().equals(shown.key()))).isPresent()) {
                follow();
            }
        });
    }

    private void onAnalysis() {
        window.execute(this::follow);
    }

    private void follow() {
        if (state.get() instanceof State.Shown(var contents)) {
            since.set(since(contents));
            var now = contents.review().run();
            looked.set(looked((BillRun) store.find(now.key()).orElse(now), Optional.of(contents)));
        }
    }

    private Acknowledgement.State looked(BillRun now, Optional<ReviewContents> contents) {
        return Acknowledgement.ofReview(analysis.acknowledgements().of(now.key()), RunFigures.of(now),
                contents.map(shown -> shown.review().figures()));
    }

    private Since since(ReviewContents contents) {
        return store.find(contents.review().key())
                .map(now -> new Since(now.hasStatus(RunStatus.Known.OPEN),
                        RunFigures.of(contents.review().run()).changesTo(RunFigures.of(now))))
                .orElseGet(() -> new Since(false, List.of()));
    }

    private void fill() {
        rows.setAll(table().map(table -> table.matching(search.get())).orElseGet(List::of));
    }
}
