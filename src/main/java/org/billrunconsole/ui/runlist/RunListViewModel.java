package org.billrunconsole.ui.runlist;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.runs.ReferenceData;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.runs.monitor.RunRefresh;
import org.billrunconsole.runs.review.RunAnalysis;
import org.billrunconsole.ui.runlist.find.RunFilters;
import org.billrunconsole.ui.runlist.links.RunLinks;
import org.billrunconsole.ui.runlist.rows.GroupRow;
import org.billrunconsole.ui.runlist.rows.ListRow;
import org.billrunconsole.ui.runlist.rows.RowChange;
import org.billrunconsole.ui.runlist.rows.RowFacts;
import org.billrunconsole.ui.runlist.rows.RowOrder;
import org.billrunconsole.ui.runlist.rows.RunFilter;
import org.billrunconsole.ui.runlist.rows.RunJudge;
import org.billrunconsole.ui.runlist.rows.RunRow;
import org.billrunconsole.ui.runlist.rows.RunRows;
import org.billrunconsole.ui.runlist.views.RunViews;
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

    private final RunKind kind;
    private final ReferenceData referenceData;
    private final RunRefresh refresh;
    private final RunAnalysis analysis;
    private final TaskRunner tasks;
    private final Executor window;
    private final Runnable referenceDataListener = this::referenceDataRead;
    private final Runnable analysisListener = this::analysisChanged;
    private final Consumer<Set<RunKey>> notesListener = this::notesChanged;

    private final RunRows rows;
    private final SelectedRun selected = new SelectedRun();
    private final ChosenRuns chosen;
    private final RunArrivals arrivals;
    private final ListLoading loading;
    private final RunFilters filters;
    private RunFilter filtered = RunFilter.EVERYTHING;
    private boolean readingCycles;
    private BooleanSupplier askToSignIn = () -> false;
    private Optional<ItemAnswers> items = Optional.empty();
    private Optional<RunLinks> links = Optional.empty();
    private Optional<RunViews> views = Optional.empty();

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<Counts> counts = new ReadOnlyObjectWrapper<>(Counts.NONE);
    private final ReadOnlyObjectWrapper<List<BillingCycle>> cycles = new ReadOnlyObjectWrapper<>(List.of());

    public RunListViewModel(RunKind kind, RunStore store, ReferenceData referenceData, RunRefresh refresh,
            RunAnalysis analysis, TaskRunner tasks, Executor window, InstantSource clock) {
        this.kind = kind;
        this.referenceData = referenceData;
        this.refresh = refresh;
        this.analysis = analysis;
        filters = new RunFilters(analysis::today, this::filter);
        this.tasks = tasks;
        this.window = window;
        var judge = new RunJudge(referenceData, analysis, clock);
        rows = new RunRows(judge, tasks, this::chosenKeys, this::rearrange,
                this::rowsChanged);
        chosen = new ChosenRuns(rows);
        arrivals = new RunArrivals(kind, store, judge, rows, window);
        loading = new ListLoading(kind, refresh, tasks, window, this::loadingChanged,
                ListLoading.LONGEST_WAIT);
        analysis.addListener(analysisListener);
        analysis.notes().addListener(notesListener);
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
    public List<RunRow> shown() {
        return rows.shown();
    }

    /** What the table shows: the rows as shown and, if they are grouped, the headers of groups. */
    public ObservableList<ListRow> lines() {
        return rows.lines();
    }

    /**
     * The groups that the rows are in, from top to bottom; none if they are not grouped. Of {@link #listed} as many rows
     * are in each, one group after the other, collapsed or not; neither changes afterwards.
     */
    public List<GroupRow.Group> groups() {
        return rows.groups();
    }

    /** How many runs of a group are chosen. */
    int chosenIn(GroupRow.Key group) {
        return chosen.in(group);
    }

    /** The line of a group's header. */
    int lineOf(GroupRow.Key group) {
        return rows.lineOf(group);
    }

    /** What is known at this moment of all rows, shown or not; cannot be changed, for any thread. */
    public List<RowFacts> everything() {
        return rows.everything();
    }

    public RunFilters filters() {
        return filters;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Why the last attempt to read the list failed; empty once one has gone well. */
    public ReadOnlyObjectProperty<Optional<Failure>> failureProperty() {
        return loading.failureProperty();
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

    /** The views of the list, if they are connected. */
    public Optional<RunViews> views() {
        return views;
    }

    /** What follows links to runs, if it is connected. */
    Optional<RunLinks> links() {
        return links;
    }

    /** What can be done with the check boxes. */
    ChosenRuns chosen() {
        return chosen;
    }

    /** The row that a person has selected, and whether it can be seen. */
    public ReadOnlyObjectProperty<Selection> selectionProperty() {
        return selected.selectionProperty();
    }

    /** The run that commands act on: selected by a person, and shown. */
    public ReadOnlyObjectProperty<Optional<RunKey>> selectedProperty() {
        return selected.selectedProperty();
    }

    /**
     * True while rows come, go or change places. What a table selects meanwhile nobody has selected; once it is over,
     * the table has to show {@link #selectionProperty}.
     */
    public ReadOnlyBooleanProperty rearrangingProperty() {
        return selected.rearrangingProperty();
    }

    /** Whether rows that are being rearranged do so of themselves, and not because a person wants another order. */
    boolean isArriving() {
        return selected.isArriving();
    }

    /** The billing cycles by name, once they have been read. */
    public ReadOnlyObjectProperty<List<BillingCycle>> cyclesProperty() {
        return cycles.getReadOnlyProperty();
    }

    /** How far the reading of a long list is. */
    public ReadOnlyObjectProperty<ListProgress> progressProperty() {
        return loading.progressProperty();
    }

    /** The line of the table that shows a run; -1 if none does. */
    public int placeOf(RunKey key) {
        return rows.lineOf(key);
    }

    // ---- Commands

    /** Reads the whole list, at first or again; what is on the screen stays until better arrives. */
    public void load() {
        loading.load();
    }

    /** Reads no further. What has been read stays and is not taken for all; {@link #load} reads it all. */
    public void stopLoading() {
        loading.stop();
    }

    /** The first rows can be seen: the rest of a long list, which has waited for that, is read. */
    public void firstShown() {
        loading.firstShown();
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
        if (loading.isFirst() || failureProperty().get().isPresent()) {
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

    /** Connects the views that are kept of the list; before it is shown. */
    public void offerViews(RunViews kept) {
        views = Optional.of(kept);
    }

    /** Connects what follows links to runs; before the list is shown. */
    public void followLinks(RunLinks followed) {
        links = Optional.of(followed);
    }

    /** A person has selected this row, or none. */
    public void select(Optional<RunKey> key) {
        selected.select(key, rows);
    }

    /** A person wants to see this run: filters that hide it are cleared, and it is selected. */
    public void find(RunKey key) {
        if (rows.find(key).isEmpty()) {
            // It has been read, but of a long list that is being read it may wait for its turn.
            arrivals.takeInAll();
        }
        if (!rows.isShown(key) && rows.find(key).isPresent()) {
            filters.clear();
        }
        if (rows.isShown(key)) {
            rows.reveal(key);
            selected.show(key, rows);
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
        return chosen.asListed();
    }

    /** All rows that are shown at this moment, from top to bottom, whatever changes afterwards; for any thread. */
    Supplier<List<RowFacts>> listed() {
        var listed = rows.listed();
        return () -> listed;
    }

    /** The same of those that are chosen; of these the ones that the filter does not show come last. */
    Supplier<List<RowFacts>> listedChosen() {
        var now = chosen.chosenProperty().get();
        var listed = rows.listed();
        var hidden = now.hidden() == 0 ? List.<RowFacts>of()
                : now.keys().stream().filter(key -> !rows.isShown(key)).flatMap(key -> rows.find(key).stream())
                        .toList();
        return () -> Stream.concat(listed.stream().filter(facts -> now.contains(facts.key())), hidden.stream())
                .toList();
    }

    /**
     * The rows that a person means when they want some of them elsewhere: the chosen ones, as the list shows them from
     * top to bottom and last those that it does not show, else the selected one. What is given back goes through them,
     * on any thread.
     */
    private Supplier<List<RowFacts>> meant() {
        if (!chosen.chosenProperty().get().isEmpty()) {
            return listedChosen();
        }
        var one = selectedProperty().get().flatMap(rows::find).stream().toList();
        return () -> one;
    }

    /** Has the rows that a person means written by somebody, away from the window's thread; nothing if there is none. */
    void write(Function<List<RowFacts>, String> writer, Consumer<String> told) {
        var meant = meant();
        tasks.run("write rows of the list", () -> Optional.of(meant.get()).filter(some -> !some.isEmpty()).map(writer),
                text -> text.ifPresent(told), e -> LOG.error("The rows of a list cannot be written", e));
    }

    /** A person wants the hidden run back: the filters are cleared and it is selected again. */
    public void showHidden() {
        if (selectionProperty().get() instanceof Selection.Hidden(var key, _)) {
            filters.clear();
            rows.reveal(key);
            selected.show(key, rows);
        }
    }

    /** Hides the runs of a group below its header, or shows them again. */
    public void toggle(GroupRow.Key group) {
        rows.toggle(group);
    }

    /** Chooses all runs of a group; if that is so already, none of them. */
    void chooseGroup(GroupRow.Key group) {
        chosen.toggle(rows.listed(group));
    }

    /** Puts the rows in another order, and again wherever values outgrow it. */
    public void sort(RowOrder order) {
        rows.sort(order);
    }

    @Override
    public void close() {
        arrivals.close();
        referenceData.removeListener(referenceDataListener);
        analysis.removeListener(analysisListener);
        analysis.notes().removeListener(notesListener);
    }

    // ---- Inside

    /** Stalls and unknown outcomes change how rows look though the runs themselves are as they were. */
    private void analysisChanged() {
        arrivals.outdate();
        window.execute(this::judge);
    }

    private void notesChanged(Set<RunKey> of) {
        arrivals.outdate();
        window.execute(() -> rows.judge(of));
    }

    private void referenceDataRead() {
        arrivals.outdate();
        window.execute(() -> {
            cycles.set(referenceData.cycles());
            judge();
        });
    }

    private void judge() {
        if (!filters.now().equals(filtered)) {
            // Another day has begun, and with it what "this month" is.
            filter();
        }
        rows.judge();
        derive();
    }

    private void loadingChanged() {
        arrivals.takeInAll();
        derive();
    }

    private void rearrange(RunRows.Cause cause, Runnable change) {
        selected.rearrange(cause, change, rows);
    }

    private SequencedSet<RunKey> chosenKeys() {
        return chosen.chosenProperty().get().keys();
    }

    private void filter() {
        filtered = filters.now();
        rows.filter(filtered);
        derive();
    }

    private void rowsChanged(RowChange change) {
        chosen.rowsChanged(change);
        derive();
    }

    private void derive() {
        var tally = rows.tally();
        counts.set(new Counts(rows.size(), rows.shown().size(), tally.running(), tally.needing(),
                loading.isComplete(), tally.segments()));
        state.set(stateNow());
    }

    private State stateNow() {
        if (!rows.shown().isEmpty()) {
            return State.READY;
        }
        if (loading.isReading() || loading.isFirst()) {
            // Rows may still come; whoever has searched wants to know at once.
            return rows.size() > 0 && filters.isAsked() ? State.NO_MATCH : State.LOADING;
        }
        if (rows.size() > 0) {
            return State.NO_MATCH;
        }
        return failureProperty().get().isPresent() ? State.FAILED : State.EMPTY;
    }
}
