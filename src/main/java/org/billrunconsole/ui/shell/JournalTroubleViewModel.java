package org.billrunconsole.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.billrunconsole.runs.write.ActivityLog;
import org.billrunconsole.runs.write.ActivityLog.Verdict;
import org.billrunconsole.runs.write.UnreadableChanges;
import org.billrunconsole.runs.write.UnreadableChanges.Change;
import org.billrunconsole.ui.actions.RulingViewModel;
import org.billrunconsole.work.TaskRunner;

/** Trouble with the journal that a person must know of on every screen: it was damaged, or leaves a change open. */
public final class JournalTroubleViewModel implements AutoCloseable {

    private final ActivityLog activityLog;
    private final UnreadableChanges changes;
    private final TaskRunner tasks;
    private final Executor window;
    private final Runnable listener = this::changed;
    private final ReadOnlyObjectWrapper<Optional<Verdict>> damage = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Change>> unreadable = new ReadOnlyObjectWrapper<>(List.of());

    public JournalTroubleViewModel(ActivityLog activityLog, UnreadableChanges changes, TaskRunner tasks,
            Executor window) {
        this.activityLog = activityLog;
        this.changes = changes;
        this.tasks = tasks;
        this.window = window;
        activityLog.addDamageListener(listener);
        changes.addListener(listener);
        show();
    }

    // ---- Properties

    /** What was first found not to be as it was written. */
    public ReadOnlyObjectProperty<Optional<Verdict>> damageProperty() {
        return damage.getReadOnlyProperty();
    }

    /** Changes that only a person can conclude, oldest first. */
    public ReadOnlyObjectProperty<List<Change>> unreadableProperty() {
        return unreadable.getReadOnlyProperty();
    }

    // ---- Commands

    /** A ruling on one of them. */
    public RulingViewModel ruling(Change change) {
        return new RulingViewModel(changes, change, tasks);
    }

    @Override
    public void close() {
        activityLog.removeDamageListener(listener);
        changes.removeListener(listener);
    }

    private void changed() {
        window.execute(this::show);
    }

    private void show() {
        damage.set(activityLog.damage());
        unreadable.set(changes.open());
    }
}
