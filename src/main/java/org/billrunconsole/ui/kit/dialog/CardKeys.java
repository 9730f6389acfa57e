package org.billrunconsole.ui.kit.dialog;

import atlantafx.base.controls.ModalPane;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.WhileShown;
import org.billrunconsole.ui.kit.focus.RowControls;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the keyboard in a dialog for as long as it is in the window. Tab goes round inside it; Enter presses its default
 * button and Esc its cancel button, Alt with a letter the button that has it, see {@link AltLetters}; every other key
 * that nothing in it has used ends there, so that no accelerator and no control behind it sees one. Clicks beside it do
 * nothing.
 */
final class CardKeys {

    /** On the button that Enter presses, while nothing else that has the focus takes Enter for itself. */
    private static final PseudoClass ENTER = Styles.state("enter");

    private final ModalCard card;
    private final Parent content;
    private final ModalPane over;
    private final Supplier<? extends Node> first;
    /** Behind the last control, to go back from to it. */
    private final Region end = new Region();
    private final EventHandler<KeyEvent> strayKeys = this::onStrayKey;
    private final AltLetters letters;
    private final EventHandler<MouseEvent> strayClicks = this::onPress;
    private @Nullable Node focused;
    private int entersDown;

    CardKeys(ModalCard card, Parent content, ModalPane over, Supplier<? extends Node> first) {
        this.card = card;
        this.content = content;
        this.over = over;
        this.first = first;
        this.letters = new AltLetters(content, () -> stops(content).toList(), () -> entersDown = 0);
    }

    void install() {
        end.setManaged(false);
        card.getChildren().addAll(letters.lines(), end);
        card.addEventFilter(KeyEvent.KEY_PRESSED, this::traverse);
        card.addEventFilter(KeyEvent.KEY_TYPED, _ -> revealOnceLaidOut());
        card.addEventHandler(KeyEvent.ANY, this::finish);
        // What covers it for a while takes it out of the window.
        WhileShown.subscribe(card, this::listen);
        first.get().requestFocus();
        if (!holds(card.getScene().getFocusOwner())) {
            takeBack();
        }
    }

    private Subscription listen(Scene scene) {
        scene.addEventFilter(KeyEvent.ANY, strayKeys);
        over.addEventFilter(MouseEvent.MOUSE_PRESSED, strayClicks);
        return letters.listen(scene).and(scene.focusOwnerProperty().subscribe(this::focusMoved)).and(() -> {
            scene.removeEventFilter(KeyEvent.ANY, strayKeys);
            over.removeEventFilter(MouseEvent.MOUSE_PRESSED, strayClicks);
        });
    }

    private void focusMoved(@Nullable Node owner) {
        if (holds(owner)) {
            focused = owner;
            letters.tell();
            DialogBody.reveal(owner);
            showEnter();
        } else if (owner != null && focused != null) {
            takeBack();
        }
    }

    /** What is typed may make the dialog say more above it, which pushes the field out of view. */
    private void revealOnceLaidOut() {
        var scene = card.getScene();
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                DialogBody.reveal(scene.getFocusOwner());
            }
        });
    }

    /** To where it was; where that cannot have it any more, to the first control that can. */
    private void takeBack() {
        if (focused != null) {
            focused.requestFocus();
        }
        if (!holds(card.getScene().getFocusOwner())) {
            card.requestFocus();
            card.requestFocusTraversal(TraversalDirection.NEXT);
        }
    }

    private void traverse(KeyEvent press) {
        var owner = card.getScene().getFocusOwner();
        if (press.getCode() != KeyCode.TAB || press.isControlDown() || press.isAltDown() || press.isMetaDown()
                || owner instanceof TextArea area && area.isEditable()) {
            return;
        }
        press.consume();
        if (RowControls.take(owner, press)) {
            return;
        }
        // The words that say why a button is disabled may have it, which Tab does not stop at.
        var stops = stops(content, each -> each.isFocusTraversable() || each == owner).toList();
        if (press.isShiftDown()) {
            if (stops.isEmpty() || owner == stops.getFirst() || owner == card) {
                end.requestFocus();
            }
            card.getScene().getFocusOwner().requestFocusTraversal(TraversalDirection.PREVIOUS);
        } else {
            if (stops.isEmpty() || owner == stops.getLast()) {
                card.requestFocus();
            }
            card.getScene().getFocusOwner().requestFocusTraversal(TraversalDirection.NEXT);
        }
    }

    /** What no control has used. */
    private void finish(KeyEvent event) {
        event.consume();
        if (event.getEventType() == KeyEvent.KEY_PRESSED) {
            entersDown = isPlainEnter(event) ? entersDown + 1 : 0;
            switch (event.getCode()) {
                case ESCAPE -> button(Button::isCancelButton).ifPresent(Button::fire);
                case PAGE_UP -> DialogBody.page(content, -1);
                case PAGE_DOWN -> DialogBody.page(content, 1);
                default -> {
                    // Not for what is behind either.
                }
            }
        } else if (event.getEventType() == KeyEvent.KEY_RELEASED && isPlainEnter(event)) {
            // The Enter that opened the dialog may still be held: it repeats itself, or is only let go in here.
            var pressedHere = entersDown == 1;
            entersDown = 0;
            if (pressedHere && !takesEnter(card.getScene().getFocusOwner())) {
                button(Button::isDefaultButton).ifPresent(Button::fire);
            }
        }
    }

    /** A key for what is behind, as after the control with the focus has become disabled. */
    private void onStrayKey(KeyEvent event) {
        if (!holds(event.getTarget())) {
            takeBack();
            finish(event);
        }
    }

    private void onPress(MouseEvent press) {
        if (!isIn(card, press.getTarget())) {
            press.consume();
        }
    }

    /** On the default button even while it is disabled: the keyboard may have moved on before it can be pressed again. */
    private void showEnter() {
        var owner = card.getScene().getFocusOwner();
        for (var part : content.lookupAll(".button")) {
            if (part instanceof Button button && button.isDefaultButton()) {
                button.pseudoClassStateChanged(ENTER, !takesEnter(owner));
            }
        }
    }

    private Optional<Button> button(Predicate<Button> wanted) {
        return stops(content).filter(Button.class::isInstance).map(Button.class::cast).filter(wanted).findFirst();
    }

    private boolean holds(@Nullable EventTarget node) {
        return isIn(card, node);
    }

    private static boolean isIn(Node part, @Nullable EventTarget target) {
        for (var each = target instanceof Node node ? node : null; each != null; each = each.getParent()) {
            if (each == part) {
                return true;
            }
        }
        return false;
    }

    private static boolean takesEnter(@Nullable Node owner) {
        return owner instanceof ButtonBase;
    }

    private static boolean isPlainEnter(KeyEvent event) {
        return event.getCode() == KeyCode.ENTER && !event.isControlDown() && !event.isAltDown() && !event.isMetaDown()
                && !event.isShiftDown();
    }

    /** What Tab stops at, in its order. */
    private static Stream<Node> stops(Node part) {
        return stops(part, Node::isFocusTraversable);
    }

    private static Stream<Node> stops(Node part, Predicate<Node> wanted) {
        if (!part.isVisible() || part.isDisabled()) {
            return Stream.empty();
        }
        var within = part instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(each -> stops(each, wanted))
                : Stream.<Node>empty();
        return wanted.test(part) ? Stream.concat(Stream.of(part), within) : within;
    }
}
