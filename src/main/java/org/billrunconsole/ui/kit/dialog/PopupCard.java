package org.billrunconsole.ui.kit.dialog;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import javafx.stage.PopupWindow.AnchorLocation;
import org.billrunconsole.ui.kit.announce.AnnounceEvent;
import org.billrunconsole.ui.kit.focus.FocusKeeper;

/**
 * A card that opens below a button and has the keyboard to itself until it is closed: by Esc, by a click beside it, or by
 * what is in it. The keyboard is at the button then. What is in it is made when it is first opened.
 */
public final class PopupCard {

    /** Between the button and the card, and between the card and the window's edge, in pixels. */
    private static final double GAP = 4;

    private final ButtonBase anchor;
    private final Supplier<? extends Region> content;
    private final Popup popup = new Popup();
    private Optional<Region> made = Optional.empty();

    private PopupCard(ButtonBase anchor, Supplier<? extends Region> content) {
        this.anchor = anchor;
        this.content = content;
        popup.setAutoHide(true);
        popup.setAnchorLocation(AnchorLocation.CONTENT_TOP_LEFT);
    }

    /** Has a button open a card, and close it again. */
    public static PopupCard below(ButtonBase anchor, Supplier<? extends Region> content) {
        var card = new PopupCard(anchor, content);
        anchor.setOnAction(_ -> card.toggle());
        return card;
    }

    public boolean isOpen() {
        return popup.isShowing();
    }

    /** Opens it, unless it is open; the keyboard goes to the first place in it that takes it. */
    public void open() {
        if (isOpen() || anchor.getScene() == null) {
            return;
        }
        anchor.requestFocus();
        var shown = made.orElseGet(this::make);
        var below = anchor.localToScreen(anchor.getLayoutBounds());
        popup.show(anchor, below.getMinX(), below.getMaxY() + GAP);
        // How wide it is shows once it has its styles, which it has from the window.
        popup.setAnchorX(left(below, shown.getWidth()));
        first(shown).ifPresent(Node::requestFocus);
    }

    public void close() {
        popup.hide();
    }

    private void toggle() {
        if (isOpen()) {
            close();
        } else {
            open();
        }
    }

    private Region make() {
        var card = content.get();
        card.getStyleClass().add("popup-card");
        card.addEventHandler(KeyEvent.ANY, event -> {
            if (event.getEventType() == KeyEvent.KEY_PRESSED && event.getCode() == KeyCode.ESCAPE) {
                close();
            }
            // What is typed here is not typed into the window below, nor one of its commands. The card's own scene
            // takes Tab for the way from one part of it to the next.
            if (event.getCode() != KeyCode.TAB) {
                event.consume();
            }
        });
        // The card's window is one of its own, and what is to be said is said by the one below.
        card.addEventHandler(AnnounceEvent.ANNOUNCE, event -> {
            AnnounceEvent.fire(anchor, event.announcement());
            event.consume();
        });
        popup.getContent().setAll(card);
        FocusKeeper.keep(popup.getScene());
        made = Optional.of(card);
        return card;
    }

    /** Where it has room within the window. */
    private double left(Bounds below, double width) {
        var window = anchor.getScene().getWindow();
        return Math.max(window.getX() + GAP,
                Math.min(below.getMinX(), window.getX() + window.getWidth() - width - GAP));
    }

    private static Optional<Node> first(Region card) {
        return card.lookupAll("*").stream().filter(node -> node.isFocusTraversable() && !node.isDisabled()
                && node.isVisible()).findFirst();
    }
}
