package org.billrunconsole.ui.runlist;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.export.Cell;
import org.billrunconsole.export.Column;
import org.billrunconsole.export.ExportTable;
import org.billrunconsole.export.Line;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.export.ExportSource;
import org.billrunconsole.ui.runlist.columns.GroupWords;
import org.billrunconsole.ui.runlist.columns.RunColumn;
import org.billrunconsole.ui.runlist.rows.GroupRow;
import org.billrunconsole.ui.runlist.rows.RowFacts;

/**
 * A list of runs as it can be saved: the columns that are shown, and all rows that are, each group of them below its
 * heading, whether or not it is collapsed; or those rows that are chosen, without headings.
 */
final class RunListExport implements ExportSource {

    private static final Set<String> MONEY = Set.of("revenue", "largest-invoice");

    private final RunListViewModel model;
    private final Supplier<List<RunColumn>> columns;
    private final GroupWords groupWords;
    private final Messages messages;

    /** @param columns those that are shown, from left to right */
    RunListExport(RunListViewModel model, Supplier<List<RunColumn>> columns, GroupWords groupWords,
            Messages messages) {
        this.model = model;
        this.columns = columns;
        this.groupWords = groupWords;
        this.messages = messages;
    }

    @Override
    public String fileName() {
        return messages.get(model.kind() == RunKind.REGULAR ? "export.file.regular" : "export.file.adhoc");
    }

    @Override
    public int shown() {
        return model.shown().size();
    }

    @Override
    public int chosen() {
        return model.chosenProperty().get().size();
    }

    @Override
    public boolean canChoose() {
        return true;
    }

    @Override
    public Supplier<ExportTable> table(boolean chosenOnly) {
        var name = messages.get(model.kind() == RunKind.REGULAR ? "shell.tab.regular" : "shell.tab.adhoc");
        var shown = columns.get();
        var titles = shown.stream().map(this::column).toList();
        var values = shown.stream().map(RunColumn::value).toList();
        var rows = chosenOnly ? model.listedChosen() : model.listed();
        var headings = (chosenOnly ? List.<GroupRow.Group>of() : model.groups()).stream().map(this::heading).toList();
        return () -> new ExportTable(name, titles, new Lines(rows.get(), values, headings), headings.size());
    }

    /** Words alone, as in the table: a sum among the amounts would be added up with them. */
    private Heading heading(GroupRow.Group group) {
        return new Heading(group.runs(), new Line.Heading(List.of(Cell.text(String.join(" · ", groupWords.name(group),
                groupWords.sums(group))))));
    }

    private Column column(RunColumn column) {
        return new Column(column.getText(), MONEY.contains(column.getId())
                ? Optional.of(messages.get("export.currency", column.getText()))
                : Optional.empty());
    }

    /** What stands above so many rows. */
    private record Heading(int rows, Line.Heading line) {}

    /** The rows as lines, each made when it is asked for. */
    private static final class Lines extends AbstractList<Line> {

        private final List<RowFacts> rows;
        private final List<Function<RowFacts, Cell>> values;
        private final List<Heading> headings;
        /** The place of each heading among the lines. */
        private final int[] places;

        Lines(List<RowFacts> rows, List<Function<RowFacts, Cell>> values, List<Heading> headings) {
            this.rows = rows;
            this.values = values;
            this.headings = headings;
            places = new int[headings.size()];
            for (int i = 1; i < places.length; i++) {
                places[i] = places[i - 1] + 1 + headings.get(i - 1).rows();
            }
        }

        @Override
        public Line get(int place) {
            var found = Arrays.binarySearch(places, place);
            if (found >= 0) {
                return headings.get(found).line();
            }
            var headingsAbove = -found - 1;
            var facts = rows.get(place - headingsAbove);
            return new Line.Row(values.stream().map(value -> value.apply(facts)).toList());
        }

        @Override
        public int size() {
            return rows.size() + headings.size();
        }
    }
}
