package org.billrunconsole.ui.rundetail.part;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Run;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.runs.review.RunAnalysis;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.WrappedText;
import org.billrunconsole.ui.kit.look.Sparkline;

/** Sparklines of revenue and suspense: over the time this run was watched, and over the runs before it. */
public final class TrendLines {

    private static final int RUNS = 12;

    private final Messages messages;
    private final RunAnalysis analysis;
    private final List<Graph> graphs;

    public TrendLines(GridPane grid, Messages messages, RunAnalysis analysis) {
        this.messages = messages;
        this.analysis = analysis;
        graphs = Stream.of("trend.revenue", "trend.suspense", "trend.revenue.runs", "trend.suspense.runs")
                .map(Graph::new)
                .toList();
        FactsGrid.halve(grid);
        for (int i = 0; i < graphs.size(); i++) {
            grid.add(graphs.get(i), i % 2, i / 2);
        }
    }

    public void show(Run run) {
        var trend = analysis.history(run.key()).trend();
        graphs.get(0).show(trend.stream()
                .filter(point -> point.revenue().isPresent())
                .map(point -> (double) point.revenue().getAsLong())
                .toList());
        graphs.get(1).show(trend.stream()
                .filter(point -> point.suspense().isPresent())
                .map(point -> (double) point.suspense().getAsLong())
                .toList());
        var before = Stream.concat(analysis.before(run, RUNS).stream(), Stream.of(run)).toList();
        graphs.get(2).show(before.stream()
                .filter(each -> each.revenue().isPresent())
                .map(each -> (double) each.revenue().getAsLong())
                .toList());
        graphs.get(3).show(before.stream().map(TrendLines::suspense).flatMap(Optional::stream).toList());
    }

    private static Optional<Double> suspense(Run run) {
        return run instanceof BillRun regular && regular.suspense().isPresent()
                ? Optional.of((double) regular.suspense().getAsLong())
                : Optional.empty();
    }

    /** A line with its name; gone where there is nothing to draw. */
    private final class Graph extends VBox {

        private final String name;
        private final Sparkline line = new Sparkline();
        private List<Double> shown = List.of();

        private Graph(String key) {
            name = messages.get(key);
            var title = WrappedText.in(new Label(name));
            title.setMinHeight(USE_PREF_SIZE);
            title.getStyleClass().add("fact-name");
            getStyleClass().add(Styles.FACT);
            getChildren().addAll(title, line);
            appear(this, false);
        }

        private void show(List<Double> values) {
            if (!values.equals(shown)) {
                shown = values;
                line.show(values, name);
                appear(this, values.size() > 1);
            }
        }

        private static void appear(Node node, boolean shown) {
            node.setVisible(shown);
            node.setManaged(shown);
        }
    }
}
