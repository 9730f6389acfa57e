package org.billrunconsole.ui.kit;

import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.billrunconsole.i18n.Messages;

/** Keys as the user's system and language write them. */
public final class KeyHints {

    private KeyHints() {}

    /** The system's shortcut key with another: {@code Ctrl F}, in German {@code Strg F}, on macOS {@code ⌘F}. */
    public static String shortcut(Messages messages, String key) {
        return isMac() ? "\u2318" + key
                : messages.get("key.ctrl") + " " + key;
    }

    /** A key while Alt is held, which is called so on every keyboard. */
    public static String alt(String key) {
        return KeyCode.ALT.getName() + " " + key;
    }

    /** True on macOS, where other keys do what they do elsewhere. */
    public static boolean isMac() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
    }

    /** A key while Shift is held. */
    public static String shifted(Messages messages, String key) {
        return messages.get("key.shift") + " " + key;
    }
}
