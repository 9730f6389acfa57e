package org.billrunconsole.ui.kit;

import atlantafx.base.controls.ModalPane;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A dialog card over the window, as high as its content and never higher than the window.
 *
 * @param over    where it is shown
 * @param covered the card that was shown before, which comes back afterwards
 * @param focused where the keyboard was
 */
public record ModalCard(ModalPane over, @Nullable Node covered, @Nullable Node focused) {

    /** Space above and below a card together, in pixels. */
    private static final double MARGIN = 48;

    /** Shows a card; neither a click beside it nor Esc takes it away, its own buttons do. */
    public static ModalCard show(Parent content, ModalPane over) {
        // A box gives the card the height it wants, and less where there is less.
        var box = new VBox(content);
        box.setAlignment(Pos.CENTER);
        box.setFillWidth(false);
        box.setMaxWidth(Region.USE_PREF_SIZE);
        box.maxHeightProperty().bind(over.heightProperty().subtract(MARGIN));
        // A session can end while a confirmation is open: what was typed there is to be seen again afterwards.
        var shown = new ModalCard(over, over.isDisplay() ? over.getContent() : null, over.getScene().getFocusOwner());
        over.setAlignment(Pos.CENTER);
        over.setPersistent(true);
        over.show(box);
        return shown;
    }

    /** Takes it away and gives the place back to what was there before. */
    public void close() {
        if (covered == null) {
            over.hide(true);
        } else {
            over.show(covered);
        }
        if (focused != null) {
            focused.requestFocus();
        }
    }
}
