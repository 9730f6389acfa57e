package org.billrunconsole.ui.plan.panel;

import java.util.ArrayList;
import java.util.List;

/** How the panel's columns share its width: sign, run, each step, revenue, where it stands. A pure function. */
final class PlanPanelWidths {

    /** What the scroll bar takes, in pixels. */
    static final double SCROLL_BAR = 16;

    private static final double SIGN = 44;
    /** A name has 22 letters at most. */
    private static final double NAME = 190;
    private static final double WIDEST_STEP = 240;
    private static final double NARROWEST_STEP = 44;

    private PlanPanelWidths() {}

    /** @param width in pixels, for all of them */
    static List<Double> of(double width, int steps) {
        var run = Math.floor(Math.clamp(width * 0.15, NAME, 230));
        var revenue = Math.floor(Math.clamp(width * 0.08, 106, 124));
        var where = Math.floor(Math.clamp(width * 0.34, 240, 480));
        var step = Math.floor(Math.clamp((width - SIGN - run - revenue - where) / steps, NARROWEST_STEP, WIDEST_STEP));
        var widths = new ArrayList<Double>();
        widths.add(SIGN);
        widths.add(run);
        for (int i = 0; i < steps; i++) {
            widths.add(step);
        }
        widths.add(revenue);
        // The last takes what the others leave.
        widths.add(Math.max(where, width - SIGN - run - steps * step - revenue));
        return widths;
    }
}
