package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import javafx.animation.AnimationTimer;
import javafx.collections.ListChangeListener;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.awaitility.Awaitility;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.RealInput;
import org.testfx.util.WaitForAsyncUtils;

/**
 * An operator at a real screen: every key and click goes through the X server, and what the window then shows is read
 * from the scene. Nothing here changes the scene. A step ends when the window has had its events and dealt with them.
 */
final class RealHands implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(25);
    private static final int MOST_STOPS = 60;
    private static final int REMEMBERED = 6;

    private final Stage stage;
    private final RealInput input = new RealInput();
    /** One for every key and button that a window of the program has seen let go. */
    private final Semaphore received = new Semaphore(0);
    private final Deque<String> had = new ConcurrentLinkedDeque<>();
    private final EventHandler<InputEvent> receipt = event -> {
        had.add(event.getEventType() + " on " + event.getTarget());
        if (had.size() > REMEMBERED) {
            had.remove();
        }
        received.release();
    };
    private final ListChangeListener<Window> windows = change -> {
        while (change.next()) {
            change.getAddedSubList().forEach(this::watch);
        }
    };

    /** @param stage shown and in front */
    RealHands(Stage stage) {
        this.stage = stage;
        see(() -> {
            Window.getWindows().forEach(this::watch);
            Window.getWindows().addListener(windows);
            return true;
        });
        until("the window in front", stage::isFocused);
    }

    // ---- Keys

    /** Presses keys together, by their X names. */
    void key(String... together) {
        received.drainPermits();
        input.press(together);
        await(together.length, String.join("+", together));
    }

    void keys(int times, String... together) {
        for (int i = 0; i < times; i++) {
            key(together);
        }
    }

    /** Types where the keyboard is. */
    void type(String text) {
        text.codePoints().forEach(character -> {
            received.drainPermits();
            input.type(character);
            await(1, Character.toString(character));
        });
    }

    /** Types instead of what stands in the field that has the keyboard. */
    void typeOver(String text) {
        key("Control_L", "a");
        key("BackSpace");
        type(text);
    }

    /** Goes on with Tab until a part has the keyboard. */
    void tabTo(String query) {
        for (int i = 0; i < MOST_STOPS && !hasKeyboard(query); i++) {
            key("Tab");
        }
        assertThat(hasKeyboard(query)).as("Tab comes to %s; now it is in %s", query, owner()).isTrue();
    }

    /** Goes down the menu that is open to an item and chooses it. */
    void itemByKey(String text) {
        until(text + " in the menu", () -> item(text).isPresent());
        for (int i = 0; i < MOST_STOPS && !see(() -> item(text).filter(Node::isFocused).isPresent()); i++) {
            key("Down");
        }
        assertThat(see(() -> item(text).filter(Node::isFocused))).as("Down comes to %s", text).isPresent();
        key("Return");
    }

    // ---- Window

    /** Has the window made so large, frame and all, at the screen's upper left, and waits until it is. */
    void resize(int width, int height) {
        until("the window's frame", () -> stage.getWidth() > stage.getScene().getWidth());
        var sides = see(() -> stage.getWidth() - stage.getScene().getWidth());
        var bars = see(() -> stage.getHeight() - stage.getScene().getHeight());
        input.resize(scaled(width - sides, stage.getOutputScaleX()), scaled(height - bars, stage.getOutputScaleY()));
        until("a window of " + width + " x " + height, () -> stage.getWidth() == width && stage.getHeight() == height
                && stage.getScene().getWidth() == width - sides && stage.getScene().getHeight() == height - bars);
    }

    // ---- Mouse

    /** Clicks on a part once it is at rest and nothing lies over it. */
    void click(String query) {
        click(query, () -> seen(query).filter(node -> !node.isDisabled()));
    }

    /** Clicks on what bears a text. */
    void clickText(String query, String text) {
        click(text, () -> labelled(query, text));
    }

    /** Clicks on an item of the menu that is open. */
    void clickItem(String text) {
        click(text, () -> item(text));
    }

    /** Clicks where a part is, whatever lies over it. */
    void clickPlace(String query) {
        var at = see(() -> middle(seen(query).orElseThrow()));
        moveTo(at);
        press();
    }

    /** Clicks on a row's cell, which may be any column's. */
    void clickCell(String column, int place) {
        moveOnto(column + " of row " + place, () -> cell(column, place));
        press();
    }

    /** The same while a key is down. */
    void clickCellWith(String key, String column, int place) {
        moveOnto(column + " of row " + place, () -> cell(column, place));
        received.drainPermits();
        input.clickWith(key);
        await(2, key + " and click");
    }

    private static Optional<Node> cell(String column, int place) {
        return all(".table-cell").stream()
                .filter(Nodes::isSeen)
                .filter(node -> node instanceof TableCell<?, ?> cell && cell.getIndex() == place
                        && column.equals(cell.getTableColumn().getId()))
                .findFirst();
    }

    private void click(String what, Callable<Optional<Node>> part) {
        moveOnto(what, part);
        press();
    }

    private void moveOnto(String what, Callable<Optional<Node>> part) {
        var before = new AtomicReference<>(Point2D.ZERO);
        until(what + " under the mouse", () -> {
            var node = part.call();
            var at = node.map(RealHands::middle).orElse(Point2D.ZERO);
            var rests = node.isPresent() && at.equals(before.getAndSet(at));
            if (rests) {
                moveTo(at);
            }
            return rests && node.get().isHover();
        });
    }

    private void press() {
        received.drainPermits();
        input.click();
        await(1, "click");
    }

    private void moveTo(Point2D at) {
        input.moveTo(scaled(at.getX(), stage.getOutputScaleX()), scaled(at.getY(), stage.getOutputScaleY()));
    }

    private static int scaled(double length, double scale) {
        return (int) Math.round(length * scale);
    }

    // ---- What is seen

    /** Waits for something to be seen. */
    static void until(String what, Callable<Boolean> condition) {
        Awaitility.await(what).atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(LOOK)
                .until(() -> see(condition));
    }

    static <T> T see(Callable<T> what) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE.toMillis(), what);
    }

    /** Waits for what is shown now to be on the screen. */
    void untilDrawn() {
        // In the first it may still have to be laid out; from the second on it is with those who draw.
        awaitFrames(2);
        // They draw one after the other: when this has been drawn, so has the window.
        see(() -> new Scene(new Region(), 1, 1).snapshot(null));
    }

    private static void awaitFrames(int count) {
        var frames = new CountDownLatch(count);
        var timer = see(() -> {
            var counting = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    frames.countDown();
                }
            };
            counting.start();
            return counting;
        });
        try {
            assertThat(frames.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("frames are drawn").isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        } finally {
            see(() -> {
                timer.stop();
                return true;
            });
        }
    }

    void untilSeen(String query) {
        until(query + " shown", () -> seen(query).isPresent());
    }

    void untilGone(String query) {
        until(query + " gone", () -> seen(query).isEmpty());
    }

    boolean isSeen(String query) {
        return see(() -> seen(query).isPresent());
    }

    /** What a part says; empty if it is not shown. */
    String says(String query) {
        return see(() -> seen(query).map(RealHands::text).orElse(""));
    }

    /** The first such part that is shown, in any window of the program. For the window's thread. */
    static Optional<Node> seen(String query) {
        return all(query).stream().filter(Nodes::isSeen).findFirst();
    }

    /** All such parts. For the window's thread. */
    static List<Node> all(String query) {
        return Window.getWindows()
                .stream()
                .filter(Window::isShowing)
                .map(Window::getScene)
                .map(Scene::getRoot)
                .map(root -> root.lookupAll(query))
                .flatMap(Collection::stream)
                .toList();
    }

    /** Whether the keyboard is in a part. */
    boolean hasKeyboard(String query) {
        return see(() -> within(stage.getScene().getFocusOwner(), query));
    }

    /** Which part has the keyboard, for the words of a failure and to compare. */
    String owner() {
        return see(() -> String.valueOf(stage.getScene().getFocusOwner()));
    }

    /** What the windows have had last of keys and clicks, and which part it went to, for the words of a failure. */
    String had() {
        return String.join(", then ", had);
    }

    /** Whether the whole of a part can be seen: on the screen, in the window and not scrolled away. */
    boolean isWhole(String query) {
        return see(() -> seen(query).filter(RealHands::isWhole).isPresent());
    }

    private static boolean isWhole(Node node) {
        return Screen.getPrimary().getBounds().contains(rectangle(node.localToScreen(node.getLayoutBounds())))
                && Nodes.isWhole(node);
    }

    private static Rectangle2D rectangle(Bounds bounds) {
        return new Rectangle2D(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
    }

    private static Optional<Node> item(String text) {
        return labelled(".menu-item .label", text)
                .or(() -> labelled(".menu-item .check-box", text))
                .map(Node::getParent);
    }

    private static Optional<Node> labelled(String query, String text) {
        Predicate<Node> bears = node -> node instanceof Labeled label && text.equals(bare(label.getText()));
        return all(query).stream().filter(Nodes::isSeen).filter(bears).findFirst();
    }

    /** Without the marks that keep a foreign name's direction to itself. */
    static String bare(String text) {
        return text == null ? "" : text.replaceAll("[\\u2066-\\u2069\\u200e\\u200f]", "");
    }

    private static boolean within(Node node, String query) {
        var wanted = all(query);
        for (var each = node; each != null; each = each.getParent()) {
            if (wanted.contains(each)) {
                return true;
            }
        }
        return false;
    }

    private static Point2D middle(Node node) {
        var bounds = node.localToScreen(node.getLayoutBounds());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    private static String text(Node node) {
        return switch (node) {
            case Labeled label -> label.getText();
            case TextInputControl field -> field.getText();
            default -> throw new IllegalArgumentException("No text in " + node);
        };
    }

    private void watch(Window window) {
        window.addEventFilter(KeyEvent.KEY_RELEASED, receipt);
        window.addEventFilter(MouseEvent.MOUSE_RELEASED, receipt);
    }

    /** Until the window has had so many; then its thread is asked, which has dealt with them by the time it answers. */
    private void await(int count, String what) {
        try {
            assertThat(received.tryAcquire(count, PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("the window has had %s", what)
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
        see(() -> true);
    }

    @Override
    public void close() {
        see(() -> {
            Window.getWindows().removeListener(windows);
            Window.getWindows().forEach(window -> {
                window.removeEventFilter(KeyEvent.KEY_RELEASED, receipt);
                window.removeEventFilter(MouseEvent.MOUSE_RELEASED, receipt);
            });
            return true;
        });
        input.close();
    }
}
