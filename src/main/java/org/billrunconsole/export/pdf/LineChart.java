package org.billrunconsole.export.pdf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/**
 * A value over time, to be drawn.
 *
 * @param title  what it is
 * @param points oldest first
 * @param value  a value in words
 * @param time   a time in words
 */
public record LineChart(String title, List<Point> points, DoubleFunction<String> value,
        Function<Instant, String> time) {

    /** From then on it was that. */
    public record Point(Instant when, double value) {}

    public LineChart {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("A chart of nothing");
        }
    }

    double least() {
        return points.stream().mapToDouble(Point::value).min().orElseThrow();
    }

    double most() {
        return points.stream().mapToDouble(Point::value).max().orElseThrow();
    }

    /** How high a value stands: 0 for the least, 1 for the most, the middle where all are one. */
    double height(double value) {
        return most() == least() ? 0.5 : (value - least()) / (most() - least());
    }

    /** How far to the right a time stands: 0 for the first point, 1 for the last. */
    double place(Instant when) {
        var first = points.getFirst().when();
        var whole = Duration.between(first, points.getLast().when()).toMillis();
        return whole == 0 ? 0 : (double) Duration.between(first, when).toMillis() / whole;
    }
}
