package org.billrunconsole.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.geometry.BoundingBox;
import javafx.scene.Scene;
import org.billrunconsole.ui.kit.Theme;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Looks at a dialog in the windows that the design knows, but for the largest, which the toolkit's headless platform cannot
 * draw: what must always be in view is, and pictures are taken.
 */
public final class DialogSizes {

    /** Of windows, in logical pixels; 960x600 is a screen of 1920x1200 at 200 %. */
    private record Size(double width, double height) {}

    private static final List<Size> SIZES = List.of(new Size(800, 500), new Size(960, 600), new Size(1000, 680),
            new Size(1440, 900));

    private DialogSizes() {}

    /**
     * Leaves the window small and light.
     *
     * @param inView ids of what may never be cut off
     */
    public static void look(Scene scene, String name, String... inView) {
        for (var size : SIZES.reversed()) {
            for (var theme : Theme.values()) {
                lay(scene, size, theme.other());
                WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Pictures.take(scene, "%s-%s-%dx%d".formatted(name,
                        theme.other().name().toLowerCase(Locale.ROOT), (int) size.width, (int) size.height)));
            }
            for (var id : inView) {
                var bounds = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
                    var node = scene.lookup("#" + id);
                    return node.localToScene(node.getLayoutBounds());
                });
                assertThat(new BoundingBox(0, 0, size.width, size.height).contains(bounds))
                        .as("%s of %s in a window of %s: %s", id, name, size, bounds)
                        .isTrue();
            }
        }
    }

    private static void lay(Scene scene, Size size, Theme theme) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            var window = scene.getWindow();
            // A window that reaches beyond the screen breaks the toolkit's headless platform.
            window.setX(0);
            window.setY(0);
            window.setWidth(size.width);
            window.setHeight(size.height);
            theme.apply(scene);
        });
        for (var pulse = 0; pulse < 3; pulse++) {
            WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
                scene.getRoot().applyCss();
                scene.getRoot().layout();
            });
            WaitForAsyncUtils.waitForFxEvents();
        }
    }
}
