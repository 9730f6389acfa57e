package org.billrunconsole.ui.kit;

import java.util.Locale;

/** Keys as the user's system writes them. */
public final class KeyHints {

    private KeyHints() {}

    /** The system's shortcut key with another: {@code Ctrl F}, on macOS {@code ⌘F}. */
    public static String shortcut(String key) {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "⌘" + key : "Ctrl " + key;
    }
}
