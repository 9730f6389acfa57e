package org.billrunconsole.ui.notices;

/**
 * Where notices stand: at the list's left, where they cover names that also stand in the notice or pane, and right of
 * the stage column where that has been moved to the left. The stage column itself is what one watches meanwhile.
 */
public final class NoticePlace {

    /** As wide as a notice gets, with the space beside it, in pixels. */
    static final double WIDTH = 330 + 16;

    private NoticePlace() {}

    /**
     * How far from the list's left edge the notices begin, in pixels.
     *
     * @param stageFrom left edge of the stage column
     * @param stageTo   right edge of it; as {@code stageFrom} if it is not shown
     * @param width     of the list
     */
    public static double left(double stageFrom, double stageTo, double width) {
        var covered = stageTo > stageFrom && stageFrom < WIDTH;
        return covered && stageTo + WIDTH <= width ? stageTo : 0;
    }
}
