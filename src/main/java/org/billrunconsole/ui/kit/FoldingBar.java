package org.billrunconsole.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * A row of controls that never asks for more width than there is. Where its controls have no room at their minimum widths,
 * it folds one thing after the other, as it was told; where that is not enough, it goes on in a second row. What room is
 * left goes to its controls in their order, up to their preferred widths, and then to what is to grow always.
 */
public final class FoldingBar extends HBox {

    /**
     * How much room must be left over before something is unfolded in a bar that has kept its width, in pixels: words
     * that change by the second must not fold and unfold what stands beside them.
     */
    private static final double SLACK = 48;

    private List<Consumer<Boolean>> folds = List.of();
    private int folded;
    private double foldedFor;
    private boolean stale;

    /**
     * Says how the bar saves room.
     *
     * @param inOrder each folds something if told {@code true} and unfolds it again if told {@code false}; the first is
     *                what is missed least
     */
    public void setFolds(List<Consumer<Boolean>> inOrder) {
        folds = List.copyOf(inOrder);
        folded = 0;
        requestLayout();
    }

    @Override
    public void requestLayout() {
        stale = true;
        super.requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return insets() + getManagedChildren().stream().mapToDouble(FoldingBar::least).max().orElse(0);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        fold(width);
        var rows = rows(width < 0 ? Double.MAX_VALUE : width - insets());
        return snappedTopInset() + rows.stream().mapToDouble(FoldingBar::height).sum()
                + snapSpaceY(getSpacing()) * Math.max(0, rows.size() - 1) + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        fold(getWidth());
        var inside = getWidth() - insets();
        var rows = rows(inside);
        var gap = snapSpaceY(getSpacing());
        var spare = getHeight() - snappedTopInset() - snappedBottomInset() - gap * (rows.size() - 1)
                - rows.stream().mapToDouble(FoldingBar::height).sum();
        var y = snappedTopInset() + snapPositionY(Math.max(0, spare / 2));
        for (var row : rows) {
            lay(row, y, inside);
            y += height(row) + gap;
        }
    }

    private void lay(List<Node> row, double y, double inside) {
        var spare = inside - needed(row);
        var height = height(row);
        var x = snappedLeftInset();
        for (var node : row) {
            var width = least(node) + Math.clamp(snapSizeX(node.prefWidth(-1)) - least(node), 0, Math.max(0, spare));
            spare -= width - least(node);
            if (HBox.getHgrow(node) == Priority.ALWAYS && spare > 0) {
                var growth = spareFor(row, node, spare);
                width += growth;
                spare -= growth;
            }
            layoutInArea(node, x, y, width, height, 0, null, true, false, HPos.LEFT, VPos.CENTER);
            x += width + snapSpaceX(getSpacing());
        }
    }

    /** What those behind a node leave of the room that is left over. */
    private double spareFor(List<Node> row, Node node, double spare) {
        return Math.max(0, spare - row.subList(row.indexOf(node) + 1, row.size())
                .stream()
                .mapToDouble(each -> Math.max(0, snapSizeX(each.prefWidth(-1)) - least(each)))
                .sum());
    }

    /** Folds as little as will do. */
    private void fold(double width) {
        if (width <= 0 || width == foldedFor && !stale) {
            return;
        }
        var before = width == foldedFor ? folded : 0;
        for (folded = 0; folded <= folds.size(); folded++) {
            for (var i = 0; i < folds.size(); i++) {
                folds.get(i).accept(i < folded);
            }
            // What they remember of their sizes is of how they were folded before.
            getManagedChildren().stream().filter(Parent.class::isInstance).forEach(
                    each -> ((Parent) each).requestLayout());
            if (needed(getManagedChildren()) <= width - insets() - (folded < before ? SLACK : 0)) {
                break;
            }
        }
        folded = Math.min(folded, folds.size());
        foldedFor = width;
        stale = false;
    }

    /** The controls row by row. */
    private List<List<Node>> rows(double inside) {
        var rows = new ArrayList<List<Node>>();
        for (var node : getManagedChildren()) {
            if (!rows.isEmpty() && fits(rows.getLast(), node, inside)) {
                rows.getLast().add(node);
            } else {
                rows.add(new ArrayList<>(List.of(node)));
            }
        }
        return rows;
    }

    private boolean fits(List<Node> row, Node another, double inside) {
        return needed(row) + snapSpaceX(getSpacing()) + least(another) <= inside;
    }

    private double needed(List<Node> row) {
        return row.stream().mapToDouble(FoldingBar::least).sum()
                + snapSpaceX(getSpacing()) * Math.max(0, row.size() - 1);
    }

    private double insets() {
        return snappedLeftInset() + snappedRightInset();
    }

    private static double least(Node node) {
        return Math.ceil(node.minWidth(-1));
    }

    private static double height(Node node) {
        return Math.ceil(Math.max(node.minHeight(-1), Math.min(node.prefHeight(-1), node.maxHeight(-1))));
    }

    private static double height(List<Node> row) {
        return row.stream().mapToDouble(FoldingBar::height).max().orElse(0);
    }
}
