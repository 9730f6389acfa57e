package org.billrunconsole.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Popup;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.billrunconsole.settings.Preferences;
import org.billrunconsole.settings.Preferences.ContrastChoice;
import org.billrunconsole.settings.Preferences.ThemeChoice;
import org.billrunconsole.settings.WindowBounds;
import org.billrunconsole.testkit.Frames;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.ui.kit.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The window looks as the operating system wants, from the moment on at which that changes. */
@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class MainWindowFxTest {

    private static final List<WindowBounds.Screen> SCREENS = List.of(new WindowBounds.Screen(0, 0, 1280, 800));

    private final ObjectProperty<Boolean> dark = new SimpleObjectProperty<>(false);
    private final ObjectProperty<Boolean> high = new SimpleObjectProperty<>(false);
    /** What the test has told JavaFX in the operating system's place. */
    private final Map<String, Object> told = new HashMap<>();
    private MainWindow window;

    @Start
    void start(Stage stage) {
        window = new MainWindow(stage, Preferences.DEFAULT, SCREENS, new SystemLook(dark, high));
        window.scene().setRoot(new VBox(new Button("Refresh")));
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            window.close();
            List.copyOf(Window.getWindows()).forEach(Window::hide);
        });
        told.keySet().forEach(key -> tell(robot, key, Optional.empty()));
    }

    @Test
    void theLookFollowsTheSystemWhileTheWindowIsOpen(FxRobot robot) {
        var light = ground(robot);
        robot.interact(() -> dark.set(true));
        assertThat(window.themeProperty().get()).isEqualTo(Theme.DARK);
        assertThat(ground(robot).getBrightness()).isLessThan(light.getBrightness());
        robot.interact(() -> high.set(true));
        assertThat(window.themeProperty().get()).isEqualTo(Theme.DARK_HIGH);
        robot.interact(() -> dark.set(false));
        assertThat(window.themeProperty().get()).isEqualTo(Theme.LIGHT_HIGH);
        robot.interact(() -> high.set(false));
        assertThat(ground(robot)).isEqualTo(light);
    }

    @Test
    void whatWasChosenStaysWhateverTheSystemWants(FxRobot robot) {
        robot.interact(() -> window.follow(chosen(ThemeChoice.LIGHT, ContrastChoice.NORMAL)));
        robot.interact(() -> {
            dark.set(true);
            high.set(true);
        });
        assertThat(window.themeProperty().get()).isEqualTo(Theme.LIGHT);
        robot.interact(() -> window.follow(chosen(ThemeChoice.SYSTEM, ContrastChoice.HIGH)));
        assertThat(window.themeProperty().get()).isEqualTo(Theme.DARK_HIGH);
        robot.interact(() -> high.set(false));
        assertThat(window.themeProperty().get()).isEqualTo(Theme.DARK_HIGH);
    }

    @Test
    void aCardThatIsOpenFollowsToo(FxRobot robot) {
        var card = new Region();
        card.getStyleClass().add("popup-card");
        card.setPrefSize(40, 40);
        var popup = new Popup();
        popup.getContent().add(card);
        robot.interact(() -> popup.show(window.stage(), 60, 60));
        Frames.settle(card.getScene());
        var usual = border(card);
        robot.interact(() -> high.set(true));
        Frames.settle(card.getScene());
        assertThat(border(card).getBrightness()).as("of the border").isLessThan(usual.getBrightness() - 0.3);
        robot.interact(() -> dark.set(true));
        Frames.settle(card.getScene());
        assertThat(top(card).getBrightness()).as("of the ground").isLessThan(0.3);
    }

    /** The keys under which each system says it; see the documentation of Platform.Preferences. */
    @ParameterizedTest
    @CsvSource({"Windows.SPI.HighContrast,true", "GTK.theme_name,HighContrast", "GTK.theme_name,HighContrastInverse",
            "GTK.theme_name,ContrastHigh"})
    void highContrastIsTakenFromTheSystemsOwnSetting(String key, String value, FxRobot robot) {
        var system = robotic(robot);
        assertThat(system.highContrast().getValue()).isFalse();
        tell(robot, key, Optional.of(value.equals("true") ? (Object) true : value));
        assertThat(system.highContrast().getValue()).isTrue();
        tell(robot, key, Optional.of(value.equals("true") ? (Object) false : "Adwaita"));
        assertThat(system.highContrast().getValue()).isFalse();
    }

    private static SystemLook robotic(FxRobot robot) {
        var system = new SimpleObjectProperty<SystemLook>();
        robot.interact(() -> system.set(SystemLook.ofPlatform()));
        return system.get();
    }

    /** As JavaFX's platforms do when the operating system tells them of a change. */
    private void tell(FxRobot robot, String key, Optional<Object> value) {
        var change = new HashMap<String, Object>();
        change.put(key, value.orElse(null));
        told.putIfAbsent(key, true);
        robot.interact(() -> {
            try {
                Class.forName("com.sun.javafx.application.PlatformImpl").getMethod("updatePreferences", Map.class)
                        .invoke(null, change);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        });
    }

    private static Preferences chosen(ThemeChoice theme, ContrastChoice contrast) {
        var usual = Preferences.DEFAULT;
        return new Preferences(theme, contrast, usual.density(), usual.textPercent(), usual.language(), usual.region(),
                usual.tickSeconds(), usual.thresholds(), usual.notices(), usual.desktopNotifications(),
                usual.coolingOffSeconds(), usual.unlockNeedsReason(), usual.welcomed());
    }

    private Color ground(FxRobot robot) {
        robot.interact(() -> window.scene().getRoot().applyCss());
        return top((Region) window.scene().getRoot());
    }

    private static Color border(Region region) {
        return (Color) region.getBorder().getStrokes().getFirst().getTopStroke();
    }

    private static Color top(Region region) {
        return (Color) region.getBackground().getFills().getLast().getFill();
    }
}
