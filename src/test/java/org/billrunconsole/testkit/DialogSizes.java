package org.billrunconsole.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.billrunconsole.ui.kit.Theme;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Looks at a dialog in the windows that the design knows, in both themes: what must always be in view is, no words are cut
 * short, all can be read, and pictures are taken.
 */
public final class DialogSizes {

    /**
     * Of a window.
     *
     * @param width  in logical pixels
     * @param height in logical pixels
     * @param scale  how many pixels of the screen make one
     */
    private record Size(int width, int height, int scale) {

        private String words() {
            return scale == 1
                    ? width + "x" + height
                    : "%dx%d-%d".formatted(width * scale, height * scale, 100 * scale);
        }
    }

    private static final List<Size> SIZES = List.of(new Size(800, 500, 1), new Size(960, 600, 2),
            new Size(1000, 680, 1), new Size(1440, 900, 1));

    /** Larger than any window may be on the toolkit's headless platform; the content can be laid out for it all the same. */
    private static final Size LARGEST = new Size(1920, 1200, 1);

    /** Styles and layout may take a few rounds. */
    private static final int ROUNDS = 3;

    private DialogSizes() {}

    /**
     * Leaves the window small and light.
     *
     * @param inView ids of what may never be cut off
     */
    public static void look(Scene scene, String name, String... inView) {
        for (var theme : List.of(Theme.DARK, Theme.LIGHT)) {
            onWindow(() -> {
                theme.apply(scene);
                var root = scene.getRoot();
                root.resize(LARGEST.width, LARGEST.height);
                look(scene, LARGEST, theme, name, inView);
                root.resize(scene.getWidth(), scene.getHeight());
            });
        }
        for (var size : SIZES.reversed()) {
            for (var theme : List.of(Theme.DARK, Theme.LIGHT)) {
                onWindow(() -> {
                    var window = scene.getWindow();
                    // A window that reaches beyond the screen breaks the toolkit's headless platform.
                    window.setX(0);
                    window.setY(0);
                    window.setWidth(size.width);
                    window.setHeight(size.height);
                    theme.apply(scene);
                });
                Frames.settle(scene);
                onWindow(() -> look(scene, size, theme, name, inView));
            }
        }
    }

    private static void look(Scene scene, Size size, Theme theme, String name, String... inView) {
        for (var round = 0; round < ROUNDS; round++) {
            layOut(scene);
        }
        Pictures.take((Region) scene.getRoot(), size.scale,
                "%s-%s-%s".formatted(name, theme.name().toLowerCase(Locale.ROOT), size.words()));
        for (var id : inView) {
            var node = scene.lookup("#" + id);
            assertThat(Nodes.isWhole(node)).as("the whole of %s of %s in a window of %s: %s", id, name, size.words(),
                    node.localToScene(node.getLayoutBounds())).isTrue();
        }
        assertThat(scene.getRoot().lookupAll("*"))
                .filteredOn(part -> part instanceof Labeled words && !isInList(words) && Nodes.isSeen(words))
                .isNotEmpty()
                .allSatisfy(part -> assertThat(drawn((Labeled) part)).as("words of %s in a window of %s", name,
                        size.words()).isEqualTo(((Labeled) part).getText()));
        assertThat(Contrast.tooFaint(scene.getRoot())).as("words of %s in %s that can hardly be read", name, theme)
                .isEmpty();
    }

    /** What people have named is as long as they like, and a list has so much room and no more. */
    private static boolean isInList(Node part) {
        return part != null && (part instanceof IndexedCell<?> || isInList(part.getParent()));
    }

    /** The words as they stand there, with dots where they were cut short. */
    private static String drawn(Labeled part) {
        return part.getChildrenUnmodifiable()
                .stream()
                .filter(child -> child instanceof Text && child != part.getGraphic())
                .map(text -> ((Text) text).getText())
                .findFirst()
                .orElse(part.getText());
    }

    private static void layOut(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    private static void onWindow(Runnable what) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, what);
    }
}
