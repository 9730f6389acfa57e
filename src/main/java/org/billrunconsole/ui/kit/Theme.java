package org.billrunconsole.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** The looks of the program: light and dark, each as usual and with high contrast. */
public enum Theme {
    LIGHT("light", "console"), DARK("dark", "console"),
    /** Words come to 7 : 1, borders, states and the ring of the keyboard to 4.5 : 1. */
    LIGHT_HIGH("high-light", "console", "high"), DARK_HIGH("high-dark", "console", "high");

    private static final int WHOLE = 100;
    /** As console.css has it for all words that have no size of their own, in pixels. */
    private static final double FONT_SIZE = 13;
    private static final String POPUPS = ".tooltip, .context-menu, .combo-box-popup, .date-picker-popup"
            + " { -fx-font-size: %.2fpx; }";

    private final List<String> sheets;

    Theme(String... sheets) {
        this.sheets = List.of(sheets);
    }

    public static Theme of(boolean dark, boolean high) {
        return high ? dark ? DARK_HIGH : LIGHT_HIGH : dark ? DARK : LIGHT;
    }

    /** Loads the fonts; once, before the first window. */
    public static void loadFonts() {
        for (var file : List.of("InterTabular-Regular.ttf", "InterTabular-SemiBold.ttf")) {
            Font.loadFont(Theme.class.getResourceAsStream("fonts/" + file), 13);
        }
    }

    /** Gives the whole program this look. */
    public void apply(Scene scene) {
        applyBase();
        scene.getStylesheets().setAll(sheets.stream().map(Theme::sheet).toList());
    }

    /**
     * The same, with menus, tips and lists of a choice larger or smaller. They are windows of their own, which the window
     * under them does not scale.
     *
     * @param textPercent of their usual size
     */
    public void apply(Scene scene, int textPercent) {
        apply(scene);
        if (textPercent != WHOLE) {
            scene.getStylesheets().add("data:text/css;base64," + Base64.getEncoder().encodeToString(String.format(
                    Locale.ROOT, POPUPS, FONT_SIZE * textPercent / WHOLE).getBytes(StandardCharsets.US_ASCII)));
        }
    }

    /** The part that belongs to no window; before the first control is made, or JavaFX reads its own look in vain. */
    public void applyBase() {
        var base = (isDark() ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheetBSS();
        if (!base.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(base);
        }
    }

    public boolean isDark() {
        return this == DARK || this == DARK_HIGH;
    }

    public boolean isHighContrast() {
        return this == LIGHT_HIGH || this == DARK_HIGH;
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
