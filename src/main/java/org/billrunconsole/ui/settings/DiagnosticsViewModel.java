package org.billrunconsole.ui.settings;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.billrunconsole.support.Diagnostics;
import org.billrunconsole.ui.kit.ChosenFile;
import org.billrunconsole.work.TaskRunner;

/** Diagnostics to look at and then save. */
public final class DiagnosticsViewModel {

    /** Where it stands. */
    public enum State {
        LOADING, READY, SAVING,
        /** It is on the disk, as {@link #savedAsProperty} says. */
        SAVED,
        /** It could not be gathered or written. */
        FAILED, CLOSED
    }

    private final TaskRunner tasks;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyStringWrapper preview = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper savedAs = new ReadOnlyStringWrapper("");
    private List<Diagnostics.Part> parts = List.of();

    public DiagnosticsViewModel(Diagnostics diagnostics, TaskRunner tasks) {
        this.tasks = tasks;
        tasks.run("gather diagnostics", diagnostics::parts, this::gathered, _ -> state.set(State.FAILED));
    }

    // ---- Properties

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** All that would be saved, as text. */
    public ReadOnlyStringProperty previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** The whole path of the file it was saved as; empty before. */
    public ReadOnlyStringProperty savedAsProperty() {
        return savedAs.getReadOnlyProperty();
    }

    // ---- Commands

    /** Saves exactly what was shown; it stays to say where. */
    public void save(ChosenFile zip) {
        if (parts.isEmpty() || state.get() == State.SAVING || state.get() == State.CLOSED) {
            return;
        }
        var shown = parts;
        state.set(State.SAVING);
        tasks.run("save diagnostics", () -> {
            zip.write(out -> Diagnostics.save(shown, out));
            return true;
        }, _ -> saved(zip), _ -> state.set(State.FAILED));
    }

    public void close() {
        state.set(State.CLOSED);
    }

    // ---- Inside

    private void saved(ChosenFile zip) {
        if (state.get() == State.SAVING) {
            savedAs.set(zip.toString());
            state.set(State.SAVED);
        }
    }

    private void gathered(List<Diagnostics.Part> now) {
        if (state.get() == State.CLOSED) {
            return;
        }
        parts = now;
        var text = new StringBuilder();
        for (var part : now) {
            text.append("==== ").append(part.name()).append('\n').append(part.text()).append("\n\n");
        }
        preview.set(text.toString());
        state.set(State.READY);
    }
}
