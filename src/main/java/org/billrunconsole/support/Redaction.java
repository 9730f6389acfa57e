package org.billrunconsole.support;

import java.util.Locale;
import java.util.regex.Pattern;

/** Removes whatever looks like a secret from a text. */
public final class Redaction {

    private static final String MASK = "***";

    /** Two or three parts of URL-safe Base64; the first of a JWT begins with {@code eyJ}, which is an open brace. */
    private static final Pattern JWT = Pattern.compile("eyJ[A-Za-z0-9_-]{5,}(?:\\.[A-Za-z0-9_-]*){0,4}");
    private static final Pattern HEADER = Pattern.compile("(?i)\\b(bearer|basic)(\\s+)[A-Za-z0-9._~+/=-]{6,}");
    private static final Pattern NAMED = Pattern.compile(
            "(?i)(\"?\\b(?:password|passwd|secret|token)\"?\\s*[=:]\\s*)(\"(?:\\\\.|[^\"\\\\])*\"|[^\\s,;}\"]+)");
    private static final Pattern IN_ADDRESS = Pattern.compile("(\\w+://)[^/\\s:@]+:[^\\s@]+@");

    private Redaction() {}

    /** The text without its secrets. */
    public static String of(String text) {
        // Most lines hold none, and the four searches cost more than these.
        if (!mayHoldOne(text)) {
            return text;
        }
        var clean = JWT.matcher(text).replaceAll(MASK);
        clean = HEADER.matcher(clean).replaceAll("$1$2" + MASK);
        clean = NAMED.matcher(clean).replaceAll("$1" + MASK);
        return IN_ADDRESS.matcher(clean).replaceAll("$1" + MASK + "@");
    }

    private static boolean mayHoldOne(String text) {
        if (text.contains("eyJ") || text.contains("://")) {
            return true;
        }
        var lower = text.toLowerCase(Locale.ROOT);
        return lower.contains("bearer") || lower.contains("basic") || lower.contains("passw")
                || lower.contains("secret") || lower.contains("token");
    }
}
