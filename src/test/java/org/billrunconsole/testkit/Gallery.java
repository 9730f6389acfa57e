package org.billrunconsole.testkit;

import java.util.Locale;
import javafx.stage.Stage;
import org.billrunconsole.ui.kit.Theme;
import org.testfx.util.WaitForAsyncUtils;

/** Takes each picture in both looks and at both sizes of the design. */
public final class Gallery {

    private record Size(double width, double height) {}

    private static final Size DESIGNED = new Size(1440, 900);
    private static final Size SMALL = new Size(1000, 680);

    private final Stage stage;

    public Gallery(Stage stage) {
        this.stage = stage;
    }

    /** Leaves the window as it was: light and at its designed size. */
    public void take(String name) {
        take(name, SMALL, DESIGNED);
    }

    /** The same, for what has room at any size: in both looks at the designed size only. */
    public void takeDesigned(String name) {
        take(name, DESIGNED);
    }

    private void take(String name, Size... sizes) {
        for (var size : sizes) {
            resize(size);
            for (var theme : new Theme[]{Theme.DARK, Theme.LIGHT}) {
                WaitForAsyncUtils.waitForAsyncFx(10_000, () -> theme.apply(stage.getScene()));
                Frames.settle(stage.getScene());
                var file = "%s-%s-%dx%d".formatted(name, theme.name().toLowerCase(Locale.ROOT),
                        (int) size.width(), (int) size.height());
                WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Pictures.take(stage.getScene(), file));
            }
        }
    }

    private void resize(Size size) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            // A window that reaches beyond the screen breaks the toolkit's headless platform.
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(size.width());
            stage.setHeight(size.height());
        });
        Frames.settle(stage.getScene());
    }
}
