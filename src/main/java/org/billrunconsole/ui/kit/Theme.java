package org.billrunconsole.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** The two looks of the program. */
public enum Theme {
    LIGHT, DARK;

    /** Loads the fonts; once, before the first window. */
    public static void loadFonts() {
        for (var file : List.of("InterTabular-Regular.ttf", "InterTabular-SemiBold.ttf")) {
            Font.loadFont(Theme.class.getResourceAsStream("fonts/" + file), 13);
        }
    }

    /** Gives the whole program this look. */
    public void apply(Scene scene) {
        applyBase();
        scene.getStylesheets().setAll(sheet(this == LIGHT ? "light" : "dark"), sheet("console"));
    }

    /** The part that belongs to no window; before the first control is made, or JavaFX reads its own look in vain. */
    public void applyBase() {
        var base = switch (this) {
            case LIGHT -> new PrimerLight().getUserAgentStylesheetBSS();
            case DARK -> new PrimerDark().getUserAgentStylesheetBSS();
        };
        if (!base.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(base);
        }
    }

    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    /** In JavaFX's binary form, which is read without being parsed and which an installer's build makes, or as it was written. */
    private static String sheet(String name) {
        return Stream.of(name + ".bss", name + ".css")
                .map(Theme.class::getResource)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow()
                .toExternalForm();
    }
}
