package org.billrunconsole.ui.kit;

import atlantafx.base.controls.ModalPane;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A dialog over the window, as high as its content and never higher than the window. One may be shown over another: a
 * session can end while a confirmation is open, and what was typed there is to be seen again afterwards.
 */
public final class ModalCard extends VBox {

    /** Space above and below a card together, in pixels. */
    private static final double MARGIN = 48;

    private final ModalPane over;
    private final @Nullable ModalCard below;
    private final @Nullable Node focused;
    private boolean closed;

    private ModalCard(Parent content, ModalPane over) {
        super(content);
        this.over = over;
        below = over.isDisplay() && over.getContent() instanceof ModalCard card ? card : null;
        focused = over.getScene().getFocusOwner();
        setAlignment(Pos.CENTER);
        setFillWidth(false);
        setMaxWidth(Region.USE_PREF_SIZE);
        maxHeightProperty().bind(over.heightProperty().subtract(MARGIN));
    }

    /** Shows a card; neither a click beside it nor Esc takes it away, its own buttons do. */
    public static ModalCard show(Parent content, ModalPane over) {
        var card = new ModalCard(content, over);
        // A pane that has never been drawn has no skin yet, and would show nothing.
        over.applyCss();
        over.setAlignment(Pos.CENTER);
        over.setPersistent(true);
        still(over);
        over.show(card);
        return card;
    }

    /**
     * Has whatever is shown over the window come and go at once: growing into its place, it leaves a copy of itself at
     * the window's edge on a real screen, and that stays there.
     */
    public static void still(ModalPane over) {
        over.setInTransitionFactory(null);
        over.setOutTransitionFactory(null);
    }

    /** Takes it away and gives the place, and the keyboard, back to what was there before. */
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (over.getContent() != this) {
            // It goes unseen: what is over it stays.
            return;
        }
        var next = below;
        while (next != null && next.closed) {
            next = next.below;
        }
        if (next == null) {
            over.hide(true);
        } else {
            over.show(next);
        }
        if (focused != null) {
            focused.requestFocus();
        }
    }
}
