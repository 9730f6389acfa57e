package org.billrunconsole.runs.monitor;

import java.util.OptionalInt;

/**
 * Which percentages of something that goes on are worth telling: every tenth, the newest only, and none twice or
 * backwards. Neither 0 nor 100 is: that something begins and ends is told as such. For one thread.
 */
public final class ProgressSteps {

    private static final int STEP = 10;
    private static final int ALL = 100;

    private int last;

    private ProgressSteps(int last) {
        this.last = last;
    }

    /** Of something that begins. */
    public static ProgressSteps fromStart() {
        return new ProgressSteps(0);
    }

    /** Of something that was found going on: what it has reached is no news. */
    public static ProgressSteps from(int percent) {
        return new ProgressSteps(percent);
    }

    /** Takes in how far it is now, 0 to 100; what is to be told, if anything is. */
    public OptionalInt reached(int percent) {
        var step = percent / STEP * STEP;
        if (step <= last || step >= ALL) {
            return OptionalInt.empty();
        }
        last = step;
        return OptionalInt.of(step);
    }
}
