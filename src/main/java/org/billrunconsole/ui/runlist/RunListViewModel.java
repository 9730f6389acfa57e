package org.billrunconsole.ui.runlist;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.billrunconsole.domain.ApiCall;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.domain.Progress;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.runs.ReferenceData;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.runs.monitor.RunRefresh;
import org.billrunconsole.runs.review.RunAnalysis;
import org.billrunconsole.work.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The list of one kind of run: what is loaded, what of it is shown, which row is selected and which runs are chosen. */
public final class RunListViewModel implements AutoCloseable {

    /** What the place of the rows shows. */
    public enum State {
        LOADING, READY, EMPTY, NO_MATCH, FAILED
    }

    private static final Logger LOG = LoggerFactory.getLogger(RunListViewModel.class);

    /** More new rows than this are taken in by replacing the list: sorting each in would cost more. */
    private static final int MANY = 200;

    private final RunKind kind;
    private final RunStore store;
    private final ReferenceData referenceData;
    private final RunRefresh refresh;
    private final RunAnalysis analysis;
    private final TaskRunner tasks;
    private final Executor window;
    private final InstantSource clock;
    private final Consumer<RunStore.Change> storeListener = this::arrived;
    private final Runnable referenceDataListener = this::referenceDataRead;
    private final Runnable analysisListener = this::analysisChanged;

    private final RunRows rows = new RunRows();
    private final ChosenRuns chosen = new ChosenRuns(rows);
    private final List<RunStore.Change> pending = new ArrayList<>();
    private boolean loading;
    private boolean readingCycles;
    private boolean loadedOnce;
    private BooleanSupplier askToSignIn = () -> false;
    private Optional<ItemAnswers> items = Optional.empty();
    private Optional<Failure> lastFailure = Optional.empty();

    private final RunFilters filters = new RunFilters(this::filter);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<Optional<Failure>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Counts> counts = new ReadOnlyObjectWrapper<>(Counts.NONE);
    private final ReadOnlyObjectWrapper<Selection> selection = new ReadOnlyObjectWrapper<>(new Selection.Nothing());
    private final ReadOnlyObjectWrapper<Optional<RunKey>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper rearranging = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<BillingCycle>> cycles = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper looks = new ReadOnlyIntegerWrapper();

    public RunListViewModel(RunKind kind, RunStore store, ReferenceData referenceData, RunRefresh refresh,
            RunAnalysis analysis, TaskRunner tasks, Executor window, InstantSource clock) {
        this.kind = kind;
        this.store = store;
        this.referenceData = referenceData;
        this.refresh = refresh;
        this.analysis = analysis;
        this.tasks = tasks;
        this.window = window;
        this.clock = clock;
        analysis.addListener(analysisListener);
        store.addListener(storeListener);
        referenceData.addListener(referenceDataListener);
        filter();
    }

    // ---- Properties

    public RunKind kind() {
        return kind;
    }

    /** Billing cycles and users, for the words of the rows. */
    ReferenceData referenceData() {
        return referenceData;
    }

    /** What is known of the runs beyond their fields, for the words of the rows. */
    RunAnalysis analysis() {
        return analysis;
    }

    /** The rows as shown, in the order of {@link #sort}. */
    public ObservableList<RunRow> shown() {
        return rows.shown();
    }

