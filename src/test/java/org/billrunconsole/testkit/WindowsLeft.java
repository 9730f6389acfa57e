package org.billrunconsole.testkit;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxToolkit;

/**
 * Takes the content out of every window that a test has shown and left. All tests of a JVM share one stage, as a program
 * does not; what listens to it while it is shown would keep every content that has ever been in it. By way of
 * {@link ShowsWindow}.
 */
public final class WindowsLeft implements BeforeEachCallback, BeforeTestExecutionCallback, AfterEachCallback {

    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(WindowsLeft.class);

    @Override
    public void beforeEach(ExtensionContext test) {
        begin(test);
    }

    @Override
    public void beforeTestExecution(ExtensionContext test) {
        // The first test of all has only begun JavaFX by now.
        begin(test);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        var shown = test.getStore(HERE).remove("shown", Shown.class);
        if (shown != null) {
            Platform.runLater(shown::empty);
        }
    }

    private static void begin(ExtensionContext test) {
        if (test.getStore(HERE).get("shown") == null) {
            var shown = new Shown();
            try {
                Platform.runLater(shown::begin);
                test.getStore(HERE).put("shown", shown);
            } catch (IllegalStateException notStarted) {
                // Its classes must not be touched before.
            }
        }
    }

    /** The contents of all windows that were shown. For the window's thread. */
    private static final class Shown {

        /** Weakly: what nobody else knows any more needs no emptying. */
        private final Set<Scene> scenes = Collections.newSetFromMap(new WeakHashMap<>());
        private final ListChangeListener<Window> opened = change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(this::follow);
            }
        };
        private Subscription all = Subscription.EMPTY;

        void begin() {
            Window.getWindows().addListener(opened);
            List.copyOf(Window.getWindows()).forEach(this::follow);
            // It has the content of the test before, shown or hidden, until this one puts its own into it.
            Optional.ofNullable(FxToolkit.toolkitContext().getRegisteredStage()).ifPresent(this::follow);
        }

        void empty() {
            Window.getWindows().removeListener(opened);
            all.unsubscribe();
            scenes.stream()
                    .filter(scene -> scene.getWindow() == null || !scene.getWindow().isShowing())
                    .forEach(scene -> scene.setRoot(new Region()));
        }

        private void follow(Window window) {
            if (window instanceof Stage) {
                all = all.and(window.sceneProperty().subscribe(scene -> {
                    if (scene != null) {
                        scenes.add(scene);
                    }
                }));
            }
        }
    }
}
