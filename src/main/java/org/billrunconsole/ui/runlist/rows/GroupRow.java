package org.billrunconsole.ui.runlist.rows;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.billrunconsole.domain.review.MoneyTotals;

/**
 * The header of a group of runs in the table. It stays the same object for as long as the group has runs; only its
 * content changes.
 */
public final class GroupRow implements ListRow {

    /**
     * What the runs of a group have in common.
     *
     * @param number of a cycle, or the place of a status among others
     * @param label  what it is called
     */
    public record Key(long number, String label) {}

    /**
     * A group at one moment.
     *
     * @param runs  how many there are, shown or collapsed
     * @param money what they bill together, in each currency
     */
    public record Group(Key key, int runs, MoneyTotals money) {}

    /** A group and whether its runs are hidden below its header. */
    public record Shown(Group group, boolean collapsed) {}

    private final Key key;
    private final ReadOnlyObjectWrapper<Shown> shown;

    GroupRow(Key key) {
        this.key = key;
        shown = new ReadOnlyObjectWrapper<>(new Shown(new Group(key, 0, MoneyTotals.NONE), false));
    }

    public Key key() {
        return key;
    }

    public ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    void show(Shown now) {
        shown.set(now);
    }
}
