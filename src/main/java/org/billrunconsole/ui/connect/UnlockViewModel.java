package org.billrunconsole.ui.connect;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.billrunconsole.domain.Connection;
import org.billrunconsole.work.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An operator about to switch changes on, for this session and this connection. */
public final class UnlockViewModel {

    /** Where it stands. */
    public enum State {
        OPEN, SWITCHING,
        /** It could not be written down, so changes stay switched off. */
        NOT_KEPT, CLOSED
    }

    private static final Logger LOG = LoggerFactory.getLogger(UnlockViewModel.class);

    private final Connection connection;
    private final boolean needsReason;
    private final Consumer<String> keep;
    private final Runnable unlock;
    private final TaskRunner tasks;
    private final StringProperty reason = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.OPEN);

    /**
     * @param needsReason whether it takes a reason
     * @param keep        writes down, away from the window's thread, that it was done and why
     * @param unlock      switches changes on, once that is written
     */
    public UnlockViewModel(Connection connection, boolean needsReason, Consumer<String> keep,
            Runnable unlock, TaskRunner tasks) {
        this.connection = connection;
        this.needsReason = needsReason;
        this.keep = keep;
        this.unlock = unlock;
        this.tasks = tasks;
    }

    // ---- Properties

    public Connection connection() {
        return connection;
    }

    public boolean needsReason() {
        return needsReason;
    }

    public StringProperty reasonProperty() {
        return reason;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether something is still missing. */
    public boolean isIncomplete() {
        return needsReason && reason.get().isBlank();
    }

    // ---- Commands

    /** Switches changes on, once it is written down. */
    public void confirm() {
        if (state.get() == State.SWITCHING || state.get() == State.CLOSED || isIncomplete()) {
            return;
        }
        state.set(State.SWITCHING);
        var why = reason.get().strip();
        tasks.run("switch changes on", () -> {
            keep.accept(why);
            return why;
        }, _ -> {
            unlock.run();
            state.set(State.CLOSED);
        }, e -> {
            LOG.warn("That changes were switched on could not be kept: {}", e.getMessage());
            state.set(State.NOT_KEPT);
        });
    }

    public void cancel() {
        if (state.get() != State.SWITCHING) {
            state.set(State.CLOSED);
        }
    }
}
