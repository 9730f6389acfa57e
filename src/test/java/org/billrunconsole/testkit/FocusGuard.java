package org.billrunconsole.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test in which the main window lost the keyboard: no control had it after a frame, or one that is hidden or
 * disabled, or the toolkit gave it to the first control of the window in place of one that was taken away.
 * By way of {@link ShowsWindow}.
 */
public final class FocusGuard implements BeforeEachCallback, BeforeTestExecutionCallback, AfterEachCallback {

    /** On a test that loses it on purpose. */
    public static final String PLANTED = "planted-loss-of-the-keyboard";

    /** The main window's content. */
    private static final String SHELL = "shell";

    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(FocusGuard.class);
    private static final String PROGRAM = "org.billrunconsole.";
    private static final String TESTS = "org.billrunconsole.testkit.";

    @Override
    public void beforeEach(ExtensionContext test) {
        begin(test);
    }

    @Override
    public void beforeTestExecution(ExtensionContext test) {
        // The first test of all has only begun JavaFX by now.
        begin(test);
    }

    private static void begin(ExtensionContext test) {
        if (test.getStore(HERE).get("watch") == null) {
            var watch = new Watch();
            try {
                Platform.runLater(watch::begin);
                test.getStore(HERE).put("watch", watch);
            } catch (IllegalStateException notStarted) {
                // Its classes must not be touched before.
            }
        }
    }

    @Override
    public void afterEach(ExtensionContext test) {
        var watch = test.getStore(HERE).remove("watch", Watch.class);
        if (watch != null) {
            Platform.runLater(watch::end);
            if (!test.getTags().contains(PLANTED)) {
                assertThat(watch.faults()).as("where the keyboard was lost").isEmpty();
            }
        }
    }

    /** Watches all windows. For the window's thread, but for what was found. */
    static final class Watch {

        private final List<String> faults = new CopyOnWriteArrayList<>();
        private final ListChangeListener<Window> opened = change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(this::follow);
            }
        };
        private Subscription all = Subscription.EMPTY;

        void begin() {
            Window.getWindows().addListener(opened);
            List.copyOf(Window.getWindows()).forEach(this::follow);
        }

        void end() {
            Window.getWindows().removeListener(opened);
            all.unsubscribe();
        }

        /** What was lost, a sentence each. */
        List<String> faults() {
            return List.copyOf(faults);
        }

        private void follow(Window window) {
            var held = new Object() {
                private Subscription now = Subscription.EMPTY;
            };
            all = all.and(window.sceneProperty().subscribe(scene -> {
                held.now.unsubscribe();
                held.now = scene == null ? Subscription.EMPTY : new Watched(scene, faults).watch();
            })).and(() -> held.now.unsubscribe());
        }
    }

    /** The content of one window. */
    private static final class Watched {

        private final Scene scene;
        private final List<String> faults;
        private Optional<Parent> root = Optional.empty();
        private Optional<Node> last = Optional.empty();
        private Optional<Node> told = Optional.empty();
        /** What could not be used in the frame before; what is hidden by its layout is only found out in the next. */
        private Optional<Node> useless = Optional.empty();
        /** What the toolkit chose by itself. */
        private Optional<Node> fallen = Optional.empty();

        Watched(Scene scene, List<String> faults) {
            this.scene = scene;
            this.faults = faults;
        }

        Subscription watch() {
            Runnable check = this::check;
            scene.addPostLayoutPulseListener(check);
            return scene.focusOwnerProperty().subscribe(this::focusMoved).and(() -> scene.removePostLayoutPulseListener(
                    check));
        }

        private void focusMoved(Node owner) {
            // Whoever was told first may have moved it on, of which all have been told by now.
            if (owner != null && told.filter(owner::equals).isEmpty()) {
                fallen = Optional.of(owner).filter(_ -> isToolkitsChoice());
            }
            told = Optional.ofNullable(owner);
        }

        private void check() {
            if (root.filter(scene.getRoot()::equals).isEmpty()) {
                root = Optional.of(scene.getRoot());
                last = Optional.empty();
            } else if (SHELL.equals(scene.getRoot().getId()) && last.isPresent()) {
                fault(scene.getFocusOwner()).ifPresent(what -> faults.add("%s, after %s had it".formatted(what, name(
                        last.get()))));
            }
            fallen = Optional.empty();
            last = Optional.ofNullable(scene.getFocusOwner()).or(() -> last);
        }

        private Optional<String> fault(Node owner) {
            if (owner == null) {
                return Optional.of("nothing has the keyboard");
            }
            var before = useless;
            useless = Optional.of(owner).filter(has -> has.getScene() != scene || !Nodes.isSeen(has) || has
                    .isDisabled());
            if (useless.isPresent()) {
                return before.filter(owner::equals).map(has -> name(has) + " has the keyboard and cannot be used");
            }
            return fallen.filter(owner::equals).map(first -> name(first) + ", first of all, was given the keyboard");
        }

        /** True if the toolkit begins anew, and nothing of the program has had its say since. */
        private static boolean isToolkitsChoice() {
            return StackWalker.getInstance().walk(frames -> frames
                    .filter(frame -> frame.getMethodName().equals("focusInitial") || frame.getClassName().startsWith(
                            PROGRAM) && !frame.getClassName().startsWith(TESTS))
                    .findFirst()
                    .filter(frame -> frame.getMethodName().equals("focusInitial"))
                    .isPresent());
        }

        private static String name(Node node) {
            return "%s %s %s".formatted(node.getClass().getSimpleName(), Objects.requireNonNullElse(node.getId(), ""),
                    node.getStyleClass()).replace("  ", " ");
        }
    }
}
