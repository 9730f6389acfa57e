package org.billrunconsole.app;

import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/**
 * How the operating system wants programs to look, as it is now and as it changes. For the window's thread only.
 *
 * @param dark         whether light words on dark ground are wanted
 * @param highContrast whether high contrast is wanted; false where the system does not say
 */
public record SystemLook(ObservableValue<Boolean> dark, ObservableValue<Boolean> highContrast) {

    private static final String WINDOWS = "Windows.SPI.HighContrast";
    /** HighContrast and HighContrastInverse are Gnome's themes, ContrastHigh and ContrastHighInverse Mate's. */
    private static final String GTK = "GTK.theme_name";

    /** What JavaFX is told. MacOS says nothing of its "increase contrast" to JavaFX. */
    static SystemLook ofPlatform() {
        var system = Platform.getPreferences();
        return new SystemLook(system.colorSchemeProperty().map(scheme -> scheme == ColorScheme.DARK),
                Bindings.createObjectBinding(() -> isHighContrast(system), system));
    }

    private static boolean isHighContrast(Platform.Preferences system) {
        var theme = system.getString(GTK).orElse("").toLowerCase(Locale.ROOT);
        return system.getBoolean(WINDOWS).orElse(false) || theme.contains("highcontrast")
                || theme.contains("contrasthigh");
    }
}
