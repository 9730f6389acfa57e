package org.billrunconsole.bench;

import java.util.ArrayList;
import java.util.List;

/** Outcomes as a table of Markdown whose columns also stand under each other as plain text. */
final class ResultTable {

    private static final List<String> HEAD = List.of("name", "value", "reference", "its value", "ratio", "goal", "met",
            "runs", "spread");

    private ResultTable() {}

    static String of(List<Outcome> outcomes) {
        var rows = new ArrayList<List<String>>();
        rows.add(HEAD);
        for (var outcome : outcomes) {
            outcome.figures().forEach(figure -> rows.add(row(figure)));
            outcome.missing()
                    .ifPresent(why -> rows.add(List.of(outcome.measurement(), "not measured: " + why.strip(), "", "",
                            "", "", "", "", "")));
        }
        // A reason is longer than any figure; its row alone goes out of line.
        var widths = new int[HEAD.size()];
        for (var row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = row.get(i).startsWith("not measured") ? widths[i]
                        : Math.max(widths[i], row.get(i).length());
            }
        }
        var text = new StringBuilder(line(HEAD, widths));
        text.append("|");
        for (int i = 0; i < widths.length; i++) {
            text.append(isText(i) ? "-".repeat(widths[i] + 2) : "-".repeat(widths[i] + 1) + ":").append("|");
        }
        text.append(System.lineSeparator());
        rows.subList(1, rows.size()).forEach(row -> text.append(line(row, widths)));
        return text.toString();
    }

    private static List<String> row(Figure figure) {
        return List.of(figure.name(), value(figure.value(), figure.unit()),
                figure.reference().map(Reference::name).orElse(""),
                figure.reference().map(reference -> value(reference.value(), figure.unit())).orElse(""),
                figure.ratio().isPresent() ? "%.2f".formatted(figure.ratio().getAsDouble()) : "",
                figure.goal().map(Goal::words).orElse(""), figure.met().map(met -> met ? "yes" : "NO").orElse(""),
                Integer.toString(figure.runs()), figure.runs() > 1 ? Figure.number(figure.spread()) : "");
    }

    private static String value(double value, String unit) {
        return (Figure.number(value) + " " + unit).strip();
    }

    private static String line(List<String> cells, int[] widths) {
        var line = new StringBuilder("|");
        for (int i = 0; i < widths.length; i++) {
            var cell = cells.get(i).replace("|", "\\|").replaceAll("\\s+", " ");
            var room = " ".repeat(Math.max(0, widths[i] - cell.length()));
            line.append(' ').append(isText(i) ? cell + room : room + cell).append(" |");
        }
        return line.append(System.lineSeparator()).toString();
    }

    private static boolean isText(int column) {
        return List.of("name", "reference", "goal", "met").contains(HEAD.get(column));
    }
}
