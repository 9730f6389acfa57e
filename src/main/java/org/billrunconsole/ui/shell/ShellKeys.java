package org.billrunconsole.ui.shell;

import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The window's keys. */
final class ShellKeys {

    private final ShellController shell;

    ShellKeys(ShellController shell) {
        this.shell = shell;
    }

    void install(Scene scene) {
        on(scene, KeyCode.F, shell::focusSearch);
        on(scene, KeyCode.R, shell::refresh);
        on(scene, KeyCode.DIGIT1, () -> shell.selectTab(0));
        on(scene, KeyCode.DIGIT2, () -> shell.selectTab(1));
        on(scene, KeyCode.DIGIT3, () -> shell.selectTab(2));
        on(scene, KeyCode.ENTER, shell::requestDue);
        on(scene, KeyCode.I, shell::showAbout);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F1), shell::toggleKeys);
        scene.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            if ("?".equals(event.getCharacter()) && !(event.getTarget() instanceof TextInputControl)) {
                shell.toggleKeys();
            }
        });
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F5), unlessDialog(shell::refresh));
        scene.getAccelerators()
                .put(new KeyCodeCombination(KeyCode.L, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                        shell::switchTheme);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pane);
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

    private void pane(KeyEvent event) {
        if (shell.isDialogOpen()) {
            return;
        }
        if (event.getCode() == KeyCode.ESCAPE && shell.closePane()) {
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()
                && event.getTarget() instanceof TableView<?>) {
            shell.openPane();
            event.consume();
        }
    }
}
