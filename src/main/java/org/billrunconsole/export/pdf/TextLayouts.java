package org.billrunconsole.export.pdf;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.billrunconsole.domain.DisplayText;

/** Breaks text into lines. */
final class TextLayouts {

    /**
     * Neighbouring words of a line that are drawn in one way.
     *
     * @param outline of a script that the embedded fonts do not have
     */
    record Piece(String text, float width, Optional<OutlinedText> outline) {}

    /** A line, and how to draw it. */
    record Line(List<Piece> pieces, TextStyle style) {

        float width() {
            return (float) pieces.stream().mapToDouble(Piece::width).sum();
        }
    }

    /** No line of a page holds more letters; what is longer need not be measured to be too wide. */
    private static final int MOST_IN_LINE = 500;

    private static final String ISOLATES = "[\u2066-\u2069]";

    private final EmbeddedFont regular;
    private final EmbeddedFont strong;

    TextLayouts(EmbeddedFont regular, EmbeddedFont strong) {
        this.regular = regular;
        this.strong = strong;
    }

    EmbeddedFont font(TextStyle style) {
        return style.strong() ? strong : regular;
    }

    /** The text in lines no wider than that, in points; a word that is wider is broken. */
    List<Line> lines(String text, TextStyle style, float width) {
        var lines = new ArrayList<Line>();
        // Each line finds its direction by itself: what keeps foreign text apart in a sentence has no shape.
        for (var paragraph : DisplayText.lines(text.replaceAll(ISOLATES, "")).replace("\t", "    ").split("\n", -1)) {
            var line = new StringBuilder();
            var isFirst = true;
            for (var word : paragraph.split(" ", -1)) {
                var longer = isFirst ? word : line + " " + word;
                if (measured(longer, style) <= width) {
                    line.replace(0, line.length(), longer);
                } else {
                    if (!line.isEmpty()) {
                        lines.add(line(line.toString(), style));
                    }
                    line.replace(0, line.length(), broken(word, style, width, lines));
                }
                isFirst = false;
            }
            lines.add(line(line.toString(), style));
        }
        return lines;
    }

    /** Adds what fills whole lines of a word, and gives the rest. */
    private String broken(String word, TextStyle style, float width, List<Line> lines) {
        var rest = word;
        while (rest.length() > MOST_IN_LINE || measured(rest, style) > width) {
            var letters = BreakIterator.getCharacterInstance(Locale.ROOT);
            letters.setText(rest);
            var end = letters.next();
            for (var next = letters.next(); next != BreakIterator.DONE
                    && measured(rest.substring(0, next), style) <= width; next = letters.next()) {
                end = next;
            }
            if (end >= rest.length()) {
                return rest;
            }
            lines.add(line(rest.substring(0, end), style));
            rest = rest.substring(end);
        }
        return rest;
    }

    /** The text as one line, cut to a width with an ellipsis. */
    Line cut(String text, TextStyle style, float width) {
        var all = lines(text, style, width);
        return all.size() == 1 ? all.getFirst()
                : lines(text, style, width - font(style).width("…", style.size())).stream()
                        .findFirst()
                        .map(first -> line(text(first) + "…", style))
                        .orElseThrow();
    }

    static String text(Line line) {
        return String.join("", line.pieces().stream().map(Piece::text).toList());
    }

    private float measured(String text, TextStyle style) {
        return line(text, style).width();
    }

    private Line line(String text, TextStyle style) {
        if (font(style).has(text)) {
            return new Line(List.of(new Piece(text, font(style).width(text, style.size()), Optional.empty())), style);
        }
        var pieces = new ArrayList<Piece>();
        var words = text.split(" ", -1);
        for (var from = 0; from < words.length;) {
            var isOwn = font(style).has(words[from]);
            var to = from + 1;
            while (to < words.length && font(style).has(words[to]) == isOwn) {
                to++;
            }
            var together = String.join(" ", List.of(words).subList(from, to));
            pieces.add(isOwn ? own(together, style) : outlined(together, style));
            if (to < words.length) {
                pieces.add(own(" ", style));
            }
            from = to;
        }
        return new Line(List.copyOf(pieces), style);
    }

    private Piece own(String text, TextStyle style) {
        return new Piece(text, font(style).width(text, style.size()), Optional.empty());
    }

    private static Piece outlined(String text, TextStyle style) {
        var outline = OutlinedText.of(text, style);
        return new Piece(text, outline.width(), Optional.of(outline));
    }
}
