package org.billrunconsole.settings;

import java.util.Optional;

/**
 * How the operator likes the console.
 *
 * @param theme                which colours
 * @param density              how much room a row takes
 * @param language             a BCP 47 tag; empty for the operating system's language
 * @param tickSeconds          how often running runs are looked at; 1 to 60
 * @param thresholds           from when on something is worth a look
 * @param notices              whether notices are shown; false is "do not disturb"
 * @param desktopNotifications whether the operating system shows them too while the window is not in front
 * @param coolingOffSeconds    how long distribution on a production system can still be called off; 0 to 60
 * @param unlockNeedsReason    whether switching changes on for production asks why
 * @param welcomed             whether the welcome of the first start has been dismissed
 */
public record Preferences(ThemeChoice theme, Density density, Optional<String> language, int tickSeconds,
        Thresholds thresholds, boolean notices, boolean desktopNotifications, int coolingOffSeconds,
        boolean unlockNeedsReason, boolean welcomed) {

    /** Which colours the window has. */
    public enum ThemeChoice {
        SYSTEM, LIGHT, DARK
    }

    /** How much room a row takes. */
    public enum Density {
        COMFORTABLE, COMPACT
    }

    /**
     * From when on something is worth a look.
     *
     * @param stalledMinutes       a stage without a change for this long is called stalled; 1 to 240
     * @param suspenseRecords      this many records in suspense are serious; 1 to 1,000,000
     * @param largestInvoiceFactor the largest invoice is this many times what is usual in the cycle; 2 to 1000
     * @param revenuePercent       revenue differs by this many percent from what is usual in the cycle; 1 to 1000
     */
    public record Thresholds(int stalledMinutes, int suspenseRecords, int largestInvoiceFactor, int revenuePercent) {

        public static final Thresholds DEFAULT = new Thresholds(10, 100, 2, 30);

        public Thresholds {
            requireWithin("stalledMinutes", stalledMinutes, 1, 240);
            requireWithin("suspenseRecords", suspenseRecords, 1, 1_000_000);
            requireWithin("largestInvoiceFactor", largestInvoiceFactor, 2, 1000);
            requireWithin("revenuePercent", revenuePercent, 1, 1000);
        }
    }

    public static final Preferences DEFAULT = new Preferences(ThemeChoice.SYSTEM, Density.COMFORTABLE,
            Optional.empty(), 2, Thresholds.DEFAULT, true, true, 10, true, false);

    public Preferences {
        requireWithin("tickSeconds", tickSeconds, 1, 60);
        requireWithin("coolingOffSeconds", coolingOffSeconds, 0, 60);
    }

    public Preferences withTheme(ThemeChoice choice) {
        return new Preferences(choice, density, language, tickSeconds, thresholds, notices, desktopNotifications,
                coolingOffSeconds, unlockNeedsReason, welcomed);
    }

    public Preferences withWelcomed() {
        return new Preferences(theme, density, language, tickSeconds, thresholds, notices, desktopNotifications,
                coolingOffSeconds, unlockNeedsReason, true);
    }

    public Preferences withNotices(boolean shown) {
        return new Preferences(theme, density, language, tickSeconds, thresholds, shown, desktopNotifications,
                coolingOffSeconds, unlockNeedsReason, welcomed);
    }

    private static void requireWithin(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " is " + least + " to " + most + ", not " + value);
        }
    }
}
