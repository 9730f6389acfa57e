package org.billrunconsole.settings;

import static org.billrunconsole.settings.SettingsJson.or;

import java.util.Optional;
import org.billrunconsole.settings.Preferences.ContrastChoice;
import org.billrunconsole.settings.Preferences.Density;
import org.billrunconsole.settings.Preferences.ThemeChoice;
import org.billrunconsole.settings.Preferences.Thresholds;
import org.jspecify.annotations.Nullable;

/** Preferences as they are written in {@code settings.json}; a component is null where nothing usable is written. */
record PreferencesFile(@Nullable ThemeChoice theme, @Nullable ContrastChoice contrast, @Nullable Density density,
        @Nullable Integer textPercent, @Nullable String language, @Nullable String region,
        @Nullable Integer tickSeconds, @Nullable Limits thresholds, @Nullable Boolean notices,
        @Nullable Boolean desktopNotifications, @Nullable Integer coolingOffSeconds,
        @Nullable Boolean unlockNeedsReason, @Nullable Boolean welcomed) {

    static PreferencesFile of(Preferences preferences) {
        return new PreferencesFile(preferences.theme(), unlessUsual(preferences.contrast()), preferences.density(),
                unlessUsual(preferences.textPercent()),
                preferences.language().orElse(null), preferences.region().orElse(null),
                preferences.tickSeconds(), Limits.of(preferences.thresholds()), preferences.notices(),
                preferences.desktopNotifications(), preferences.coolingOffSeconds(),
                preferences.unlockNeedsReason(), preferences.welcomed());
    }

    /** What is not written, or is out of bounds, is as usual. */
    Preferences preferences() {
        var usual = Preferences.DEFAULT;
        return new Preferences(or(theme, usual.theme()), or(contrast, usual.contrast()),
                or(density, usual.density()),
                Preferences.TEXT_PERCENT.or(textPercent, usual.textPercent()), tag(language), tag(region),
                Preferences.TICK_SECONDS.or(tickSeconds, usual.tickSeconds()),
                thresholds == null ? Thresholds.DEFAULT : thresholds.thresholds(), or(notices, usual.notices()),
                or(desktopNotifications, usual.desktopNotifications()),
                Preferences.COOLING_OFF_SECONDS.or(coolingOffSeconds, usual.coolingOffSeconds()),
                or(unlockNeedsReason, usual.unlockNeedsReason()), or(welcomed, usual.welcomed()));
    }

    /** A file of somebody who never changed it stays as earlier versions write it. */
    private static @Nullable ContrastChoice unlessUsual(ContrastChoice contrast) {
        return contrast == Preferences.DEFAULT.contrast() ? null : contrast;
    }

    private static @Nullable Integer unlessUsual(int textPercent) {
        return textPercent == Preferences.DEFAULT.textPercent() ? null : textPercent;
    }

    private static Optional<String> tag(@Nullable String written) {
        return Optional.ofNullable(written).filter(tag -> !tag.isBlank());
    }

    /** From when on something is worth a look, as {@link Thresholds} says. */
    record Limits(@Nullable Integer stalledMinutes, @Nullable Integer suspenseRecords,
            @Nullable Integer largestInvoiceFactor, @Nullable Integer revenuePercent,
            @Nullable Integer varianceAmount, @Nullable Integer variancePercent) {

        private static Limits of(Thresholds thresholds) {
            return new Limits(thresholds.stalledMinutes(), thresholds.suspenseRecords(),
                    thresholds.largestInvoiceFactor(), thresholds.revenuePercent(), thresholds.varianceAmount(),
                    thresholds.variancePercent());
        }

        private Thresholds thresholds() {
            var usual = Thresholds.DEFAULT;
            return new Thresholds(Thresholds.STALLED_MINUTES.or(stalledMinutes, usual.stalledMinutes()),
                    Thresholds.SUSPENSE_RECORDS.or(suspenseRecords, usual.suspenseRecords()),
                    Thresholds.LARGEST_INVOICE_FACTOR.or(largestInvoiceFactor, usual.largestInvoiceFactor()),
                    Thresholds.REVENUE_PERCENT.or(revenuePercent, usual.revenuePercent()),
                    Thresholds.VARIANCE_AMOUNT.or(varianceAmount, usual.varianceAmount()),
                    Thresholds.VARIANCE_PERCENT.or(variancePercent, usual.variancePercent()));
        }
    }
}
