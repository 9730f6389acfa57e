package org.billrunconsole.ui.kit.dialog;

import atlantafx.base.controls.ModalPane;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.billrunconsole.ui.kit.focus.KeyboardPlace;
import org.jspecify.annotations.Nullable;

/**
 * A dialog over the window. It grows with its content up to the window's edge and has the keyboard to itself from its
 * first frame until it is closed, see {@link CardKeys}. There is one at a time; only a sign-in may be asked for over
 * another, because a session can end while something is being confirmed.
 */
public final class ModalCard extends VBox {

    /**
     * Fired at the pane once its last card is gone, if what had the keyboard before is not there any more: whoever knows
     * where work goes on takes it there.
     */
    public static final EventType<Event> KEYBOARD_FREE = new EventType<>(Event.ANY, "KEYBOARD_FREE");

    /** Space around a card, both sides together, in pixels. */
    private static final double MARGIN = 24;

    private final ModalPane over;
    private final @Nullable ModalCard below;
    private final Optional<KeyboardPlace> before;
    private boolean closed;

    private ModalCard(Parent content, ModalPane over) {
        super(content);
        this.over = over;
        below = over.isDisplay() && over.getContent() instanceof ModalCard card ? card : null;
        before = Optional.ofNullable(over.getScene().getFocusOwner()).map(owner -> KeyboardPlace.of(owner, over
                .getScene()));
        setAlignment(Pos.CENTER);
        // As high as it wants to be, and lower where the window is.
        setVgrow(content, Priority.ALWAYS);
        if (content instanceof Region region) {
            region.setMaxHeight(Region.USE_PREF_SIZE);
        }
        setMaxWidth(Region.USE_PREF_SIZE);
        maxHeightProperty().bind(over.heightProperty().subtract(MARGIN));
    }

    /**
     * Shows a dialog, unless one is open. A click beside it does not take it away. Enter presses the dialog's default
     * button and Esc its cancel button; which they are is said with {@code setDefaultButton} and {@code setCancelButton}.
     *
     * @param first where the keyboard goes; asked once the dialog is in the window
     * @return empty if another dialog is open, over which this one is not shown
     */
    public static Optional<ModalCard> show(Parent content, ModalPane over, Supplier<? extends Node> first) {
        return over.isDisplay() ? Optional.empty() : Optional.of(showOver(content, over, first));
    }

    /** The same over whatever is open, which comes back as it was, with the keyboard where it was in it. */
    public static ModalCard showOver(Parent content, ModalPane over, Supplier<? extends Node> first) {
        var card = new ModalCard(content, over);
        // A pane that has never been drawn has no skin yet, and would show nothing.
        over.applyCss();
        over.setAlignment(Pos.CENTER);
        over.setPersistent(true);
        // Growing into its place, a card leaves a copy of itself at the window's edge on a real screen.
        over.setInTransitionFactory(null);
        over.setOutTransitionFactory(null);
        over.show(card);
        // What stands in a scroll pane is not in the scene before that pane has its skin, and cannot take the keyboard.
        card.applyCss();
        card.layout();
        card.tellScreenReaders(content);
        new CardKeys(card, content, over, first).install();
        return card;
    }

    /** They say which dialog has come when the keyboard goes into it; what it lies in is no stop of the keyboard. */
    private void tellScreenReaders(Parent content) {
        over.setFocusTraversable(false);
        setAccessibleRole(AccessibleRole.DIALOG);
        var title = content.lookup(".dialog-title") instanceof Labeled label ? label.getText() : "";
        // What a dialog says of itself may become more while it is open, as what it warns of.
        accessibleTextProperty().bind(content.accessibleTextProperty().orElse(title));
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
        var back = this;
        while (back.below != null && back.below.closed) {
            back = back.below;
        }
        if (back.below == null) {
            over.hide(true);
        } else {
            over.show(back.below);
            back.below.applyCss();
        }
        if (back.below != null || back.before.filter(KeyboardPlace::isThere).isPresent()) {
            back.before.ifPresent(KeyboardPlace::restore);
        } else {
            over.fireEvent(new Event(KEYBOARD_FREE));
        }
    }
}
