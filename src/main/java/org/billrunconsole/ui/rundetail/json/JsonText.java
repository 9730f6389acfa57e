package org.billrunconsole.ui.rundetail.json;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.billrunconsole.domain.DisplayText;

/**
 * A run's JSON.
 *
 * @param whole as it is copied and saved
 * @param lines as they are shown: each can be shown safely, and none is longer than anybody reads
 */
record JsonText(String whole, List<String> lines) {

    static final JsonText NONE = new JsonText("", List.of());

    /** Far longer than any field of the contract, and no burden for the window. */
    static final int LONGEST_LINE = 2_000;

    JsonText {
        lines = List.copyOf(lines);
    }

    static JsonText of(String whole) {
        return new JsonText(whole, whole.lines().map(line -> DisplayText.line(line, LONGEST_LINE)).toList());
    }

    /**
     * Where a text stands, in whatever case, from top to bottom; those it overlaps are left out.
     *
     * @param text    empty to find nothing
     * @param stopped asked every now and then whether anybody still wants to know
     */
    List<Match> find(String text, BooleanSupplier stopped) {
        var found = new ArrayList<Match>();
        for (int line = 0; line < lines.size() && !text.isEmpty() && !stopped.getAsBoolean(); line++) {
            var shown = lines.get(line);
            for (int at = 0; at + text.length() <= shown.length();) {
                if (shown.regionMatches(true, at, text, 0, text.length())) {
                    found.add(new Match(line, at, at + text.length()));
                    at += text.length();
                } else {
                    at++;
                }
            }
        }
        return found;
    }

    /**
     * A place where a searched text stands.
     *
     * @param line from 0
     * @param from its first character in the line
     * @param to   the first one behind it
     */
    record Match(int line, int from, int to) implements Comparable<Match> {

        @Override
        public int compareTo(Match other) {
            return line == other.line ? Integer.compare(from, other.from) : Integer.compare(line, other.line);
        }
    }
}
