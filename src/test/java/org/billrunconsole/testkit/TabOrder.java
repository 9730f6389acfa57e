package org.billrunconsole.testkit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.layout.GridPane;

/**
 * The way that Tab goes, gone by the toolkit's own rules, and where it goes against the eye: within a row from left to
 * right, rows from top to bottom, and each part of the window wholly before the next one. For the window's thread.
 */
public final class TabOrder {

    /** Edges are snapped to pixels, and small controls stand in the middle of their row. */
    private static final double TOLERANCE = 2;

    private final List<Node> stops;

    private TabOrder(List<Node> stops) {
        this.stops = stops;
    }

    /** Goes once round the dialog that is open, or else the window, and gives the keyboard back. */
    public static TabOrder of(Scene scene) {
        var scope = scope(scene);
        var before = scene.getFocusOwner();
        var stops = new LinkedHashSet<Node>();
        scope.requestFocusTraversal(TraversalDirection.NEXT);
        for (var owner = scene.getFocusOwner(); owner != null && isWithin(owner, scope)
                && stops.add(owner); owner = scene
                        .getFocusOwner()) {
            owner.requestFocusTraversal(TraversalDirection.NEXT);
        }
        if (before != null) {
            before.requestFocus();
        }
        return new TabOrder(List.copyOf(stops));
    }

    /** The dialog that has the keyboard to itself; without one all of the window. */
    static Parent scope(Scene scene) {
        return dialog(scene.getRoot()).orElse(scene.getRoot());
    }

    /** Where Tab stops, in its order. */
    public List<Node> stops() {
        return stops;
    }

    /** Where it goes against the eye, a sentence each; nothing if it follows. */
    public List<String> jumps() {
        var jumps = new ArrayList<String>();
        var left = new HashSet<Node>();
        for (int i = 1; i < stops.size(); i++) {
            var from = stops.get(i - 1);
            var to = stops.get(i);
            var around = path(to);
            var back = around.stream().filter(left::contains).findFirst();
            if (back.isPresent()) {
                jumps.add("from %s back into %s, to %s".formatted(name(from), name(back.get()), name(to)));
            } else if (goesBack(from, to)) {
                jumps.add("from %s back to %s".formatted(name(from), name(to)));
            }
            path(from).stream().filter(part -> !around.contains(part)).forEach(left::add);
        }
        return jumps;
    }

    /** Compares not the two stops but the parts that they stand in, next to each other. */
    private boolean goesBack(Node from, Node to) {
        var fromPath = path(from);
        var toPath = path(to);
        var both = fromPath.stream().filter(toPath::contains).findFirst();
        if (both.isEmpty() || both.get() == from || both.get() == to) {
            return false;
        }
        var one = seen(fromPath.get(fromPath.indexOf(both.get()) - 1));
        var other = seen(toPath.get(toPath.indexOf(both.get()) - 1));
        if (both.get() instanceof GridPane && other.getMinX() > one.getMaxX() - TOLERANCE) {
            // Its columns may be what belongs together.
            return false;
        }
        var height = Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
        return height > Math.min(one.getHeight(), other.getHeight()) / 2
                ? other.getMinX() < one.getMinX() - TOLERANCE
                : other.getMinY() < one.getMinY() - TOLERANCE;
    }

    /** What of a part the keyboard comes to. */
    private Bounds seen(Node part) {
        return stops.stream().filter(stop -> isWithin(stop, part)).map(stop -> stop.localToScene(stop
                .getLayoutBounds())).reduce(TabOrder::union).orElseThrow();
    }

    private static Bounds union(Bounds one, Bounds other) {
        var x = Math.min(one.getMinX(), other.getMinX());
        var y = Math.min(one.getMinY(), other.getMinY());
        return new BoundingBox(x, y, Math.max(one.getMaxX(), other.getMaxX()) - x, Math.max(one.getMaxY(), other
                .getMaxY()) - y);
    }

    private static List<Node> path(Node node) {
        return Stream.<Node>iterate(node, Objects::nonNull, Node::getParent).toList();
    }

    private static boolean isWithin(Node node, Node part) {
        return path(node).contains(part);
    }

    private static Optional<Parent> dialog(Parent part) {
        if (!part.isVisible()) {
            return Optional.empty();
        }
        return part.getAccessibleRole() == AccessibleRole.DIALOG ? Optional.of(part)
                : part.getChildrenUnmodifiable()
                        .stream()
                        .filter(Parent.class::isInstance)
                        .flatMap(child -> dialog((Parent) child).stream())
                        .findFirst();
    }

    /** What a control is and how a screen reader names it. */
    public static String name(Node node) {
        var id = node.getId() == null ? "" : " " + node.getId();
        return "%s%s “%s”".formatted(node.getClass().getSimpleName(), id, AccessibleNames.of(node));
    }
}
