package org.billrunconsole.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
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
        Application.setUserAgentStylesheet(switch (this) {
            case LIGHT -> new PrimerLight().getUserAgentStylesheet();
            case DARK -> new PrimerDark().getUserAgentStylesheet();
        });
        scene.getStylesheets().setAll(sheet(this == LIGHT ? "light.css" : "dark.css"), sheet("console.css"));
    }

    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), name).toExternalForm();
    }
}
