package org.billrunconsole.ui.kit.look;

import java.util.OptionalDouble;
import javafx.scene.layout.Region;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.Tone;

/**
 * A slim bar. Unlike JavaFX's progress bar it costs nothing while nothing changes: a thousand of them may be in the
 * table. Where the share is not known it is hatched, not animated.
 */
public final class StageBar extends Region {

    private final Region fill = new Region();
    private double fraction;

    public StageBar() {
        getStyleClass().add(Styles.BAR);
        fill.getStyleClass().add(Styles.BAR_FILL);
        getChildren().add(fill);
    }

    /** @param share 0 to 1, or empty where it is not known */
    public void show(OptionalDouble share, Tone tone) {
        pseudoClassStateChanged(Styles.state("unknown"), share.isEmpty());
        Styles.tone(this, tone);
        var wanted = share.orElse(1);
        if (wanted != fraction) {
            fraction = wanted;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        fill.resizeRelocate(0, 0, snapSizeX(getWidth() * fraction), getHeight());
    }
}
