package org.billrunconsole.app;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.PopupWindow;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.billrunconsole.settings.Preferences;
import org.billrunconsole.settings.WindowBounds;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.Theme;
import org.billrunconsole.ui.kit.look.ScaledContent;
import org.billrunconsole.ui.shell.ShellView;

/** The program's one window: what it shows, how it looks and where it stands. For the window's thread only. */
public final class MainWindow implements AutoCloseable {

    /** Room for the title bar that a window manager puts above a window, in pixels. */
    private static final double FRAME = 32;

    private final Stage stage;
    private final Scene scene = new Scene(new Region());
    private final ReadOnlyObjectWrapper<Theme> theme;
    private final SystemLook system;
    private final Subscription followed;
    private Preferences preferences;
    private Parent content = new Region();
    private Optional<ScaledContent> scaled = Optional.empty();
    /** What is shown of the usual size, in percent. */
    private int textPercent;
    private final List<WindowBounds.Screen> screens;
    /** Where it stands while it does not fill the screen. */
    private WindowBounds normal;

    /**
     * @param screens the parts of the screens that windows may use, the main one first
     * @param system  how the operating system wants it to look
     */
    public MainWindow(Stage stage, Preferences preferences, List<WindowBounds.Screen> screens, SystemLook system) {
        this.stage = stage;
        this.system = system;
        this.screens = screens;
        normal = WindowBounds.first(screens.getFirst());
        this.preferences = preferences;
        theme = new ReadOnlyObjectWrapper<>(wanted());
        // Before the first control is made, or JavaFX reads its own look in vain.
        theme.get().applyBase();
        textPercent = preferences.textPercent();
        applyTheme();
        followed = Subscription.combine(system.dark().subscribe(_ -> follow(this.preferences)),
                system.highContrast().subscribe(_ -> follow(this.preferences)));
        stage.setScene(scene);
        stage.setMinWidth(Math.min(WindowBounds.LEAST_WIDTH, screens.getFirst().width()));
        stage.setMinHeight(Math.min(WindowBounds.LEAST_HEIGHT, screens.getFirst().height()));
        place(normal);
    }

    public Scene scene() {
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
        content = view.root();
        scaled = Optional.empty();
        scene.setRoot(content);
        showTextSize();
        showDensity();
    }

    /** Looks as the operator likes it from now on. */
    void follow(Preferences now) {
        preferences = now;
        if (theme.get() != wanted()) {
            theme.set(wanted());
            applyTheme();
        }
        if (textPercent != now.textPercent()) {
            showTextSize();
        }
        showDensity();
    }

    /** Puts it where it was, or as near as the screens allow. */
    void place(WindowBounds remembered) {
        var bounds = remembered.within(screens);
        normal = bounds;
        stage.setX(bounds.x());
        stage.setY(bounds.y());
        stage.setWidth(bounds.width());
        stage.setHeight(bounds.height());
        stage.setMaximized(bounds.maximised());
    }

    /** Where it is; while it fills the screen, where it will be afterwards. */
    WindowBounds bounds() {
        return stage.isMaximized() || stage.isIconified()
                ? new WindowBounds(normal.x(), normal.y(), normal.width(), normal.height(), stage.isMaximized())
                : new WindowBounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
    }

    /** The parts of the computer's screens that windows may use, the main one first. */
    static List<WindowBounds.Screen> screens() {
        return Stream.concat(Stream.of(Screen.getPrimary()),
                Screen.getScreens().stream().filter(each -> !each.equals(Screen.getPrimary())))
                .map(MainWindow::usable)
                .toList();
    }

    /** Shows nothing more, so that what was shown stops listening to the window, the system and the clock. */
    @Override
    public void close() {
        followed.unsubscribe();
        content = new Region();
        scaled = Optional.empty();
        scene.setRoot(content);
    }

    private void showDensity() {
        scene.getRoot()
                .pseudoClassStateChanged(Styles.state("compact"),
                        preferences.density() == Preferences.Density.COMPACT);
    }

    /** At its usual size the content is the window's root itself: nothing is between them that a start would pay for. */
    private void showTextSize() {
        textPercent = preferences.textPercent();
        // Out of the window for a moment, what has the keyboard loses it.
        var keyboard = Optional.ofNullable(scene.getFocusOwner());
        scaled.ifPresent(before -> {
            scene.setRoot(new Region());
            before.release();
        });
        scaled = Optional.empty();
        if (textPercent == Preferences.DEFAULT.textPercent()) {
            scene.setRoot(content);
        } else {
            scene.setRoot(new Region());
            var larger = new ScaledContent(content, textPercent,
                    new Dimension2D(WindowBounds.LEAST_WIDTH, WindowBounds.LEAST_HEIGHT));
            scene.setRoot(larger);
            scaled = Optional.of(larger);
        }
        applyTheme();
        keyboard.filter(each -> each.getScene() == scene).ifPresent(Node::requestFocus);
    }

    private void applyTheme() {
        theme.get().apply(scene, textPercent);
        // Menus and cards take the sheets over when they open, and keep them.
        Window.getWindows()
                .stream()
                .filter(PopupWindow.class::isInstance)
                .forEach(open -> open.getScene().getStylesheets().setAll(scene.getStylesheets()));
    }

    private Theme wanted() {
        return Theme.of(switch (preferences.theme()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> system.dark().getValue();
        }, switch (preferences.contrast()) {
            case NORMAL -> false;
            case HIGH -> true;
            case SYSTEM -> system.highContrast().getValue();
        });
    }

    private static WindowBounds.Screen usable(Screen screen) {
        var area = screen.getVisualBounds();
        // On X11 a place is taken for that of the content before the window's frame is known, and the frame stands above.
        var frame = System.getProperty("os.name").startsWith("Linux") ? FRAME : 0;
        return new WindowBounds.Screen(area.getMinX(), area.getMinY() + frame, area.getWidth(),
                area.getHeight() - frame);
    }
}
