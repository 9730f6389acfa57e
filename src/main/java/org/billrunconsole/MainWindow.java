package org.billrunconsole;

import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.billrunconsole.settings.Preferences;
import org.billrunconsole.settings.WindowBounds;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.Theme;
import org.billrunconsole.ui.shell.ShellView;

/** The program's one window: what it shows, how it looks and where it stands. For the window's thread only. */
final class MainWindow implements AutoCloseable {

    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private final Stage stage;
    private final Scene scene = new Scene(new Region(), WIDTH, HEIGHT);
    private final ReadOnlyObjectWrapper<Theme> theme;
    private final Subscription system;
    private Preferences preferences;
    private Optional<WindowBounds> lastBounds = Optional.empty();

    MainWindow(Stage stage, Preferences preferences) {
        this.stage = stage;
        this.preferences = preferences;
        theme = new ReadOnlyObjectWrapper<>(wanted());
        // Before the first control is made, or JavaFX reads its own look in vain.
        theme.get().applyBase();
        theme.get().apply(scene);
        system = Platform.getPreferences().colorSchemeProperty().subscribe(_ -> follow(this.preferences));
        stage.setScene(scene);
        stage.setTitle("Bill Run Console");
        stage.setMinWidth(WindowBounds.LEAST_WIDTH);
        stage.setMinHeight(WindowBounds.LEAST_HEIGHT);
    }

    Scene scene() {
        return scene;
    }

    Stage stage() {
        return stage;
    }

    ReadOnlyObjectProperty<Theme> themeProperty() {
        return theme.getReadOnlyProperty();
    }

    /** Puts content into it, in place of what was there. */
    void show(ShellView view) {
        scene.setRoot(view.root());
        showDensity();
    }

    /** Looks as the operator likes it from now on. */
    void follow(Preferences now) {
        preferences = now;
        if (theme.get() != wanted()) {
            theme.set(wanted());
            theme.get().apply(scene);
        }
        showDensity();
    }

    /** Puts it where it was, or as near as the screens allow. */
    void place(WindowBounds remembered) {
        lastBounds = Optional.of(remembered);
        var bounds = remembered.within(Screen.getScreens().stream().map(MainWindow::usable).toList());
        stage.setX(bounds.x());
        stage.setY(bounds.y());
        stage.setWidth(bounds.width());
        stage.setHeight(bounds.height());
        stage.setMaximized(bounds.maximised());
    }

    /** Where it is; while it fills the screen, where it will be afterwards. */
    Optional<WindowBounds> bounds() {
        if (stage.isMaximized()) {
            return lastBounds.map(last -> new WindowBounds(last.x(), last.y(), last.width(), last.height(), true));
        }
        return Double.isNaN(stage.getX()) ? lastBounds
                : Optional.of(new WindowBounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(),
                        false));
    }

    @Override
    public void close() {
        system.unsubscribe();
    }

    private void showDensity() {
        scene.getRoot()
                .pseudoClassStateChanged(Styles.state("compact"),
                        preferences.density() == Preferences.Density.COMPACT);
    }

    private Theme wanted() {
        return switch (preferences.theme()) {
            case LIGHT -> Theme.LIGHT;
            case DARK -> Theme.DARK;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT;
        };
    }

    private static WindowBounds.Screen usable(Screen screen) {
        var area = screen.getVisualBounds();
        return new WindowBounds.Screen(area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight());
    }
}
