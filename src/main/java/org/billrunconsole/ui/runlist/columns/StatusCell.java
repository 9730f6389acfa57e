package org.billrunconsole.ui.runlist.columns;

import javafx.scene.control.TableCell;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.ui.kit.look.Pill;
import org.billrunconsole.ui.kit.look.RunLooks;
import org.billrunconsole.ui.runlist.rows.RowFacts;

/** The status as a pill. */
public final class StatusCell<S> extends TableCell<S, RowFacts> implements ContentWidth {

    private final Sentences sentences;
    private final Pill pill = new Pill();

    public StatusCell(Sentences sentences) {
        this.sentences = sentences;
    }

    @Override
    public double contentWidth() {
        return snappedLeftInset() + Math.ceil(pill.prefWidth(-1)) + snappedRightInset();
    }

    @Override
    protected void updateItem(RowFacts facts, boolean empty) {
        super.updateItem(facts, empty);
        if (empty || facts == null || facts.run().status().isEmpty()) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        var status = facts.run().status().get();
        pill.show(sentences.status(status), RunLooks.tone(status));
        setAccessibleText(pill.getText());
        setGraphic(pill);
    }
}
