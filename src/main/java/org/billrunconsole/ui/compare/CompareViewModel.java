package org.billrunconsole.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.work.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two runs side by side, which are compared anew whenever one of them changes. For the window's thread. */
final class CompareViewModel implements AutoCloseable {

    /** What the place of the fields shows. */
    enum State {
        COMPARING, READY, FAILED
    }

    /**
     * What is shown, all of one moment.
     *
     * @param first  the run on the left as it was compared
     * @param second the run on the right
     * @param shown  the fields that are shown
     * @param all    how many fields there are
     * @param differing how many of them differ
     * @param gone   the runs of the two that the server no longer lists
     */
    record Content(State state, Run first, Run second, List<ComparedField> shown, int all, int differing,
            List<Run> gone) {}

    private static final Logger LOG = LoggerFactory.getLogger(CompareViewModel.class);

    private final RunStore store;
    private final RunComparison comparison;
    private final TaskRunner tasks;
    private final Executor window;
    private final Consumer<RunStore.Change> listener = this::arrived;
    private final BooleanProperty onlyDifferences = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Content> content;
    private final List<Run> gone = new ArrayList<>();
    private Run first;
    private Run second;
    private Run comparedFirst;
    private Run comparedSecond;
    private List<ComparedField> fields = List.of();
    private int asked;

    /**
     * @param first  goes to the left
     * @param second of the same kind
     */
    CompareViewModel(Run first, Run second, RunStore store, RunComparison comparison, TaskRunner tasks,
            Executor window) {
        this.first = first;
        this.second = second;
        comparedFirst = first;
        comparedSecond = second;
        this.store = store;
        this.comparison = comparison;
        this.tasks = tasks;
        this.window = window;
        content = new ReadOnlyObjectWrapper<>(now(State.COMPARING));
        onlyDifferences.addListener(_ -> show(content.get().state()));
    }

    // ---- Properties

    /** Whether fields in which the runs are the same are left out. */
    BooleanProperty onlyDifferencesProperty() {
        return onlyDifferences;
    }

    ReadOnlyObjectProperty<Content> contentProperty() {
        return content.getReadOnlyProperty();
    }

    // ---- Commands

    /** Compares the runs as they are now, and again whenever one changes, until it is closed. */
    void follow() {
        store.addListener(listener);
        readAgain();
        var runs = List.of(first, second);
        tasks.run("names in two runs", () -> {
            runs.forEach(comparison::learnNames);
            return runs;
        }, _ -> compare(), _ -> {
            // The numbers stay: a name is a nicety, and the client has logged why it is not to be had.
        });
    }

    /** Puts the left run to the right. */
    void swap() {
        var left = first;
        first = second;
        second = left;
        compare();
    }

    /** Compares again what could not be compared. */
    void compare() {
        var one = first;
        var other = second;
        var begun = ++asked;
        show(State.COMPARING);
        tasks.run("compare two runs", () -> comparison.compare(one, other), found -> {
            if (begun == asked) {
                fields = found;
                comparedFirst = one;
                comparedSecond = other;
                show(State.READY);
            }
        }, e -> {
            LOG.error("The runs {} and {} cannot be compared", one.key().path(), other.key().path(), e);
            if (begun == asked) {
                fields = List.of();
                show(State.FAILED);
            }
        });
    }

    @Override
    public void close() {
        store.removeListener(listener);
    }

    // ---- Inside

    private void arrived(RunStore.Change change) {
        var touched = change.updated().stream().map(Run::key).anyMatch(this::isCompared)
                || change.removed().stream().anyMatch(this::isCompared);
        if (touched) {
            window.execute(this::readAgain);
        }
    }

    /** Called on any thread, while the window's may swap the two: it asks for either. */
    private boolean isCompared(RunKey key) {
        var now = content.get();
        return key.equals(now.first().key()) || key.equals(now.second().key());
    }

    private void readAgain() {
        gone.clear();
        first = latest(first);
        second = latest(second);
        compare();
    }

    private Run latest(Run run) {
        return store.find(run.key()).orElseGet(() -> {
            gone.add(run);
            return run;
        });
    }

    private void show(State state) {
        content.set(now(state));
    }

    private Content now(State state) {
        var differing = fields.stream().filter(ComparedField::differs).toList();
        return new Content(state, comparedFirst, comparedSecond, onlyDifferences.get() ? differing : fields,
                fields.size(),
                differing.size(), List.copyOf(gone));
    }
}
