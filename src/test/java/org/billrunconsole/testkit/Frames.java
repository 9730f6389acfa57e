package org.billrunconsole.testkit;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Waits until all in a window has found its place. That takes a few frames, and the frames are counted: TestFX's
 * {@code waitForFxEvents} sleeps for a twentieth of a second, several times what they take, and proves less under load.
 */
public final class Frames {

    private static final long MOST_MILLIS = 10_000;

    /** Styles change the layout, and a layout may bring in what has yet to be styled. */
    private static final int ENOUGH = 3;

    private Frames() {}

    /** Styles and lays out a shown scene for as many frames as that may take; not on the window's thread. */
    public static void settle(Scene scene) {
        for (var frame = 0; frame < ENOUGH; frame++) {
            WaitForAsyncUtils.waitForAsyncFx(MOST_MILLIS, () -> {
                scene.getRoot().applyCss();
                scene.getRoot().layout();
            });
            next(scene);
        }
    }

    /** Waits for the next frame of a shown scene and for what it asked to be done after it. */
    public static void next(Scene scene) {
        var laidOut = new CompletableFuture<Void>().orTimeout(MOST_MILLIS, TimeUnit.MILLISECONDS);
        Runnable end = () -> laidOut.complete(null);
        WaitForAsyncUtils.waitForAsyncFx(MOST_MILLIS, () -> {
            scene.addPostLayoutPulseListener(end);
            Platform.requestNextPulse();
        });
        laidOut.join();
        WaitForAsyncUtils.waitForAsyncFx(MOST_MILLIS, () -> scene.removePostLayoutPulseListener(end));
    }
}
