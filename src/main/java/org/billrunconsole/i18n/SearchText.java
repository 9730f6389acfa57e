package org.billrunconsole.i18n;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Texts as they are searched. Upper and lower case, accents, the kind of white space and characters that cannot be seen
 * make no difference, and none of it depends on the computer's locale: "Istanbul" finds "İSTANBUL" and "ıstanbul", and
 * "strasse" finds "Straße".
 */
public final class SearchText {

    /** Letters that Unicode takes for letters of their own, as people type them who do not have them. */
    private static final Map<Integer, String> OWN_LETTERS = Map.of((int) 'ø', "o", (int) 'đ', "d", (int) 'ħ', "h",
            (int) 'ł', "l", (int) 'æ', "ae", (int) 'œ', "oe", (int) 'þ', "th", (int) 'ð', "d", (int) 'ŧ', "t");

    /**
     * A part of a text.
     *
     * @param start index of its first character
     * @param end   index behind its last one
     */
    public record Span(int start, int end) {}

    private SearchText() {}

    /** The words of what was typed, as {@link #folded} has them; none if nothing can be seen of it. */
    public static List<String> words(String typed) {
        var folded = folded(typed).strip();
        return folded.isEmpty() ? List.of() : Stream.of(folded.split(" +")).distinct().toList();
    }

    /** Whether all words, as {@link #words} gives them, are in a text. */
    public static boolean isIn(String text, List<String> words) {
        var folded = words.isEmpty() ? "" : folded(text);
        return words.stream().allMatch(folded::contains);
    }

    /** The text without what makes no difference. */
    public static String folded(String text) {
        if (isPlain(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        var folded = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(point -> fold(point, folded));
        return folded.toString();
    }

    /** True for nearly all names there are: letters, digits and signs of ASCII, which fold one by one. */
    public static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) < ' ' || text.charAt(at) >= 0x7F) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether a plain text contains a word, without making another text of it.
     *
     * @param plain see {@link #isPlain}
     * @param word  as {@link #words} gives it
     */
    public static boolean isInPlain(String plain, String word) {
        int last = plain.length() - word.length();
        for (int start = 0; start <= last; start++) {
            int at = 0;
            while (at < word.length() && lower(plain.charAt(start + at)) == word.charAt(at)) {
                at++;
            }
            if (at == word.length()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Where words stand in a text as it is shown: from left to right, apart from one another, whole letters with what
     * stands on them.
     *
     * @param words as {@link #words} gives them
     */
    public static List<Span> found(String text, List<String> words) {
        if (words.isEmpty() || text.isEmpty()) {
            return List.of();
        }
        var folded = new StringBuilder(text.length() + 8);
        // For each character that is searched, the one it was made of.
        var origins = new int[0];
        for (int at = 0; at < text.length();) {
            int point = text.codePointAt(at);
            int before = folded.length();
            fold(point, folded);
            if (folded.length() > origins.length) {
                origins = Arrays.copyOf(origins, Math.max(folded.length() + 16, origins.length * 2));
            }
            Arrays.fill(origins, before, folded.length(), at);
            at += Character.charCount(point);
        }
        List<Span> found = new ArrayList<>();
        for (var word : words) {
            for (int at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length())) {
                int end = at + word.length();
                found.add(new Span(origins[at], behind(text, origins[end - 1])));
            }
        }
        return joined(found);
    }

    /** The end of a letter and of the marks that stand on it. */
    private static int behind(String text, int letter) {
        int end = letter + Character.charCount(text.codePointAt(letter));
        while (end < text.length() && isLeftOut(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static List<Span> joined(List<Span> found) {
        found.sort(Comparator.comparingInt(Span::start).thenComparingInt(Span::end));
        List<Span> joined = new ArrayList<>();
        for (var span : found) {
            if (!joined.isEmpty() && joined.getLast().end() >= span.start()) {
                var before = joined.removeLast();
                joined.add(new Span(before.start(), Math.max(before.end(), span.end())));
            } else {
                joined.add(span);
            }
        }
        return List.copyOf(joined);
    }

    private static void fold(int point, StringBuilder into) {
        if (point >= ' ' && point < 0x7F) {
            into.append(lower((char) point));
        } else if (Character.isWhitespace(point) || Character.isSpaceChar(point) || point == 0x85) {
            into.append(' ');
        } else if (!isLeftOut(point)) {
            Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD)
                    .codePoints()
                    .filter(each -> !isLeftOut(each))
                    .forEach(each -> into.append(letter(each)));
        }
    }

    /** In capitals in between, since some letters have one capital and two small forms, and some become two. */
    private static String letter(int point) {
        var small = Character.toString(point).toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(
                Locale.ROOT);
        return OWN_LETTERS.getOrDefault(small.codePointAt(0), small);
    }

    /** What cannot be seen, and accents; not the vowels of scripts that write them as marks of their own. */
    private static boolean isLeftOut(int point) {
        return switch (Character.getType(point)) {
            case Character.FORMAT -> true;
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> Character.UnicodeScript.of(
                    point) == Character.UnicodeScript.INHERITED;
            default -> false;
        };
    }

    private static char lower(char plain) {
        return plain >= 'A' && plain <= 'Z' ? (char) (plain + ('a' - 'A')) : plain;
    }
}
