package org.billrunconsole.settings;

import java.util.List;
import java.util.Optional;

/**
 * The operator's preferences, the same on every connection.
 *
 * @param theme                which colours
 * @param contrast             how strongly things stand out from what is behind them
 * @param density              how much room a row takes
 * @param textPercent          how large texts and all around them are, of their usual size, within
 *                             {@link #TEXT_PERCENT}
 * @param language             of the texts, a BCP 47 tag; empty for the operating system's language
 * @param region               whose way of writing dates, numbers and names counts, a BCP 47 tag; empty for the
 *                             operating system's
 * @param tickSeconds          how often running runs are looked at, within {@link #TICK_SECONDS}
 * @param thresholds           from when on something is worth a look
 * @param notices              whether notices are shown; false is "do not disturb"
 * @param desktopNotifications whether the operating system shows them too while the window is not in front
 * @param coolingOffSeconds    how long distribution on a production system can still be called off, within
 *                             {@link #COOLING_OFF_SECONDS}
 * @param unlockNeedsReason    whether switching changes on for production asks why
 * @param welcomed             whether the welcome of the first start has been dismissed
 */
public record Preferences(ThemeChoice theme, ContrastChoice contrast, Density density, int textPercent,
        Optional<String> language,
        Optional<String> region, int tickSeconds, Thresholds thresholds, boolean notices, boolean desktopNotifications,
        int coolingOffSeconds,
        boolean unlockNeedsReason, boolean welcomed) {

    /** Which colours the window has. */
    public enum ThemeChoice {
        SYSTEM, LIGHT, DARK
    }

    /** How strongly words, borders and states stand out. */
    public enum ContrastChoice {
        SYSTEM, NORMAL, HIGH
    }

    /** How much room a row takes. */
    public enum Density {
        COMFORTABLE, COMPACT
    }

    /**
     * From when on something is worth a look.
     *
     * @param stalledMinutes       a stage without a change for this long is called stalled
     * @param suspenseRecords      this many records in suspense are serious
     * @param largestInvoiceFactor the largest invoice is this many times what is usual in the cycle
     * @param revenuePercent       revenue differs by this many percent from what is usual in the cycle
     * @param varianceAmount       a customer's value differs by more than this from the previous run's, in whole units
     *                             of the currency, and
     * @param variancePercent      by more than this many percent
     */
    public record Thresholds(int stalledMinutes, int suspenseRecords, int largestInvoiceFactor, int revenuePercent,
            int varianceAmount, int variancePercent) {

        public static final Range STALLED_MINUTES = new Range(1, 240);
        public static final Range SUSPENSE_RECORDS = new Range(1, 1_000_000);
        public static final Range LARGEST_INVOICE_FACTOR = new Range(2, 1000);
        public static final Range REVENUE_PERCENT = new Range(1, 1000);
        public static final Range VARIANCE_AMOUNT = new Range(0, 1_000_000);
        public static final Range VARIANCE_PERCENT = new Range(0, 1000);

        public static final Thresholds DEFAULT = new Thresholds(10, 100, 2, 30, 100, 15);

        public Thresholds {
            STALLED_MINUTES.require("stalledMinutes", stalledMinutes);
            SUSPENSE_RECORDS.require("suspenseRecords", suspenseRecords);
            LARGEST_INVOICE_FACTOR.require("largestInvoiceFactor", largestInvoiceFactor);
            REVENUE_PERCENT.require("revenuePercent", revenuePercent);
            VARIANCE_AMOUNT.require("varianceAmount", varianceAmount);
            VARIANCE_PERCENT.require("variancePercent", variancePercent);
        }
    }

    public static final Range TEXT_PERCENT = new Range(90, 150);
    /** What the operator can choose of it, the smallest first. */
    public static final List<Integer> TEXT_PERCENTS = List.of(90, 100, 110, 125, 150);
    public static final Range TICK_SECONDS = new Range(1, 60);
    public static final Range COOLING_OFF_SECONDS = new Range(0, 60);

    public static final Preferences DEFAULT = new Preferences(ThemeChoice.SYSTEM, ContrastChoice.SYSTEM,
            Density.COMFORTABLE, 100,
            Optional.empty(), Optional.empty(), 2, Thresholds.DEFAULT, true, true, 10, true, false);

    public Preferences {
        TEXT_PERCENT.require("textPercent", textPercent);
        TICK_SECONDS.require("tickSeconds", tickSeconds);
        COOLING_OFF_SECONDS.require("coolingOffSeconds", coolingOffSeconds);
    }

    public Preferences withTheme(ThemeChoice choice) {
        return new Preferences(choice, contrast, density, textPercent, language, region, tickSeconds, thresholds,
                notices,
                desktopNotifications,
                coolingOffSeconds, unlockNeedsReason, welcomed);
    }

    /** With texts of the next size up; as it is where there is none. */
    public Preferences withLargerText() {
        return withTextPercent(TEXT_PERCENTS.stream().filter(each -> each > textPercent).findFirst().orElse(
                textPercent));
    }

    /** With texts of the next size down; as it is where there is none. */
    public Preferences withSmallerText() {
        return withTextPercent(TEXT_PERCENTS.reversed().stream().filter(each -> each < textPercent).findFirst().orElse(
                textPercent));
    }

    /** With texts of their usual size. */
    public Preferences withUsualText() {
        return withTextPercent(DEFAULT.textPercent);
    }

    private Preferences withTextPercent(int percent) {
        return new Preferences(theme, contrast, density, percent, language, region, tickSeconds, thresholds, notices,
                desktopNotifications,
                coolingOffSeconds, unlockNeedsReason, welcomed);
    }

    public Preferences withWelcomed() {
        return new Preferences(theme, contrast, density, textPercent, language, region, tickSeconds, thresholds,
                notices,
                desktopNotifications,
                coolingOffSeconds, unlockNeedsReason, true);
    }

    public Preferences withNotices(boolean shown) {
        return new Preferences(theme, contrast, density, textPercent, language, region, tickSeconds, thresholds, shown,
                desktopNotifications,
                coolingOffSeconds, unlockNeedsReason, welcomed);
    }
}
