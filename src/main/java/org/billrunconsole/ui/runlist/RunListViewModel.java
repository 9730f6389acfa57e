package org.billrunconsole.ui.runlist;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.domain.Progress;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.runs.Desk;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.work.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The list of one kind of run: what is loaded, what of it is shown, and what is chosen. */
public final class RunListViewModel implements AutoCloseable {

    /** What the place of the rows shows. */
    public enum State {
        LOADING, READY, EMPTY, NO_MATCH, FAILED
    }

    private static final Logger LOG = LoggerFactory.getLogger(RunListViewModel.class);

    /** More new rows than this are taken in by replacing the list: sorting each in would cost more. */
    private static final int MANY = 200;

    private final RunKind kind;
    private final Desk desk;
    private final TaskRunner tasks;
    private final Executor window;
    private final InstantSource clock;
    private final Consumer<RunStore.Change> storeListener = this::arrived;
    private final Runnable namesListener = this::namesRead;
    private final Runnable surroundingsListener = this::surroundingsChanged;

    private final Map<RunKey, RunRow> byKey = new HashMap<>();
    private final ObservableList<RunRow> rows = FXCollections.observableArrayList();
    private final FilteredList<RunRow> filtered = new FilteredList<>(rows);
    private final SortedList<RunRow> shown = new SortedList<>(filtered);
    private final List<RunStore.Change> pending = new ArrayList<>();
    private boolean loading;
    private boolean loadedOnce;
    private Optional<Failure> lastFailure = Optional.empty();

    private final RunFilters filters = new RunFilters(this::filter);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<Optional<Failure>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Counts> counts = new ReadOnlyObjectWrapper<>(Counts.NONE);
    private final ReadOnlyObjectWrapper<Optional<RunKey>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<BillingCycle>> cycles = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper replacements = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper looks = new ReadOnlyIntegerWrapper();

    public RunListViewModel(RunKind kind, Desk desk, TaskRunner tasks, Executor window, InstantSource clock) {
        this.kind = kind;
        this.desk = desk;
        this.tasks = tasks;
        this.window = window;
        this.clock = clock;
        desk.surroundings().addListener(surroundingsListener);
        desk.store().addListener(storeListener);
        desk.names().addListener(namesListener);
        filter();
    }

    // ---- Properties

    public RunKind kind() {
        return kind;
    }

    public Desk desk() {
        return desk;
    }

    /** The rows as shown; bind its comparator to the table's. */
    public SortedList<RunRow> shown() {
        return shown;
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

    public ReadOnlyObjectProperty<Optional<RunKey>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** The billing cycles by name, once they have been read. */
    public ReadOnlyObjectProperty<List<BillingCycle>> cyclesProperty() {
        return cycles.getReadOnlyProperty();
    }

    /** Counts how often the rows were replaced at once, after which a table has to choose its row again. */
    public ReadOnlyIntegerProperty replacementsProperty() {
        return replacements.getReadOnlyProperty();
    }

    /** Counts how often rows came to look otherwise though their runs did not change. */
    public ReadOnlyIntegerProperty looksProperty() {
        return looks.getReadOnlyProperty();
    }

    /** The row of a run, if it is loaded. */
    public Optional<RunRow> row(RunKey key) {
        return Optional.ofNullable(byKey.get(key));
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
        tasks.run("load " + kind, () -> desk.catalogue().load(kind, _ -> {}), _ -> loaded(), this::failed);
    }

    public void select(Optional<RunKey> key) {
        selected.set(key);
    }

    @Override
    public void close() {
        desk.store().removeListener(storeListener);
        desk.names().removeListener(namesListener);
        desk.surroundings().removeListener(surroundingsListener);
    }

    // ---- Inside

    /** Stalls and unknown outcomes change how rows look though the runs themselves are as they were. */
    private void surroundingsChanged() {
        window.execute(() -> {
            rows.forEach(this::judge);
            looks.set(looks.get() + 1);
            if (filters.attentionProperty().get()) {
                filter();
            } else {
                derive();
            }
        });
    }

    private void judge(RunRow row) {
        row.setNeedsAttention(!desk.insight().attention(row.run()).isEmpty());
    }

    private void namesRead() {
        window.execute(() -> {
            cycles.set(desk.names().cycles());
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
        // Whoever asks for the list anew does not want to wait for the watch's next turn either.
        desk.monitor().tickNow();
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
            lastFailure = Optional.empty();
        }
        failure.set(lastFailure);
        derive();
    }

    private void takeIn(boolean everything) {
        var changes = new ArrayList<RunStore.Change>();
        synchronized (pending) {
            var waiting = pending.stream().mapToInt(change -> change.updated().size()).sum();
            // While a long list is loading, a quarter more at a time: re-sorting for every page would freeze the table.
            if (!everything && loading && waiting > MANY && waiting < rows.size() / 4) {
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
        var fresh = new ArrayList<RunRow>();
        var refilter = false;
        for (var change : changes) {
            for (var run : change.updated()) {
                if (run.key().kind() != kind) {
                    continue;
                }
                var row = byKey.get(run.key());
                if (row == null) {
                    row = new RunRow(run);
                    judge(row);
                    byKey.put(run.key(), row);
                    fresh.add(row);
                } else if (!row.run().equals(run)) {
                    row.update(run, now);
                    judge(row);
                    refilter |= row.isShown() != filters.now().accepts(row, desk.names(), now);
                }
            }
            var gone = change.removed().stream().filter(key -> key.kind() == kind).toList();
            if (!gone.isEmpty()) {
                gone.forEach(byKey::remove);
                fresh.removeIf(row -> gone.contains(row.key()));
                rows.removeIf(row -> gone.contains(row.key()));
            }
        }
        if (fresh.size() > MANY) {
            rows.setAll(new ArrayList<>(byKey.values()));
            replacements.set(replacements.get() + 1);
        } else {
            rows.addAll(fresh);
        }
        if (refilter) {
            filter();
        }
        derive();
    }

    private void filter() {
        var filter = filters.now();
        var now = clock.instant();
        filtered.setPredicate(row -> {
            row.setShown(filter.accepts(row, desk.names(), now));
            return row.isShown();
        });
        derive();
    }

    private void derive() {
        counts.set(count());
        if (!rows.isEmpty()) {
            state.set(filtered.isEmpty() && !loading ? State.NO_MATCH : State.READY);
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
        for (var row : rows) {
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
        return new Counts(rows.size(), filtered.size(), running, needing, loadedOnce && !loading, segments);
    }
}
