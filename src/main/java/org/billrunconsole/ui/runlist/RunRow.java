package org.billrunconsole.ui.runlist;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;

/** A row of the table. It stays the same object for as long as the run is listed; only its content changes. */
public final class RunRow {

    private final RunKey key;
    private final ReadOnlyObjectWrapper<Run> run;
    private Optional<Instant> changed = Optional.empty();
    private boolean shown;
    private boolean attention;
    private OptionalLong daysLeft = OptionalLong.empty();

    RunRow(Run run) {
        this.key = run.key();
        this.run = new ReadOnlyObjectWrapper<>(run);
    }

    public RunKey key() {
        return key;
    }

    public Run run() {
        return run.get();
    }

    public ReadOnlyObjectProperty<Run> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** When this console last saw the run change; empty if it has not. */
    Optional<Instant> changed() {
        return changed;
    }

    /** Whether the run needed attention when it was last judged. */
    boolean needsAttention() {
        return attention;
    }

    void setNeedsAttention(boolean now) {
        attention = now;
    }

    /** Days until it cannot be closed any more, negative after that; empty where there is no such day. */
    OptionalLong daysLeft() {
        return daysLeft;
    }

    void setDaysLeft(OptionalLong now) {
        daysLeft = now;
    }

    /** Whether the filter let the row through when it was last asked. */
    boolean isShown() {
        return shown;
    }

    void setShown(boolean now) {
        shown = now;
    }

    void update(Run now, Instant when) {
        changed = Optional.of(when);
        run.set(now);
    }
}
