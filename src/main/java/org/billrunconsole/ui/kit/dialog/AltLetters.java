package org.billrunconsole.ui.kit.dialog;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import org.billrunconsole.ui.kit.KeyHints;

/**
 * Alt and a letter for each button of a dialog, see {@link ButtonLetters}; while Alt is held the letters are underlined.
 * The button is pressed when the letter is let go, and only if Alt and the letter were both pressed here and the letter
 * was not held until it repeated itself. What cannot be undone is never pressed by it, only given the keyboard; of a
 * disabled button the words below the dialog get it, which say what is missing. On macOS, where Alt writes characters,
 * there is none of this.
 */
final class AltLetters {

    /** A letter that has been pressed and not let go yet, and whose button it was then. */
    private record Begun(KeyCode letter, ButtonBase button) {}

    private final Parent dialog;
    private final Supplier<List<Node>> stops;
    private final Runnable otherKey;
    private final ButtonLetters letters;
    private final LetterLines lines = new LetterLines();
    private final Map<ButtonBase, String> told = new HashMap<>();
    private final Set<KeyCode> down = EnumSet.noneOf(KeyCode.class);
    private Optional<Begun> begun = Optional.empty();
    private boolean altDown;

    /**
     * @param stops    what Tab stops at in the dialog now
     * @param otherKey told of every key that this keeps to itself
     */
    AltLetters(Parent dialog, Supplier<List<Node>> stops, Runnable otherKey) {
        this.dialog = dialog;
        this.stops = stops;
        this.otherKey = otherKey;
        this.letters = new ButtonLetters(dialog);
    }

    /** What draws the lines; for the card, over the dialog. */
    Node lines() {
        return lines;
    }

    /** Takes the keys of a scene's window; the subscription gives them back. */
    Subscription listen(Scene scene) {
        EventHandler<KeyEvent> pressed = this::onPressed;
        EventHandler<KeyEvent> released = this::onReleased;
        var window = scene.getWindow();
        // The scene looks for a mnemonic's owner everywhere, before any filter in it could keep the key.
        window.addEventFilter(KeyEvent.KEY_PRESSED, pressed);
        window.addEventFilter(KeyEvent.KEY_RELEASED, released);
        Runnable drawing = this::draw;
        scene.addPostLayoutPulseListener(drawing);
        // What is let go in another window is not told here.
        return window.focusedProperty().subscribe(this::forget).and(() -> {
            window.removeEventFilter(KeyEvent.KEY_PRESSED, pressed);
            window.removeEventFilter(KeyEvent.KEY_RELEASED, released);
            scene.removePostLayoutPulseListener(drawing);
            forget();
        });
    }

    /** Has screen readers say with each button what to press for it. */
    void tell() {
        if (KeyHints.isMac()) {
            return;
        }
        letters.now().forEach((button, letter) -> {
            var hint = KeyHints.alt(letter.toString());
            var help = Optional.ofNullable(button.getAccessibleHelp()).orElse("");
            if (!help.endsWith(hint) && !button.accessibleHelpProperty().isBound()) {
                var before = told.getOrDefault(button, "");
                var own = help.endsWith(before) ? help.substring(0, help.length() - before.length()) : help;
                button.setAccessibleHelp((own.strip() + " " + hint).strip());
                told.put(button, hint);
            }
        });
    }

    private void onPressed(KeyEvent press) {
        var code = press.getCode();
        if (code == KeyCode.ALT) {
            altDown = !press.isControlDown() && !KeyHints.isMac();
            draw();
            return;
        }
        var repeated = !down.add(code);
        begun = Optional.empty();
        // What writes characters with AltGr has Control too.
        if (press.isAltDown() && !press.isControlDown() && (code.isLetterKey() || code.isDigitKey())) {
            press.consume();
            otherKey.run();
            if (altDown && !repeated && !press.isShiftDown() && !press.isMetaDown()) {
                begun = letters.button(letter(code)).map(button -> new Begun(code, button));
            }
        }
    }

    private void onReleased(KeyEvent release) {
        var code = release.getCode();
        if (code == KeyCode.ALT) {
            altDown = false;
            draw();
            return;
        }
        down.remove(code);
        var pressed = begun.filter(each -> each.letter() == code).map(Begun::button);
        begun = Optional.empty();
        if (pressed.isPresent()) {
            release.consume();
            letters.button(letter(code)).filter(pressed.get()::equals).ifPresent(this::press);
        }
    }

    private static char letter(KeyCode code) {
        return code.getChar().charAt(0);
    }

    private void press(ButtonBase button) {
        if (button.isDisabled()) {
            whyNot().ifPresent(Node::requestFocus);
        } else if (stops.get().contains(button)) {
            button.requestFocus();
            if (DialogButtons.isOnPurposeOnly(button)) {
                return;
            }
            if (button instanceof MenuButton menu) {
                menu.show();
            } else {
                button.fire();
            }
        }
    }

    private Optional<Node> whyNot() {
        return dialog.lookupAll(".dialog-foot").stream().flatMap(AltLetters::labels).findFirst();
    }

    private static Stream<Node> labels(Node part) {
        return part.lookupAll(".label").stream().filter(each -> each instanceof Label label && label.isVisible()
                && !label.getText().isBlank() && !(label.getParent() instanceof ButtonBase));
    }

    private void draw() {
        lines.draw(altDown ? letters.now() : Map.of());
    }

    private void forget() {
        altDown = false;
        begun = Optional.empty();
        down.clear();
        draw();
    }
}
