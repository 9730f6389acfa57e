package org.billrunconsole.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.billrunconsole.settings.ConnectionProfile;
import org.billrunconsole.settings.Preferences;
import org.billrunconsole.settings.ProxyChoice;
import org.billrunconsole.settings.SettingsNotice;

/**
 * The settings in plain words, for the diagnostics. In English whatever the window's language, since it is for whoever
 * helps; and without user, brand and the proxy's user, which help nobody and are half of a login.
 */
final class SettingsInWords {

    private SettingsInWords() {}

    static String of(List<ConnectionProfile> profiles, Preferences preferences, List<SettingsNotice> notices) {
        var lines = new ArrayList<String>();
        profiles.forEach(profile -> lines.addAll(connection(profile)));
        lines.addAll(preferences(preferences));
        notices.forEach(notice -> lines.add(notice(notice)));
        return String.join("\n", lines);
    }

    private static List<String> connection(ConnectionProfile profile) {
        var advanced = profile.advanced();
        return List.of("Connection " + profile.connection().address() + " (" + word(profile.kind()) + ")",
                "  signs in with: " + word(profile.signIn()),
                "  opens without changes: " + yesOrNo(profile.readOnly()),
                "  own file of certificates: " + yesOrNo(profile.caFile().isPresent()),
                "  proxy: " + switch (profile.proxy()) {
                    case ProxyChoice.SystemWide _ -> "as the computer is set up";
                    case ProxyChoice.None _ -> "none";
                    case ProxyChoice.Manual(var host, var port, var user) -> host + ":" + port
                            + (user.isPresent() ? ", with a login" : ", without a login");
                },
                "  reopening: " + (advanced.reopenPatch() ? "with the assumed patch" : "not set up"),
                "  patches test what was read: " + yesOrNo(advanced.guard()),
                "  waits for a connection " + advanced.connectTimeout().toSeconds() + " s, for an answer "
                        + advanced.readTimeout().toSeconds() + " s, for a whole call "
                        + advanced.callTimeout().toSeconds() + " s");
    }

    private static List<String> preferences(Preferences now) {
        var thresholds = now.thresholds();
        return List.of("Colours: " + word(now.theme()), "Contrast: " + word(now.contrast()),
                "Rows: " + word(now.density()),
                "Texts: " + now.textPercent() + " % of their usual size",
                "Language: " + now.language().orElse("as the computer is set up"),
                "Dates and numbers: " + now.region().orElse("as the computer is set up"),
                "Looks at running runs every " + now.tickSeconds() + " s",
                "Calls a stage stalled after " + thresholds.stalledMinutes() + " min without a change",
                "Serious from " + thresholds.suspenseRecords() + " records in suspense",
                "Looks twice at a largest invoice of " + thresholds.largestInvoiceFactor() + " times the usual",
                "Looks twice at revenue " + thresholds.revenuePercent() + " % off the usual",
                "Looks twice at customers more than " + thresholds.varianceAmount() + " and "
                        + thresholds.variancePercent() + " % off their previous value",
                "Notices: " + yesOrNo(now.notices()) + ", on the desktop: " + yesOrNo(now.desktopNotifications()),
                "Holds distribution on production back for " + now.coolingOffSeconds() + " s",
                "Asks why changes are switched on: " + yesOrNo(now.unlockNeedsReason()));
    }

    private static String notice(SettingsNotice notice) {
        return switch (notice) {
            case SettingsNotice.SetAside(var file, var aside, var why) -> "Damaged, and renamed to "
                    + aside.getFileName() + ": " + file.getFileName() + " (" + why + ")";
            case SettingsNotice.Unreadable(var file, var why) -> "Could not be read: " + file.getFileName() + " ("
                    + why + ")";
            case SettingsNotice.BrokenConnection(var file, var name) -> "A connection could not be understood: " + name
                    + " in " + file.getFileName();
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String yesOrNo(boolean is) {
        return is ? "yes" : "no";
    }
}
