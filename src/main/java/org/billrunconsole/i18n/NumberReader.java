package org.billrunconsole.i18n;

import java.text.DecimalFormatSymbols;
import java.text.Normalizer;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Reads a whole number as people of a region write it, or copy it from a page or a sheet: with what stands between their
 * thousands, with spaces that do not break, with digits of another script. It never guesses: what stands between
 * thousands elsewhere is a decimal point here, and then it is no whole number.
 */
public final class NumberReader {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern SIGNS = Pattern.compile("[\\u2212\\u2010-\\u2012\\uFE63\\uFF0D]");
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,18}");

    private final Pattern grouped;

    public NumberReader(Locale region) {
        var between = DecimalFormatSymbols.getInstance(region).getGroupingSeparator();
        // Apostrophes are typed straight and written round; nobody types a space that does not break.
        var separators = between == '\'' || between == '\u2019' ? "['\u2019]"
                : Character.isSpaceChar(between) ? " " : "[" + Pattern.quote(String.valueOf(between)) + "]";
        grouped = Pattern.compile("[+-]?\\d{1,3}((?:" + separators + "| )\\d{3})+");
    }

    /** The number; empty if it is none, or one that cannot be told from another. */
    public OptionalLong read(String text) {
        var written = SPACES.matcher(UNSEEN.matcher(latin(text)).replaceAll("")).replaceAll(" ").strip();
        if (grouped.matcher(written).matches()) {
            written = written.replaceAll("[^\\d+-]", "");
        }
        return PLAIN.matcher(written).matches() ? OptionalLong.of(Long.parseLong(written)) : OptionalLong.empty();
    }

    private static String latin(String text) {
        var signed = SIGNS.matcher(text).replaceAll("-");
        var latin = new StringBuilder();
        signed.codePoints().forEach(point -> {
            if (Character.isDigit(point)) {
                latin.append(Character.digit(point, 10));
            } else {
                latin.appendCodePoint(point);
            }
        });
        return Normalizer.normalize(latin, Normalizer.Form.NFC);
    }
}
