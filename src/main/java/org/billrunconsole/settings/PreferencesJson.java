package org.billrunconsole.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.billrunconsole.settings.Preferences.Thresholds;

/** Preferences in the settings file. */
final class PreferencesJson {

    private PreferencesJson() {}

    static Preferences read(JsonNode node) {
        var usual = Preferences.DEFAULT;
        return new Preferences(Fields.choice(node, "theme", usual.theme()),
                Fields.choice(node, "density", usual.density()), Fields.text(node, "language"),
                Fields.number(node, "tickSeconds", Preferences.TICK_SECONDS, usual.tickSeconds()),
                thresholds(node.path("thresholds")),
                Fields.flag(node, "notices", usual.notices()),
                Fields.flag(node, "desktopNotifications", usual.desktopNotifications()),
                Fields.number(node, "coolingOffSeconds", Preferences.COOLING_OFF_SECONDS, usual.coolingOffSeconds()),
                Fields.flag(node, "unlockNeedsReason", usual.unlockNeedsReason()),
                Fields.flag(node, "welcomed", usual.welcomed()));
    }

    private static Thresholds thresholds(JsonNode node) {
        var usual = Thresholds.DEFAULT;
        return new Thresholds(Fields.number(node, "stalledMinutes", Thresholds.STALLED_MINUTES, usual.stalledMinutes()),
                Fields.number(node, "suspenseRecords", Thresholds.SUSPENSE_RECORDS, usual.suspenseRecords()),
                Fields.number(node, "largestInvoiceFactor", Thresholds.LARGEST_INVOICE_FACTOR,
                        usual.largestInvoiceFactor()),
                Fields.number(node, "revenuePercent", Thresholds.REVENUE_PERCENT, usual.revenuePercent()));
    }

    static void write(Preferences preferences, ObjectNode node) {
        node.put("theme", preferences.theme().name().toLowerCase(Locale.ROOT));
        node.put("density", preferences.density().name().toLowerCase(Locale.ROOT));
        Fields.put(node, "language", preferences.language().orElse(null));
        node.put("tickSeconds", preferences.tickSeconds());
        var thresholds = Fields.object(node, "thresholds");
        thresholds.put("stalledMinutes", preferences.thresholds().stalledMinutes());
        thresholds.put("suspenseRecords", preferences.thresholds().suspenseRecords());
        thresholds.put("largestInvoiceFactor", preferences.thresholds().largestInvoiceFactor());
        thresholds.put("revenuePercent", preferences.thresholds().revenuePercent());
        node.put("notices", preferences.notices());
        node.put("desktopNotifications", preferences.desktopNotifications());
        node.put("coolingOffSeconds", preferences.coolingOffSeconds());
        node.put("unlockNeedsReason", preferences.unlockNeedsReason());
        node.put("welcomed", preferences.welcomed());
    }
}
