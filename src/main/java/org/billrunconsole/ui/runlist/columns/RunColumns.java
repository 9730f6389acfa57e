package org.billrunconsole.ui.runlist.columns;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableView;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.look.HeaderWidth;
import org.billrunconsole.ui.runlist.rows.ListRow;
import org.billrunconsole.ui.runlist.rows.RowFacts;
import org.billrunconsole.ui.runlist.rows.RowOrder;
import org.billrunconsole.ui.runlist.rows.RunFilter;

/**
 * The columns of the two tables. Every column's value is all that is known of the run, so that a cell follows it in
 * place.
 */
public final class RunColumns {

    private static final double LEAST_WIDTH = 56;
    private static final double USUAL_WIDTH = 112;

    private static final Map<String, Double> WIDTHS = Map.ofEntries(Map.entry("name", 152.0), Map.entry("cycle", 96.0),
            Map.entry("period", 142.0), Map.entry("nickname", 138.0), Map.entry("invoice-date", 98.0),
            Map.entry("status", 94.0), Map.entry("stage", 164.0), Map.entry("revenue", 104.0),
            Map.entry("suspense", 74.0), Map.entry("products", 70.0), Map.entry("id", 72.0),
            Map.entry("largest-invoice", 118.0), Map.entry("deadline", 160.0), Map.entry("flags", 118.0));

    private static final Map<RunKind, Set<String>> SHOWN = Map.of(
            RunKind.REGULAR,
            Set.of("name", "cycle", "period", "invoice-date", "status", "stage", "revenue", "suspense"),
            RunKind.ADHOC,
            Set.of("name", "nickname", "created", "invoice-date", "status", "stage", "revenue", "products"));

    private static final Set<String> MUTED = Set.of("cycle", "flags");

    /** Those that show what is searched for any part of; see {@link RunFilter}. */
    private static final Set<String> SEARCHED = Set.of("name", "sortable-name", "cycle", "nickname", "id",
            "largest-customer");

    private final ColumnFields fields;
    private final RunTexts texts;
    private final Messages messages;
    private final Sentences sentences;
    private final ObservableValue<List<String>> searched;

    /** @param searched the words that are searched for */
    public RunColumns(ColumnFields fields, RunTexts texts, Messages messages, Sentences sentences,
            ObservableValue<List<String>> searched) {
        this.searched = searched;
        this.fields = fields;
        this.texts = texts;
        this.messages = messages;
        this.sentences = sentences;
    }

    /** Every column of a kind; those that few want are hidden until somebody shows them. */
    public List<RunColumn> of(RunKind kind) {
        return fields.of(kind).stream().map(field -> {
            var column = column(field);
            var words = Math.max(HeaderWidth.of(column.getText()), field.id().equals("status") ? pills() : 0);
            column.setPrefWidth(Math.max(WIDTHS.getOrDefault(field.id(), USUAL_WIDTH), words));
            // Whatever an earlier start in another language has remembered, header and status can be read.
            column.setMinWidth(Math.max(LEAST_WIDTH, words));
            column.setVisible(SHOWN.getOrDefault(kind, Set.of()).contains(field.id()));
            return column;
        }).toList();
    }

    /** How wide the longest of the usual statuses is, in its pill and its cell. */
    private double pills() {
        return Stream.of(RunStatus.Known.values())
                .mapToDouble(status -> HeaderWidth.ofPill(sentences.status(status)))
                .max()
                .orElse(0);
    }

    /** What the rows of a kind can be grouped by. */
    public List<RowOrder.Grouping> groupings(RunKind kind) {
        return fields.groupings(kind);
    }

    /** A row as a screen reader says it: what each column that is shown says, in the order in which they stand. */
    public String spoken(TableView<ListRow> table, RowFacts facts) {
        return table.getVisibleLeafColumns()
                .stream()
                .filter(RunColumn.class::isInstance)
                .map(column -> ((RunColumn) column).field())
                .map(field -> messages.get("row.spoken", field.title(), texts.text(field.value().apply(facts))))
                .collect(Collectors.joining(", "));
    }

    /** How their values are written. */
    public RunTexts texts() {
        return texts;
    }

    private RunColumn column(RunField field) {
        return switch (field.id()) {
            case "status" -> new RunColumn(field, () -> new StatusCell<>(sentences));
            case "stage" -> new RunColumn(field, () -> new StageCell<>(fields::look));
            case "name" -> styled(new RunColumn(field, () -> cell(field, Styles.STRONG).flagging(messages)),
                    Styles.STRONG);
            default -> {
                var styles = field.isNumeric() ? new String[]{Styles.NUMERIC}
                        : MUTED.contains(field.id()) ? new String[]{Styles.MUTED} : new String[0];
                yield styled(new RunColumn(field, () -> cell(field, styles)), styles);
            }
        };
    }

    private TextCell<ListRow> cell(RunField field, String... styles) {
        var cell = new TextCell<ListRow>(facts -> texts.shown(field.value().apply(facts)),
                facts -> fields.warns(field.id(), facts), styles);
        return SEARCHED.contains(field.id()) ? cell.marking(searched) : cell;
    }

    private static RunColumn styled(RunColumn column, String... styles) {
        column.getStyleClass().addAll(styles);
        return column;
    }
}
