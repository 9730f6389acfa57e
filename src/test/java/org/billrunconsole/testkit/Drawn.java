package org.billrunconsole.testkit;

import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.robot.Robot;

/**
 * What really stands on the screen. A snapshot is drawn anew for whoever asks, and so never shows what was left behind by
 * an earlier frame; worse, it makes the screen be drawn anew too. For the window's thread only.
 */
public final class Drawn {

    /** Rendering text a hair apart is no difference. */
    private static final int TOLERANCE = 40;

    private Drawn() {}

    /** What stands where the window is. */
    public static Image screen(Scene scene) {
        var window = scene.getWindow();
        return new Robot().getScreenCapture(null, window.getX() + scene.getX(), window.getY() + scene.getY(),
                (int) scene.getWidth(), (int) scene.getHeight());
    }

    /** What is meant to stand there. */
    public static Image meant(Scene scene) {
        return scene.snapshot(null);
    }

    /** How many pixels of two pictures differ. */
    public static long differences(Image one, Image other) {
        var ones = one.getPixelReader();
        var others = other.getPixelReader();
        long different = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (apart(ones.getArgb(x, y), others.getArgb(x, y)) > TOLERANCE) {
                    different++;
                }
            }
        }
        return different;
    }

    private static int apart(int one, int other) {
        var most = 0;
        for (int shift = 0; shift < Integer.SIZE - Byte.SIZE; shift += Byte.SIZE) {
            most = Math.max(most, Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)));
        }
        return most;
    }
}
