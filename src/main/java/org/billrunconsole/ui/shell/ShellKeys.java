package org.billrunconsole.ui.shell;

import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import org.billrunconsole.ui.kit.Focus;

/** The window's keys. */
final class ShellKeys {

    /** Not an accelerator: an open dialog keeps those to itself, but is as light or dark as the rest of the window. */
    private static final KeyCombination THEME = new KeyCodeCombination(KeyCode.L, KeyCombination.SHORTCUT_DOWN,
            KeyCombination.SHIFT_DOWN);

    private final ShellController shell;

    ShellKeys(ShellController shell) {
        this.shell = shell;
    }

    /** Takes the keys; the subscription gives them back. */
    Subscription install(Scene scene) {
        on(scene, KeyCode.F, shell::focusSearch);
        on(scene, KeyCode.R, shell::refresh);
        on(scene, KeyCode.DIGIT1, () -> shell.selectTab(0));
        on(scene, KeyCode.DIGIT2, () -> shell.selectTab(1));
        on(scene, KeyCode.DIGIT3, () -> shell.selectTab(2));
        on(scene, KeyCode.DIGIT4, () -> shell.selectTab(3));
        on(scene, KeyCode.ENTER, shell::requestDue);
        on(scene, KeyCode.E, shell::export);
        on(scene, KeyCode.K, shell::showConnections);
        on(scene, KeyCode.I, shell::showAbout);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.R, KeyCombination.SHORTCUT_DOWN,
                KeyCombination.SHIFT_DOWN), unlessDialog(shell::review));
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN,
                KeyCombination.SHIFT_DOWN), unlessDialog(shell::showNotices));
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F1), shell::showKeys);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F5), unlessDialog(shell::refresh));
        EventHandler<KeyEvent> typed = this::typed;
        EventHandler<KeyEvent> pressed = this::pressed;
        scene.addEventHandler(KeyEvent.KEY_TYPED, typed);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, pressed);
        return () -> {
            // The next shell puts its own accelerators in place of these.
            scene.removeEventHandler(KeyEvent.KEY_TYPED, typed);
            scene.removeEventFilter(KeyEvent.KEY_PRESSED, pressed);
        };
    }

    private void on(Scene scene, KeyCode key, Runnable command) {
        scene.getAccelerators().put(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN), unlessDialog(command));
    }

    /** While a dialog is open, the window behind it must not move. */
    private Runnable unlessDialog(Runnable command) {
        return () -> {
            if (!shell.isDialogOpen()) {
                command.run();
            }
        };
    }

    private void typed(KeyEvent event) {
        if ("?".equals(event.getCharacter()) && !(event.getTarget() instanceof TextInputControl)) {
            shell.showKeys();
        }
    }

    private void pressed(KeyEvent event) {
        if (THEME.match(event)) {
            shell.switchTheme();
            event.consume();
        } else if (!shell.isDialogOpen()) {
            pressedInWindow(event);
        }
    }

    private void pressedInWindow(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !Focus.isEscapeKept(event.getTarget()) && shell.stepBack()) {
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()
                && event.getTarget() instanceof TableView<?>) {
            shell.openPane();
            event.consume();
        }
    }
}
