package org.billrunconsole.ui.actions;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.runs.write.UnreadableChanges;
import org.billrunconsole.work.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A person's answer to the question what came of a change that the journal cannot read any more. */
public final class RulingViewModel {

    /** Where it stands. */
    public enum State {
        OPEN, KEEPING,
        /** It could not be written down, so nothing is unlocked. */
        NOT_KEPT, CLOSED
    }

    private static final Logger LOG = LoggerFactory.getLogger(RulingViewModel.class);

    private final UnreadableChanges changes;
    private final UnreadableChanges.Change change;
    private final TaskRunner tasks;
    private final ObjectProperty<Optional<Finding>> finding = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty reason = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.OPEN);

    public RulingViewModel(UnreadableChanges changes, UnreadableChanges.Change change, TaskRunner tasks) {
        this.changes = changes;
        this.change = change;
        this.tasks = tasks;
    }

    // ---- Properties

    public UnreadableChanges.Change change() {
        return change;
    }

    /** What the person chose; nothing is chosen at first. */
    public ObjectProperty<Optional<Finding>> findingProperty() {
        return finding;
    }

    public StringProperty reasonProperty() {
        return reason;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether something is still missing. */
    public boolean isIncomplete() {
        return finding.get().isEmpty() || reason.get().isBlank();
    }

    // ---- Commands

    /** Writes it down, which unlocks. */
    public void confirm() {
        if (state.get() == State.KEEPING || state.get() == State.CLOSED || isIncomplete()) {
            return;
        }
        state.set(State.KEEPING);
        var chosen = finding.get().orElseThrow();
        var why = reason.get().strip();
        tasks.run("keep what came of a change", () -> {
            changes.conclude(change, chosen, why);
            return change;
        }, _ -> state.set(State.CLOSED), e -> {
            LOG.warn("What came of a change could not be kept: {}", e.getMessage());
            state.set(State.NOT_KEPT);
        });
    }

    public void cancel() {
        if (state.get() != State.KEEPING) {
            state.set(State.CLOSED);
        }
    }
}
