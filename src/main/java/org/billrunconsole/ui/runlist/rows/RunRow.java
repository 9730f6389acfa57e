package org.billrunconsole.ui.runlist.rows;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;

/**
 * A row of the table. It stays the same object for as long as the run is listed; only its content changes. There is one
 * for each run that has been on the screen, and none for the many that have not.
 */
public final class RunRow implements ListRow {

    private final RunKey key;
    private final ReadOnlyObjectWrapper<RowFacts> facts;

    RunRow(RowFacts facts) {
        this.key = facts.key();
        this.facts = new ReadOnlyObjectWrapper<>(facts);
    }

    public RunKey key() {
        return key;
    }

    public Run run() {
        return facts.get().run();
    }

    public RowFacts facts() {
        return facts.get();
    }

    public ReadOnlyObjectProperty<RowFacts> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    void show(RowFacts now) {
        facts.set(now);
    }
}
