package org.billrunconsole.ui.runlist;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.WhileShown;
import org.billrunconsole.ui.runlist.rows.RunRow;

/** A row of the table, with a look of its own while its run is chosen. */
final class ChoosableRow extends TableRow<RunRow> {

    private static final PseudoClass CHOSEN = Styles.state("chosen");

    private final ReadOnlyObjectProperty<Chosen> chosen;

    ChoosableRow(ReadOnlyObjectProperty<Chosen> chosen) {
        this.chosen = chosen;
        WhileShown.subscribe(this, _ -> chosen.subscribe(_ -> show()));
    }

    @Override
    protected void updateItem(RunRow row, boolean empty) {
        super.updateItem(row, empty);
        show();
    }

    private void show() {
        var row = getItem();
        pseudoClassStateChanged(CHOSEN, row != null && chosen.get().contains(row.key()));
    }
}
