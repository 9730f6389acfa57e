package org.billrunconsole.testkit;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.paint.Color;
import org.testfx.util.WaitForAsyncUtils;

/**
 * How well it can be seen that a control has the keyboard: how many pixels in and around it contrast with what they are
 * without. The Web Content Accessibility Guidelines ask for 3 to 1, and for as many as a ring of two pixels has. For the
 * window's thread.
 */
public final class FocusRing {

    private static final double CONTRAST = 3;

    /** Around a control, in pixels. */
    private static final double MARGIN = 8;

    private static final int CHANNEL = 0xFF;

    /** Of the two pixels that a ring has, what is left of them at round corners and around the words of a tab. */
    public static final double LEAST = 1.25;

    private static final long MOST_MILLIS = 10_000;

    private FocusRing() {}

    /**
     * How wide a ring around a control would be of what contrasts enough, in pixels; of a table or list, how wide the bar is that
     * marks the row that the keyboard is on, and of tabs the ring around the one that is chosen. Waits for frames, so not
     * on the window's thread: pictures that are taken of one frame may show what an earlier one has left.
     */
    public static double width(Scene scene, Node control) {
        move(scene, control);
        var marked = see(() -> row(control).or(() -> tab(control)).orElse(control));
        var bounds = see(() -> marked.localToScene(marked.getLayoutBounds()));
        var with = see(() -> picture(scene, bounds));
        // The whole window or dialog shows nothing when it has the keyboard, and nothing scrolls to show it.
        move(scene, see(() -> TabOrder.scope(scene)));
        var without = see(() -> picture(scene, bounds));
        return changed(without, with) / (marked instanceof IndexedCell<?> ? bounds.getHeight()
                : 2 * (bounds.getWidth() + bounds.getHeight()));
    }

    private static void move(Scene scene, Node to) {
        WaitForAsyncUtils.waitForAsyncFx(MOST_MILLIS, to::requestFocus);
        // What scrolls to show it is laid out once more.
        Frames.next(scene);
        Frames.next(scene);
    }

    private static <T> T see(Callable<T> what) {
        return WaitForAsyncUtils.waitForAsyncFx(MOST_MILLIS, what);
    }

    private static Optional<Node> row(Node control) {
        return control instanceof ListView<?> || control instanceof TableView<?>
                ? control.lookupAll(".indexed-cell")
                        .stream()
                        .filter(cell -> cell instanceof IndexedCell<?> row && row.isFocused() && !row.isEmpty()
                                && !(row.getParent() instanceof IndexedCell<?>))
                        .findFirst()
                        .or(() -> Optional.ofNullable(control.lookup(".column-header-background")))
                : Optional.empty();
    }

    private static Optional<Node> tab(Node control) {
        return control instanceof TabPane
                ? control.lookupAll(".tab:selected").stream().filter(tab -> Stream.<Node>iterate(tab.getParent(),
                        Objects::nonNull, Node::getParent).filter(TabPane.class::isInstance).findFirst().filter(
                                control::equals)
                        .isPresent()).findFirst()
                : Optional.empty();
    }

    private static Image picture(Scene scene, Bounds bounds) {
        var look = new SnapshotParameters();
        look.setViewport(new Rectangle2D(bounds.getMinX() - MARGIN, bounds.getMinY() - MARGIN, bounds.getWidth() + 2
                * MARGIN, bounds.getHeight() + 2 * MARGIN));
        return scene.getRoot().snapshot(look, null);
    }

    private static long changed(Image before, Image after) {
        var first = pixels(before);
        var second = pixels(after);
        long changed = 0;
        for (int i = 0; i < first.length; i++) {
            if (first[i] != second[i] && Contrast.ratio(color(first[i]), color(second[i])) >= CONTRAST) {
                changed++;
            }
        }
        return changed;
    }

    private static int[] pixels(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }

    private static Color color(int pixel) {
        return Color.rgb(pixel >> 16 & CHANNEL, pixel >> 8 & CHANNEL, pixel & CHANNEL);
    }
}
