package org.billrunconsole.ui.runlist.columns;

import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.look.ProgressLook;
import org.billrunconsole.ui.kit.look.StageBar;
import org.billrunconsole.ui.runlist.rows.RowFacts;

/** The stage with its figure over a slim bar; plain text where there is nothing to measure. */
public final class StageCell<S> extends TableCell<S, RowFacts> implements ContentWidth {

    /** How wide the column must be so that any stage can be read that is stalled, or running or waiting; in pixels. */
    public static final double LEAST_WIDTH = 212;

    /** Between the stage and its figure, in pixels. */
    private static final double GAP = 6;

    private final Function<RowFacts, ProgressLook> look;
    private final Label text = new Label();
    private final Label figure = new Label();
    private final StageBar bar = new StageBar();
    private final VBox box;

    public StageCell(Function<RowFacts, ProgressLook> look) {
        this.look = look;
        text.getStyleClass().add("stage-text");
        figure.getStyleClass().add("stage-figure");
        figure.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setMargin(figure, new Insets(0, 0, 0, GAP));
        HBox.setHgrow(gap, Priority.ALWAYS);
        box = new VBox(new HBox(text, gap, figure), bar);
        box.getStyleClass().add(Styles.STAGE_CELL);
    }

    @Override
    public double contentWidth() {
        return snappedLeftInset() + Math.ceil(box.prefWidth(-1)) + snappedRightInset();
    }

    @Override
    protected void updateItem(RowFacts facts, boolean empty) {
        super.updateItem(facts, empty);
        if (empty || facts == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        var now = look.apply(facts);
        text.setText(now.text());
        figure.setText(now.figure());
        figure.setManaged(!now.figure().isEmpty());
        Styles.tone(figure, now.tone());
        bar.setVisible(now.bar());
        bar.setManaged(now.bar());
        bar.show(now.fraction(), now.tone());
        box.pseudoClassStateChanged(Styles.state("plain"), !now.bar());
        setAccessibleText(now.accessible());
        setGraphic(box);
    }
}
