package org.billrunconsole.i18n;

import java.text.ChoiceFormat;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a text of a bundle wants to be filled with.
 *
 * @param used    the numbers of the arguments that stand in it
 * @param numeric those of them that have to be numbers
 */
record TextArguments(Set<Integer> used, Set<Integer> numeric) {

    /**
     * Reads a text as {@link Messages} does.
     *
     * @throws IllegalArgumentException if it cannot be read
     */
    static TextArguments of(String text) {
        var used = new TreeSet<Integer>();
        var numeric = new TreeSet<Integer>();
        read(text.replace("'", "''"), used, numeric);
        return new TextArguments(used, numeric);
    }

    /** How many arguments it takes. */
    int count() {
        return used.stream().mapToInt(index -> index + 1).max().orElse(0);
    }

    /** Whether none between the first and the last is left out. */
    boolean isWithoutGaps() {
        return used.size() == count();
    }

    /** What it says for a number as its every argument. */
    static String filled(String text, long number, int count) {
        var format = new MessageFormat(text.replace("'", "''"), Locale.UK);
        return format.format(Stream.generate(() -> number).limit(count).toArray());
    }

    private static void read(String pattern, Set<Integer> used, Set<Integer> numeric) {
        var format = new MessageFormat(pattern, Locale.UK);
        var byIndex = format.getFormatsByArgumentIndex();
        var here = new TreeSet<Integer>();
        for (int index = 0; index < byIndex.length; index++) {
            if (pattern.matches("(?s).*\\{" + index + "[,}].*")) {
                here.add(index);
                if (byIndex[index] != null) {
                    numeric.add(index);
                }
            }
        }
        used.addAll(here);
        // The cases of a choice are patterns themselves.
        for (var each : format.getFormats()) {
            if (each instanceof ChoiceFormat choice) {
                Stream.of(choice.getFormats())
                        .map(String.class::cast)
                        .filter(words -> words.contains("{"))
                        .forEach(words -> read(words, used, numeric));
            }
        }
    }
}
