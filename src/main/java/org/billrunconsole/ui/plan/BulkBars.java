package org.billrunconsole.ui.plan;

import javafx.scene.layout.Region;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.Fxml;

/** The bars of what is chosen, one for each list of a connection. */
public record BulkBars(BulkBarViewModel regular, BulkBarViewModel adhoc, PlanSheetWords words, Messages messages,
        Fxml fxml) implements AutoCloseable {

    /** Makes the bar of a kind's list, which is there only while runs are chosen. */
    public Region create(RunKind kind) {
        var model = switch (kind) {
            case REGULAR -> regular;
            case ADHOC -> adhoc;
        };
        return (Region) fxml.load(new BulkBarController(model, words, messages));
    }

    @Override
    public void close() {
        regular.close();
        adhoc.close();
    }
}
