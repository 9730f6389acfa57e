package org.billrunconsole.ui.kit.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Path;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.billrunconsole.i18n.SearchText.Span;
import org.billrunconsole.ui.kit.Styles;

/**
 * One line of text with marks behind some of its letters. Where there is no room for all of it, it ends with dots, as a
 * label's does. It stands in the middle of its height. The text stays one text, so that scripts that join letters or run from right to left are drawn right.
 */
public final class MarkedText extends Region {

    private static final String ELLIPSIS = "…";

    private final ObservableValue<Font> font;
    private final ObservableValue<Paint> fill;
    private final Path ground = new Path();
    private final TextFlow flow = new TextFlow();
    private final Text measure = new Text();
    private String text = "";
    private List<Span> marks = List.of();
    private String drawn = "";
    private Optional<? extends Node> tail = Optional.empty();
    private final double gap;

    /**
     * @param font what the text is drawn in
     * @param fill what it is drawn with
     * @param gap  between the text and what stands behind it, in pixels
     */
    public MarkedText(ObservableValue<Font> font, ObservableValue<Paint> fill, double gap) {
        this.gap = gap;
        this.font = font;
        this.fill = fill;
        getStyleClass().add(Styles.MARKED);
        ground.getStyleClass().add(Styles.MARK_GROUND);
        ground.setManaged(false);
        flow.setManaged(false);
        measure.fontProperty().bind(font);
        measure.fontProperty().subscribe(this::requestLayout);
        getChildren().setAll(ground, flow);
    }

    /**
     * Shows a text.
     *
     * @param marked the parts with marks, from left to right and apart
     * @param behind what stands behind it
     */
    public void show(String now, List<Span> marked, Optional<? extends Node> behind) {
        tail = behind;
        var children = new ArrayList<Node>(List.of(ground, flow));
        tail.ifPresent(children::add);
        getChildren().setAll(children);
        if (!now.equals(text) || !marked.equals(marks)) {
            text = now;
            marks = List.copyOf(marked);
            drawn = "";
            requestLayout();
        }
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.ceil(widthOf(text)) + tailWidth();
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(measure.getLayoutBounds().getHeight());
    }

    @Override
    protected void layoutChildren() {
        var fitting = fitting(getWidth() - tailWidth());
        if (!fitting.equals(drawn)) {
            drawn = fitting;
            flow.getChildren().setAll(runs(fitting));
        }
        var line = Math.ceil(measure.getLayoutBounds().getHeight());
        var top = snapPositionY((getHeight() - line) / 2);
        flow.resizeRelocate(0, top, Math.ceil(widthOf(drawn)) + 1, line);
        flow.layout();
        ground.setLayoutY(top);
        ground.getElements().clear();
        for (var mark : marks) {
            int end = Math.min(mark.end(), shownLength());
            if (mark.start() < end) {
                ground.getElements().addAll(flow.getRangeShape(mark.start(), end, false));
            }
        }
        tail.ifPresent(node -> {
            node.autosize();
            var left = Math.min(Math.ceil(widthOf(drawn)) + gap, getWidth() - tailWidth() + gap);
            node.relocate(snapPositionX(left), snapPositionY((getHeight() - node.prefHeight(-1)) / 2));
        });
    }

    private double tailWidth() {
        return tail.map(node -> Math.ceil(node.prefWidth(-1)) + gap).orElse(0.0);
    }

    /** As much of the text as there is room for. */
    private String fitting(double width) {
        if (widthOf(text) <= width + 0.5) {
            return text;
        }
        int fits = 0;
        for (int low = 0, high = text.length(); low <= high;) {
            int middle = (low + high) >>> 1;
            if (widthOf(text.substring(0, middle) + ELLIPSIS) <= width) {
                fits = middle;
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        if (fits > 0 && Character.isHighSurrogate(text.charAt(fits - 1))) {
            fits--;
        }
        return text.substring(0, fits) + ELLIPSIS;
    }

    private int shownLength() {
        return drawn.length() - (drawn.equals(text) ? 0 : ELLIPSIS.length());
    }

    private List<Node> runs(String shown) {
        List<Node> runs = new ArrayList<>();
        int from = 0;
        for (var mark : marks) {
            int end = Math.min(mark.end(), shownLength());
            if (mark.start() < end) {
                runs.add(run(shown.substring(from, mark.start()), false));
                runs.add(run(shown.substring(mark.start(), end), true));
                from = end;
            }
        }
        runs.add(run(shown.substring(from), false));
        runs.removeIf(run -> ((Text) run).getText().isEmpty());
        return runs;
    }

    private Text run(String part, boolean marked) {
        var run = new Text(part);
        run.fontProperty().bind(font);
        run.fillProperty().bind(fill);
        if (marked) {
            run.getStyleClass().add(Styles.MARK);
        }
        return run;
    }

    private double widthOf(String some) {
        measure.setText(some);
        return measure.getLayoutBounds().getWidth();
    }
}
