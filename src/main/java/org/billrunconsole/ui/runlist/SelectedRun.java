package org.billrunconsole.ui.runlist;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.ui.runlist.rows.RunRows;
import org.billrunconsole.ui.runlist.rows.RunRows.Cause;

/** The row of a list that a person has selected. It is known by its run, not by its place, whatever moves rows. */
final class SelectedRun {

    private final ReadOnlyObjectWrapper<Selection> selection = new ReadOnlyObjectWrapper<>(new Selection.Nothing());
    private final ReadOnlyObjectWrapper<Optional<RunKey>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper rearranging = new ReadOnlyBooleanWrapper();
    private boolean arriving;
    private String name = "";

    ReadOnlyObjectProperty<Selection> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<RunKey>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty rearrangingProperty() {
        return rearranging.getReadOnlyProperty();
    }

    /** Whether rows that are being rearranged do so of themselves, and not because a person wants another order. */
    boolean isArriving() {
        return arriving;
    }

    /** A person has selected this row, or none. */
    void select(Optional<RunKey> key, RunRows rows) {
        set(key.<Selection>map(Selection.One::new).orElseGet(Selection.Nothing::new), rows);
    }

    /** A run that is shown is to be selected and come into sight. */
    void show(RunKey key, RunRows rows) {
        rearrange(Cause.ASKED, () -> selection.set(new Selection.One(key)), rows);
    }

    /** Whatever moves rows goes through here. */
    void rearrange(Cause cause, Runnable change, RunRows rows) {
        arriving = cause == Cause.ARRIVED;
        rearranging.set(true);
        change.run();
        set(switch (selection.get()) {
            case Selection.One(var key) -> after(key, rows);
            // Commands would act on it again though no hand has come near it since; "show it" is there to ask for that.
            case Selection.Hidden(var key, _) when rows.isShown(key) -> new Selection.Nothing();
            case Selection.Hidden(var key, _) -> after(key, rows);
            case Selection.Nothing nothing -> nothing;
            case Selection.Gone gone -> gone;
        }, rows);
        rearranging.set(false);
    }

    private Selection after(RunKey key, RunRows rows) {
        return rows.find(key)
                .map(facts -> rows.isShown(key)
                        ? (Selection) new Selection.One(key)
                        : new Selection.Hidden(key, facts.run().label()))
                .orElseGet(() -> new Selection.Gone(name));
    }

    private void set(Selection now, RunRows rows) {
        if (now instanceof Selection.One(var key)) {
            rows.find(key).ifPresent(facts -> name = facts.run().label());
        }
        selection.set(now);
        selected.set(now.run());
    }
}
