package org.billrunconsole.settings;

import java.util.Comparator;
import java.util.List;

/** Position and size of a window, in pixels, in the coordinates of all screens together. */
public record WindowBounds(double x, double y, double width, double height, boolean maximised) {

    /** The window that the design is drawn for. */
    private static final double DESIGNED_WIDTH = 1440;
    private static final double DESIGNED_HEIGHT = 900;

    /** The smallest window the design is made for. */
    public static final double LEAST_WIDTH = 800;
    public static final double LEAST_HEIGHT = 500;

    public WindowBounds {
        for (var each : new double[]{x, y, width, height}) {
            if (!Double.isFinite(each)) {
                throw new IllegalArgumentException("A window's bounds are numbers");
            }
        }
    }

    /** The part of a screen that windows may use. */
    public record Screen(double x, double y, double width, double height) {

        private double shared(WindowBounds window) {
            var wide = Math.min(x + width, window.x + window.width) - Math.max(x, window.x);
            var high = Math.min(y + height, window.y + window.height) - Math.max(y, window.y);
            return Math.max(0, wide) * Math.max(0, high);
        }
    }

    /**
     * Where a window stands that never stood anywhere: in the middle of a screen, or filling it where it is smaller than
     * the design.
     */
    public static WindowBounds first(Screen screen) {
        var width = Math.min(DESIGNED_WIDTH, screen.width);
        var height = Math.min(DESIGNED_HEIGHT, screen.height);
        return new WindowBounds(screen.x + (screen.width - width) / 2, screen.y + (screen.height - height) / 2, width,
                height, width < DESIGNED_WIDTH || height < DESIGNED_HEIGHT);
    }

    /**
     * The same window, wholly on the screen that shows most of it; on the first if none shows any, as after a screen
     * was unplugged.
     *
     * @param screens at least one, the main one first
     */
    public WindowBounds within(List<Screen> screens) {
        // max() would take the last of equals.
        var screen = screens.stream()
                .sorted(Comparator.comparingDouble((Screen each) -> each.shared(this)).reversed())
                .findFirst()
                .orElseThrow();
        var fitWidth = Math.min(Math.max(width, LEAST_WIDTH), screen.width);
        var fitHeight = Math.min(Math.max(height, LEAST_HEIGHT), screen.height);
        return new WindowBounds(Math.clamp(x, screen.x, screen.x + screen.width - fitWidth),
                Math.clamp(y, screen.y, screen.y + screen.height - fitHeight), fitWidth, fitHeight, maximised);
    }
}
