package org.billrunconsole.ui.plan.panel;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The place of a run in the panel, which stays while what is shown there changes; on the window's thread. */
final class PlanPanelRow {

    private final ReadOnlyObjectWrapper<PlanPanelLine> line;

    PlanPanelRow(PlanPanelLine line) {
        this.line = new ReadOnlyObjectWrapper<>(line);
    }

    ReadOnlyObjectProperty<PlanPanelLine> lineProperty() {
        return line.getReadOnlyProperty();
    }

    PlanPanelLine line() {
        return line.get();
    }

    void update(PlanPanelLine now) {
        // A line that says the same again must not have its cells filled anew.
        if (!now.equals(line.get())) {
            line.set(now);
        }
    }
}
