package org.billrunconsole.ui.kit.look;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;

/** A small line of figures over time: its shape, not its values, is what it shows. */
public final class Sparkline extends Region {

    private static final double MARGIN = 4;
    private static final double DOT = 2.5;

    private final Polyline line = new Polyline();
    private final Circle last = new Circle(DOT);
    private List<Double> values = List.of();

    public Sparkline() {
        getStyleClass().add("sparkline");
        line.getStyleClass().add("sparkline-line");
        last.getStyleClass().add("sparkline-last");
        getChildren().addAll(line, last);
    }

    /** @param figures oldest first; fewer than two make no line */
    public void show(List<Double> figures, String accessible) {
        values = List.copyOf(figures);
        setAccessibleText(accessible);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        line.setVisible(values.size() > 1);
        last.setVisible(values.size() > 1);
        if (values.size() < 2) {
            return;
        }
        var least = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        var most = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        var span = most - least;
        var width = getWidth() - 2 * MARGIN;
        var height = getHeight() - 2 * MARGIN;
        var points = new Double[values.size() * 2];
        for (int i = 0; i < values.size(); i++) {
            points[2 * i] = MARGIN + width * i / (values.size() - 1);
            points[2 * i + 1] = MARGIN + (span == 0 ? height / 2 : height * (1 - (values.get(i) - least) / span));
        }
        line.getPoints().setAll(points);
        last.setCenterX(points[points.length - 2]);
        last.setCenterY(points[points.length - 1]);
    }
}
