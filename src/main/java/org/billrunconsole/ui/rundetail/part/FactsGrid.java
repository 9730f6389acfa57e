package org.billrunconsole.ui.rundetail.part;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.Tone;
import org.billrunconsole.ui.kit.WrappedText;
import org.billrunconsole.ui.kit.look.ToneIcon;

/** Named values in two columns; the labels stay and only change their texts. */
public final class FactsGrid {

    private static final int COLUMNS = 2;

    private final GridPane grid;

    public FactsGrid(GridPane grid) {
        this.grid = grid;
        // Asked for both heights whenever a second passes beside it, and they are the same.
        grid.setMinHeight(Region.USE_PREF_SIZE);
        halve(grid);
    }

    /** Makes a grid's two columns equally wide, so that what stands below each other lines up. */
    static void halve(GridPane grid) {
        for (int i = 0; i < COLUMNS; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            grid.getColumnConstraints().add(column);
        }
    }

    public void show(List<Fact> facts) {
        while (grid.getChildren().size() > facts.size()) {
            grid.getChildren().removeLast();
        }
        for (int i = 0; i < facts.size(); i++) {
            if (i == grid.getChildren().size()) {
                grid.add(new FactBox(), i % COLUMNS, i / COLUMNS);
            }
            ((FactBox) grid.getChildren().get(i)).show(facts.get(i));
        }
    }

    /** A name over its value. */
    private static final class FactBox extends VBox {

        private final Label name = new Label();
        private final Label value = new Label();
        private final Tooltip tip = new Tooltip();

        private FactBox() {
            getStyleClass().add(Styles.FACT);
            name.getStyleClass().add("fact-name");
            value.getStyleClass().add("fact-value");
            name.setWrapText(true);
            WrappedText.in(value);
            Tooltip.install(this, tip);
            getChildren().addAll(name, value);
        }

        private void show(Fact fact) {
            name.setText(fact.name());
            value.setText(fact.value());
            value.pseudoClassStateChanged(Styles.state("warns"), fact.warns());
            // Values are bold anyway, and colour alone is not seen by everybody.
            if (fact.warns() != (value.getGraphic() != null)) {
                value.setGraphic(fact.warns() ? ToneIcon.of(Tone.WARNING) : null);
            }
            tip.setText(fact.field());
            setAccessibleText(fact.name() + ": " + fact.value());
        }
    }
}
