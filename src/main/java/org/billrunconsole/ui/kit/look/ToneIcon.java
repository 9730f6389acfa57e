package org.billrunconsole.ui.kit.look;

import org.billrunconsole.ui.kit.Tone;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The sign of a meaning, which tells by its shape what its colour tells. */
public final class ToneIcon {

    private ToneIcon() {}

    /** A new one; its colour comes from the part that it stands in. */
    public static FontIcon of(Tone tone) {
        var icon = new FontIcon(sign(tone));
        icon.getStyleClass().add("tone-icon");
        return icon;
    }

    static Feather sign(Tone tone) {
        return switch (tone) {
            case NEUTRAL -> Feather.CIRCLE;
            case ACCENT -> Feather.INFO;
            case DONE -> Feather.CHECK_SQUARE;
            case SUCCESS -> Feather.CHECK_CIRCLE;
            case WARNING -> Feather.ALERT_TRIANGLE;
            case DANGER -> Feather.ALERT_OCTAGON;
        };
    }
}
