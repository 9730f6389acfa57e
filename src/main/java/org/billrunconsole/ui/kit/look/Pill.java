package org.billrunconsole.ui.kit.look;

import javafx.scene.control.Label;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.Tone;

/** A short state in a rounded box. */
public final class Pill extends Label {

    public Pill() {
        getStyleClass().add(Styles.PILL);
    }

    public void show(String text, Tone tone) {
        setText(text);
        Styles.tone(this, tone);
    }
}
