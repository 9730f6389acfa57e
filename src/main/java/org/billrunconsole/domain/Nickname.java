package org.billrunconsole.domain;

import java.util.regex.Pattern;

/** The contract's rule for an ad hoc run's nickname. It is checked on input only. */
public final class Nickname {

    /** The longest nickname, in characters. */
    public static final int MAX_LENGTH = 100;

    private static final Pattern ALLOWED = Pattern.compile("[a-zA-Z0-9\\p{L}\\s+/\\-._&#=,:@()]*");

    private Nickname() {}

    /** True if the server may be sent this text as a nickname. */
    public static boolean isValid(String text) {
        return !text.isBlank() && text.length() <= MAX_LENGTH && ALLOWED.matcher(text).matches();
    }

    public static void require(String text) {
        if (!isValid(text)) {
            throw new IllegalArgumentException("Not a nickname by the contract's rule: " + text);
        }
    }
}
