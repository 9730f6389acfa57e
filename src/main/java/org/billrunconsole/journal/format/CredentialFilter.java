package org.billrunconsole.journal.format;

import java.util.regex.Pattern;

/**
 * Removes what looks like a credential from free text. No part of the console puts one into an entry, but a server may
 * quote the request in its error text and an operator may paste anything as a reason; the journal is copied and sent
 * around. Names are not free text: "Basic monthly 2026" is a nickname.
 */
final class CredentialFilter {

    private static final String REMOVED = "[removed]";
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+\\.[\\w-]*\\.?[\\w-]*");
    private static final Pattern SCHEME = Pattern.compile("(?i)\\b(Bearer|Basic)\\s+[\\w.~+/=-]{6,}");

    private CredentialFilter() {}

    /** The text without tokens. */
    static String of(String text) {
        var withoutScheme = SCHEME.matcher(text).replaceAll("$1 [removed]");
        return TOKEN.matcher(withoutScheme).replaceAll(REMOVED);
    }
}
