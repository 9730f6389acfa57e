package org.billrunconsole.ui.kit.look;

import java.util.OptionalDouble;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.StackPane;
import org.billrunconsole.ui.kit.Tone;

/** A bar for work of which nobody knows how long it takes: it runs to and fro, or is hatched where less should move. */
public final class BusyBar extends StackPane {

    public BusyBar() {
        getStyleClass().add("busy-bar");
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        ReducedMotion.of(this).subscribe(this::show);
    }

    private void show(boolean still) {
        getChildren().clear();
        if (still) {
            var hatched = new StageBar();
            hatched.show(OptionalDouble.empty(), Tone.ACCENT);
            getChildren().add(hatched);
        } else {
            var moving = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
            moving.setMaxWidth(Double.MAX_VALUE);
            // What a screen reader is told of it stands at the bar as a whole.
            moving.accessibleTextProperty().bind(accessibleTextProperty());
            getChildren().add(moving);
        }
    }
}
