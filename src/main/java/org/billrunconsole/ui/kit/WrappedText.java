package org.billrunconsole.ui.kit;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.control.Labeled;

/**
 * Shows text on several lines also where it is read from right to left. JavaFX 26 throws while it lays a window out if it
 * must break a line inside a run of such text and the run does not end where the line does; so runs are kept short. What
 * is put between them cannot be seen and does not change the order of words.
 */
public final class WrappedText {

    /** As long as a run gets, in characters; a word that is longer is cut into several. */
    private static final int LONGEST_RUN = 16;

    private static final String RIGHT_TO_LEFT_ISOLATE = "\u2067";
    private static final String POP_ISOLATE = "\u2069";
    private static final String LEFT_TO_RIGHT_MARK = "\u200E";

    /** Between the marks that already keep a piece of text in itself. */
    private static final Pattern PIECES = Pattern.compile("(?<=[\u2066-\u2069])|(?=[\u2066-\u2069])");

    private WrappedText() {}

    /** For a label, whose texts are to be on several lines from now on; not for one whose text is bound. */
    public static <T extends Labeled> T in(T label) {
        label.setWrapText(true);
        label.textProperty().subscribe(text -> {
            if (!label.textProperty().isBound() && text != null && !isBreakable(text)) {
                label.setText(breakable(text));
            }
        });
        return label;
    }

    /** The text with runs from right to left that are short enough; itself if there is none. */
    static String breakable(String text) {
        return text.codePoints().noneMatch(WrappedText::isRightToLeft) ? text
                : PIECES.splitAsStream(text).map(WrappedText::piece).collect(Collectors.joining());
    }

    private static boolean isBreakable(String text) {
        return text.contains(RIGHT_TO_LEFT_ISOLATE) || text.codePoints().noneMatch(WrappedText::isRightToLeft);
    }

    private static String piece(String text) {
        var points = text.codePoints().toArray();
        int first = 0;
        int last = points.length - 1;
        while (first < points.length && !isRightToLeft(points[first])) {
            first++;
        }
        if (first == points.length) {
            return text;
        }
        while (!isRightToLeft(points[last])) {
            last--;
        }
        return new String(points, 0, first) + RIGHT_TO_LEFT_ISOLATE + inShortRuns(points, first, last)
                + POP_ISOLATE + new String(points, last + 1, points.length - last - 1);
    }

    private static String inShortRuns(int[] points, int first, int last) {
        var runs = new StringBuilder();
        int length = 0;
        for (int at = first; at <= last; at++) {
            // Beside a digit or a Latin letter a run ends anyway, and the mark would become part of the next.
            var letters = at > first + 1 && isRightToLeft(points[at]);
            if (letters && (Character.isWhitespace(points[at - 1]) && isRightToLeft(points[at - 2])
                    || length >= LONGEST_RUN && isRightToLeft(points[at - 1]))) {
                runs.append(LEFT_TO_RIGHT_MARK);
                length = 0;
            }
            runs.appendCodePoint(points[at]);
            length++;
        }
        return runs.toString();
    }

    private static boolean isRightToLeft(int point) {
        return switch (Character.getDirectionality(point)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> true;
            default -> false;
        };
    }
}
