package org.billrunconsole.ui.kit.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.billrunconsole.domain.review.CycleComparison;
import org.billrunconsole.domain.review.CycleComparison.Point;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.PlainText;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.WrappedText;

/** The last runs of a cycle: a line drawn over each column of figures, and the figures below it, newest first. */
public final class CycleTable extends GridPane {

    private record Measure(String key, Function<Point, Optional<Double>> value, Function<Point, String> text) {}

    private final Messages messages;
    private final Formats formats;
    private CycleComparison shown = new CycleComparison(List.of());

    public CycleTable(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
        getStyleClass().add("cycle-table");
        for (var share : new double[]{28, 20, 17, 20, 15}) {
            var column = new ColumnConstraints();
            column.setPercentWidth(share);
            column.setHalignment(getColumnConstraints().isEmpty() ? HPos.LEFT : HPos.RIGHT);
            getColumnConstraints().add(column);
        }
        show(shown, Optional.empty());
    }

    /** Shows runs; nothing is shown of one that stands alone. */
    public void show(CycleComparison comparison, Optional<String> currency) {
        var several = comparison.points().size() > 1;
        setVisible(several);
        setManaged(several);
        if (!several || comparison.equals(shown)) {
            return;
        }
        shown = comparison;
        getChildren().clear();
        var measures = measures(currency);
        add(text(messages.get("cycle.run"), Styles.MUTED), 0, 0);
        for (int i = 0; i < measures.size(); i++) {
            var measure = measures.get(i);
            add(text(messages.get(measure.key()), Styles.MUTED), i + 1, 0);
            var line = new Sparkline();
            line.show(comparison.points().stream().map(measure.value()).flatMap(Optional::stream).toList(),
                    accessible(measure, comparison));
            add(line, i + 1, 1);
        }
        var row = 2;
        for (var point : comparison.points().reversed()) {
            addRow(row, point, measures, row == 2);
            row++;
        }
    }

    private void addRow(int row, Point point, List<Measure> measures, boolean own) {
        var style = own ? Styles.STRONG : Styles.MUTED;
        var cells = new ArrayList<String>();
        cells.add(point.label());
        measures.forEach(measure -> cells.add(measure.text().apply(point)));
        for (int i = 0; i < cells.size(); i++) {
            var cell = text(cells.get(i), style);
            cell.setAccessibleText(i == 0 ? String.join(", ", cells) : cells.get(i));
            add(cell, i, row);
        }
    }

    private List<Measure> measures(Optional<String> currency) {
        return List.of(
                new Measure("cycle.revenue", point -> number(point.figures().revenue()),
                        point -> point.figures().revenue().isEmpty() ? Formats.NONE
                                : formats.money(point.figures().revenue().getAsLong(), currency)),
                new Measure("cycle.suspense", point -> number(suspense(point)),
                        point -> suspense(point).isEmpty() ? Formats.NONE
                                : formats.number(suspense(point).getAsLong())),
                new Measure("cycle.largest", point -> point.figures().largestInvoice().map(Number::doubleValue),
                        point -> point.figures().largestInvoice().map(value -> formats.money(value.toBigInteger(),
                                currency)).orElse(Formats.NONE)),
                new Measure("cycle.worked", point -> point.seenWork().map(work -> (double) work.toSeconds()),
                        point -> point.seenWork().map(formats::duration).orElse(Formats.NONE)));
    }

    private String accessible(Measure measure, CycleComparison comparison) {
        return messages.get("cycle.accessible", messages.get(measure.key()), comparison.points().size(),
                measure.text().apply(comparison.points().getFirst()),
                measure.text().apply(comparison.points().getLast()));
    }

    private static OptionalLong suspense(Point point) {
        var usage = point.figures().usageSuspense();
        var rental = point.figures().rentalSuspense();
        return usage.isPresent() && rental.isPresent() ? OptionalLong.of(usage.getAsLong() + rental.getAsLong())
                : OptionalLong.empty();
    }

    private static Optional<Double> number(OptionalLong figure) {
        return figure.isPresent() ? Optional.of((double) figure.getAsLong()) : Optional.empty();
    }

    private static Label text(String words, String style) {
        var label = WrappedText.in(PlainText.in(new Label(words)));
        label.getStyleClass().addAll(style, "small");
        label.setMinWidth(0);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Region.USE_COMPUTED_SIZE);
        return label;
    }
}