    public RunFilters filters() {
        return filters;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Why the last attempt to read the list failed; empty once one has gone well. */
    public ReadOnlyObjectProperty<Optional<Failure>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Counts> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /** The runs that a person has chosen by check box; the row that is selected is another matter. */
    public ReadOnlyObjectProperty<Chosen> chosenProperty() {
        return chosen.chosenProperty();
    }

    /** What finds the runs of items that no row shows, if it is connected. */
    Optional<ItemAnswers> items() {
        return items;
    }

    /** What can be done with the check boxes. */
    ChosenRuns chosen() {
        return chosen;
    }

    /** The row that a person has selected, and whether it can be seen. */
    public ReadOnlyObjectProperty<Selection> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    /** The run that commands act on: selected by a person, and shown. */
    public ReadOnlyObjectProperty<Optional<RunKey>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /**
     * True while rows come, go or change places. What a table selects meanwhile nobody has selected; once it is over,
     * the table has to show {@link #selectionProperty}.
     */
    public ReadOnlyBooleanProperty rearrangingProperty() {
        return rearranging.getReadOnlyProperty();
    }

    /** The billing cycles by name, once they have been read. */
    public ReadOnlyObjectProperty<List<BillingCycle>> cyclesProperty() {
        return cycles.getReadOnlyProperty();
    }

    /** Counts how often rows came to look otherwise though their runs did not change. */
    public ReadOnlyIntegerProperty looksProperty() {
        return looks.getReadOnlyProperty();
    }

    /** The place of a run among the rows shown; -1 if it is not shown. */
    public int placeOf(RunKey key) {
        return rows.find(key).map(rows::placeOf).orElse(-1);
    }

    // ---- Commands

    /** Reads the whole list, at first or again; what is on the screen stays until better arrives. */
    public void load() {
        if (loading) {
            return;
        }
        loading = true;
        failure.set(Optional.empty());
        lastFailure = Optional.empty();
        derive();
        tasks.run("load " + kind, () -> {
            refresh.load(kind);
            return kind;
        }, _ -> loaded(), this::failed);
    }

    /** Reads the list for a person, who is asked to sign in first where nobody is; the list follows by itself then. */
    public void refresh() {
        if (askToSignIn.getAsBoolean()) {
            return;
        }
        load();
        readCycles();
    }

    /** Reads the billing cycles, unless they have been read or are being read. */
    public void readCycles() {
        if (readingCycles || referenceData.isCyclesRead()) {
            return;
        }
        readingCycles = true;
        tasks.run("billing cycles", () -> {
            refresh.loadCycles();
            return kind;
        }, _ -> readingCycles = false, e -> {
            readingCycles = false;
            LOG.warn("The billing cycles cannot be read: {}", e.getMessage());
        });
    }

    /** Reads the list if it could not be read before. */
    public void catchUp() {
        if (!loadedOnce || lastFailure.isPresent()) {
            load();
        }
    }

    /**
     * Connects what signs in.
     *
     * @param ask asks a person to sign in if nobody is and they did not want to, and tells whether it did
     */
    public void askBefore(BooleanSupplier ask) {
        askToSignIn = ask;
    }

    /** Connects what finds the runs of items that no row shows; before the list is shown. */
    public void answerItems(ItemAnswers answers) {
        items = Optional.of(answers);
    }

    /** A person has selected this row, or none. */
    public void select(Optional<RunKey> key) {
        setSelection(key.<Selection>map(Selection.One::new).orElseGet(Selection.Nothing::new));
    }

    /** A person wants to see this run: filters that hide it are cleared, and it is selected. */
    public void find(RunKey key) {
        if (!isShown(key) && rows.find(key).isPresent()) {
            filters.clear();
        }
        if (isShown(key)) {
            rearrange(() -> selection.set(new Selection.One(key)));
        }
    }

    /** Chooses these runs and no others, as if by their check boxes; those that are not listed are left out. */
    public void choose(Collection<RunKey> keys) {
        chosen.choose(keys);
    }

    /**
     * Empties every check box, also of the runs that are not shown.
     *
     * @return whether any run was chosen
     */
    public boolean clearChosen() {
        return chosen.clear();
    }

    /** The runs that are chosen, as the list shows them from top to bottom; those that it does not show come last. */
    public List<RunKey> chosenAsListed() {
        var places = chosen.chosenProperty().get().keys().stream().collect(Collectors.toMap(Function.identity(),
                this::placeOf));
        return chosen.chosenProperty()
                .get()
                .keys()
                .stream()
                .sorted(Comparator.comparing((RunKey key) -> places.get(key) < 0).thenComparing(places::get))
                .toList();
    }

    /** A person wants the hidden run back: the filters are cleared and it is selected again. */
    public void showHidden() {
        if (selection.get() instanceof Selection.Hidden(var key, var name)) {
            filters.clear();
            rearrange(() -> selection.set(
                    rows.find(key).isPresent() ? new Selection.One(key) : new Selection.Gone(name)));
        }
    }

    /** Puts the rows in another order, and again wherever values outgrow it. */
    public void sort(Comparator<RunRow> order) {
        rearrange(() -> rows.sort(order));
    }

    @Override
    public void close() {
        store.removeListener(storeListener);
        referenceData.removeListener(referenceDataListener);
        analysis.removeListener(analysisListener);
    }

    // ---- Inside

    /** Stalls and unknown outcomes change how rows look though the runs themselves are as they were. */
    private void analysisChanged() {
        window.execute(() -> {
            rows.all().forEach(this::judge);
            looks.set(looks.get() + 1);
            if (filters.attentionProperty().get() || filters.dueWithinProperty().get().isPresent()) {
                filter();
            } else {
                derive();
            }
        });
    }

    private void judge(RunRow row) {
        row.setNeedsAttention(!analysis.attention(row.run()).isEmpty());
        row.setDaysLeft(analysis.deadline(row.run()).map(deadline -> OptionalLong.of(deadline.daysLeft()))
                .orElseGet(OptionalLong::empty));
    }

    private void referenceDataRead() {
        window.execute(() -> {
            cycles.set(referenceData.cycles());
            filter();
        });
    }

    private void arrived(RunStore.Change change) {
        synchronized (pending) {
            pending.add(change);
        }
        window.execute(() -> takeIn(false));
    }

    private void loaded() {
        loading = false;
        loadedOnce = true;
        takeIn(true);
        derive();
    }

    private void failed(Exception e) {
        loading = false;
        takeIn(true);
        if (e instanceof FailureException known) {
            lastFailure = Optional.of(known.failure());
        } else {
            LOG.error("Loading the {} list failed unexpectedly", kind, e);
            // Something to look at and to try again, rather than a list that loads for ever.
            lastFailure = Optional.of(Failure.Unexpected.of(ApiCall.notMade("GET",
                    kind == RunKind.REGULAR ? "/bill-runs" : "/adhoc-bill-runs"), e));
        }
        failure.set(lastFailure);
        derive();
    }

    private void takeIn(boolean everything) {
        var changes = new ArrayList<RunStore.Change>();
        synchronized (pending) {
            var waiting = pending.stream().mapToInt(change -> change.updated().size()).sum();
            // While a long list is loading, a quarter more at a time: re-sorting for every page would freeze the table.
            if (!everything && loading && waiting > MANY && waiting < rows.all().size() / 4) {
                return;
            }
            changes.addAll(pending);
            pending.clear();
        }
        if (!changes.isEmpty()) {
            apply(changes);
        }
    }

    private void apply(List<RunStore.Change> changes) {
        var now = clock.instant();
        var filter = filters.now();
        var fresh = new LinkedHashMap<RunKey, RunRow>();
        var gone = new HashSet<RunKey>();
        // Where the changed rows were, while the order they are looked up by still holds.
        var moved = new LinkedHashMap<RunRow, Integer>();
        for (var update : updates(changes)) {
            rows.find(update.key()).filter(row -> !row.run().equals(update)).ifPresent(
                    row -> moved.putIfAbsent(row, rows.placeOf(row)));
        }
        var refilter = false;
        for (var change : changes) {
            for (var run : change.updated()) {
                if (run.key().kind() != kind) {
                    continue;
                }
                var row = rows.find(run.key()).orElse(fresh.get(run.key()));
                if (row == null) {
                    row = new RunRow(run);
                    judge(row);
                    fresh.put(run.key(), row);
                } else if (!row.run().equals(run)) {
                    row.update(run, now);
                    judge(row);
                    refilter |= row.isShown() != filter.accepts(row, referenceData, now);
                }
                gone.remove(run.key());
            }
            change.removed().stream().filter(key -> key.kind() == kind).forEach(key -> {
                fresh.remove(key);
                gone.add(key);
            });
        }
        var outgrown = moved.entrySet().stream().anyMatch(each -> each.getValue() >= 0
                && rows.isOutOfOrder(each.getKey(), each.getValue()));
        if (!fresh.isEmpty() || !gone.isEmpty() || refilter || outgrown) {
            var filterAgain = refilter;
            rearrange(() -> {
                rows.remove(gone);
                if (outgrown) {
                    rows.placeAnew(moved.keySet().stream().filter(row -> rows.find(row.key()).isPresent()).toList());
                }
                rows.add(List.copyOf(fresh.values()));
                if (filterAgain) {
                    applyFilter();
                }
                chosen.rowsChanged();
            });
        }
        derive();
    }

    private List<Run> updates(List<RunStore.Change> changes) {
        return changes.stream()
                .flatMap(change -> change.updated().stream())
                .filter(run -> run.key().kind() == kind)
                .toList();
    }

    private void filter() {
        rearrange(() -> {
            applyFilter();
            chosen.rowsChanged();
        });
        derive();
    }

    private void applyFilter() {
        var filter = filters.now();
        var now = clock.instant();
        rows.filter(row -> filter.accepts(row, referenceData, now));
    }

    /** Whatever moves rows goes through here: what is selected or chosen is known by its run, not by its place. */
    private void rearrange(Runnable change) {
        var name = selection.get().run().flatMap(rows::find).map(row -> row.run().label()).orElse("");
        rearranging.set(true);
        change.run();
        setSelection(switch (selection.get()) {
            case Selection.One(var key) -> after(key, name);
            // Commands would act on it again though no hand has come near it since; "show it" is there to ask for that.
            case Selection.Hidden(var key, _) when isShown(key) -> new Selection.Nothing();
            case Selection.Hidden(var key, var was) -> after(key, was);
            case Selection.Nothing nothing -> nothing;
            case Selection.Gone gone -> gone;
        });
        rearranging.set(false);
    }

    private Selection after(RunKey key, String name) {
        return rows.find(key)
                .map(row -> row.isShown()
                        ? (Selection) new Selection.One(key)
                        : new Selection.Hidden(key, row.run().label()))
                .orElseGet(() -> new Selection.Gone(name));
    }

    private boolean isShown(RunKey key) {
        return rows.find(key).filter(RunRow::isShown).isPresent();
    }

    private void setSelection(Selection now) {
        selection.set(now);
        selected.set(now.run());
    }

    private void derive() {
        counts.set(count());
        if (!rows.all().isEmpty()) {
            state.set(rows.shown().isEmpty() && !loading ? State.NO_MATCH : State.READY);
        } else if (loading || !loadedOnce && failure.get().isEmpty()) {
            state.set(State.LOADING);
        } else {
            state.set(failure.get().isPresent() ? State.FAILED : State.EMPTY);
        }
    }

    private Counts count() {
        var now = clock.instant();
        var segments = new EnumMap<Segment, Integer>(Segment.class);
        for (var part : Segment.values()) {
            segments.put(part, 0);
        }
        var running = 0;
        var needing = 0;
        for (var row : rows.all()) {
            for (var part : Segment.values()) {
                if (part.holds(row, now)) {
                    segments.merge(part, 1, Integer::sum);
                }
            }
            if (Progress.of(row.run()).isActive()) {
                running++;
            }
            if (row.needsAttention()) {
                needing++;
            }
        }
        return new Counts(rows.all().size(), rows.shown().size(), running, needing, loadedOnce && !loading, segments);
    }
}
