package org.billrunconsole.domain;

import java.text.Normalizer;

/**
 * Makes text from elsewhere (a server's answer, an old journal) safe to show, log and copy: limits its length and
 * removes characters that break a line, reverse the direction of reading or cannot be seen. No other class knows which
 * characters those are.
 */
public final class DisplayText {

    /** The longest text on one line, in characters; the contract's longest, a nickname, has 100. */
    public static final int LONGEST_LINE = 200;

    /** The longest text of several lines, in characters. */
    public static final int LONGEST_TEXT = 100_000;

    /** What stands for a character that must not be shown. */
    public static final char REPLACEMENT = '\uFFFD';

    /** First strong isolate, and the end of it. */
    private static final String ISOLATES = "\u2068\u2069";
    private static final String AROUND_ISOLATES = "(?<=[" + ISOLATES + "])|(?=[" + ISOLATES + "])";

    /** Written languages put up to half a dozen on a letter; ten thousand keep the layout busy for a minute. */
    private static final int MOST_MARKS = 8;

    /** What spreadsheets take for the beginning of a formula, wide forms included. */
    private static final String BEGINS_A_FORMULA = "=+-@＝＋－＠";

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private DisplayText() {}

    /** The text on one line of at most {@link #LONGEST_LINE} characters: breaks and tabs are spaces. */
    public static String line(String text) {
        return line(text, LONGEST_LINE);
    }

    /** @param longest in characters */
    public static String line(String text, int longest) {
        return shown(text, longest, false);
    }

    /** The text with its line breaks and tabs, at most {@link #LONGEST_TEXT} characters. */
    public static String lines(String text) {
        return shown(text.replace("\r\n", "\n"), LONGEST_TEXT, true);
    }

    /**
     * The same for a text that this program has put together of its own words and others': the marks with which it
     * keeps foreign text from turning the sentence around stay, if each that opens is closed.
     */
    public static String sentences(String text) {
        if (!isIsolated(text)) {
            return lines(text);
        }
        var shown = new StringBuilder(text.length());
        for (var part : text.split(AROUND_ISOLATES)) {
            shown.append(part.length() == 1 && ISOLATES.indexOf(part.charAt(0)) >= 0 ? part : lines(part));
        }
        return shown.length() <= LONGEST_TEXT ? shown.toString() : lines(text);
    }

    /** True if it has such marks, and as many that close as open, in their order. */
    private static boolean isIsolated(String text) {
        int open = 0;
        for (int at = 0; at < text.length(); at++) {
            open += text.charAt(at) == ISOLATES.charAt(0) ? 1 : text.charAt(at) == ISOLATES.charAt(1) ? -1 : 0;
            if (open < 0) {
                return false;
            }
        }
        return open == 0 && text.indexOf(ISOLATES.charAt(0)) >= 0;
    }

    /** True if nothing can be seen of the text: it is empty, or white space of any kind. */
    public static boolean isBlank(String text) {
        return text.codePoints().allMatch(DisplayText::isSpace);
    }

    /** True if a person can type the text as {@link #line} shows it: it is not blank, not cut and fully visible. */
    public static boolean isTypeable(String text) {
        return !isBlank(text) && text.length() < LONGEST_LINE && text.indexOf(REPLACEMENT) < 0
                && line(text).equals(text);
    }

    /**
     * True if a person has typed what is shown. White space counts as one space whatever its kind, and a letter with an
     * accent is the same in one character or in two, since neither can be seen; upper and lower case can.
     */
    public static boolean isTyped(String typed, String shown) {
        return asTyped(typed).equals(asTyped(shown));
    }

    /** True if a spreadsheet would calculate with the text, or act on it, instead of showing it. */
    public static boolean isFormula(String text) {
        if (text.isEmpty() || text.charAt(0) == '\t' || text.charAt(0) == '\r') {
            return !text.isEmpty();
        }
        return text.codePoints()
                .dropWhile(point -> isSpace(point) || isUnseen(point))
                .limit(1)
                .anyMatch(point -> BEGINS_A_FORMULA.indexOf(point) >= 0);
    }

    private static String asTyped(String text) {
        var plain = new StringBuilder();
        var normal = Normalizer.normalize(text, Normalizer.Form.NFC);
        normal.codePoints().filter(point -> !isUnseen(point)).forEach(point -> {
            if (!isSpace(point)) {
                plain.appendCodePoint(point);
            } else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
            }
        });
        return plain.toString().stripTrailing();
    }

    private static String shown(String text, int longest, boolean breaks) {
        if (text.length() <= longest && isPlain(text)) {
            return text;
        }
        var shown = new StringBuilder(Math.min(text.length(), longest));
        int marks = 0;
        for (int at = 0; at < text.length();) {
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            marks = isMark(point) ? marks + 1 : 0;
            if (marks > MOST_MARKS) {
                continue;
            }
            int length = shown.length();
            append(shown, point, breaks);
            if (shown.length() > longest) {
                shown.setLength(length < longest ? length : longest - 1);
                return cut(shown);
            }
        }
        return shown.toString();
    }

    private static String cut(StringBuilder shown) {
        if (!shown.isEmpty() && Character.isHighSurrogate(shown.charAt(shown.length() - 1))) {
            shown.setLength(shown.length() - 1);
        }
        return shown.append('…').toString();
    }

    private static void append(StringBuilder shown, int point, boolean breaks) {
        if (breaks && (point == '\n' || point == '\t')) {
            shown.append((char) point);
        } else if (isBreak(point)) {
            shown.append(' ');
        } else if (isHidden(point)) {
            shown.append(REPLACEMENT);
        } else {
            shown.appendCodePoint(point);
        }
    }

    /** True for nearly all text there is: printable ASCII, which needs no second look. */
    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) < ' ' || text.charAt(at) >= 0x7F) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBreak(int point) {
        return point >= '\t' && point <= '\r' || point == 0x85 || point == 0x2028 || point == 0x2029;
    }

    private static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE -> true;
            // The joiners shape letters of some languages and cannot do harm; the others turn text around or hide.
            case Character.FORMAT -> point != ZERO_WIDTH_JOINER && point != ZERO_WIDTH_NON_JOINER;
            default -> isFiller(point);
        };
    }

    /** Letters and symbols that have no shape. */
    private static boolean isFiller(int point) {
        return point == 0x115F || point == 0x1160 || point == 0x3164 || point == 0xFFA0 || point == 0x2800
                || point == 0x034F;
    }

    private static boolean isMark(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isSpace(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) || isBreak(point);
    }

    private static boolean isUnseen(int point) {
        return Character.getType(point) == Character.FORMAT || point >= 0xFE00 && point <= 0xFE0F;
    }
}
