package org.billrunconsole.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.billrunconsole.ui.kit.LazyTooltips;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Walks all that is seen of a window's content and finds words that are cut off and parts that stand over each other. What
 * a table or a list shows has so much room and no more; what can be scrolled to is not cut off; the children of a
 * {@link StackPane} are meant to stand over each other. For the window's thread.
 */
public final class LayoutFaults {

    /** Text is measured a little wider than it is drawn, and edges are snapped to pixels. */
    private static final double TOLERANCE = 1.5;

    /** Letters of lines that stand close may reach into each other's line height. */
    private static final double LINES_TOLERANCE = 4;

    private static final Bounds NONE = new BoundingBox(0, 0, 0, 0);

    /**
     * Words that are seen.
     *
     * @param part  what they belong to
     * @param there what is seen of them, in the window
     * @param layer the child of a stack that they stand in
     */
    private record Words(Text part, Bounds there, Node layer) {}

    private final Parent root;
    private final List<Words> seen = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private LayoutFaults(Parent root) {
        this.root = root;
    }

    /** What is wrong, a sentence each; nothing if all stands as it should. Lays out what has changed since the last frame. */
    public static List<String> of(Parent root) {
        root.applyCss();
        root.layout();
        var walk = new LayoutFaults(root);
        walk.visit(root, whole(root), root);
        walk.compareWords();
        return walk.faults;
    }

    private void visit(Node node, Bounds frame, Node layer) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        var inside = node.getClip() == null ? frame
                : intersection(frame, inWindow(node, node.getClip()
                        .getBoundsInParent()));
        switch (node) {
            case FontIcon _ -> {
            }
            case Text words -> visitWords(words, inside, layer);
            case TextInputControl field -> visitPrompt(field, layer);
            case Parent parent -> visitParent(parent, inside, layer);
            default -> {
            }
        }
    }

    private void visitParent(Parent parent, Bounds frame, Node layer) {
        if (parent instanceof Labeled words && !isInCell(parent)) {
            findCutShort(words);
        }
        if (!(parent instanceof StackPane) && !(parent instanceof TextFlow) && !(parent instanceof VirtualFlow<?>)) {
            compareSiblings(parent, frame);
        }
        parent.getChildrenUnmodifiable().forEach(
                child -> visit(child, frame, parent instanceof StackPane ? child : layer));
    }

    // ---- Words

    private void findCutShort(Labeled words) {
        drawn(words).map(LayoutFaults::plain)
                .filter(drawn -> !drawn.equals(plain(words.getText())))
                .filter(_ -> !isToldInFull(words))
                .ifPresent(drawn -> faults.add("%s shows “%s” of “%s”".formatted(name(words), drawn, words.getText())));
    }

    /** Whoever points at it reads all of it. */
    private static boolean isToldInFull(Labeled words) {
        var tip = Optional.ofNullable(words.getTooltip()).map(Tooltip::getText).orElse("");
        return tip.contains(words.getText())
                || Objects.requireNonNullElse(words.getAccessibleHelp(), "").contains(words.getText())
                || words.getProperties().get(LazyTooltips.class) instanceof String lazy
                        && lazy.contains(words.getText());
    }

    private static Optional<String> drawn(Labeled part) {
        return part.getChildrenUnmodifiable()
                .stream()
                .filter(child -> child instanceof Text && child != part.getGraphic() && child.isVisible())
                .map(text -> ((Text) text).getText())
                .findFirst();
    }

    /** Lines are broken where there is room. */
    private static String plain(String text) {
        return Objects.requireNonNullElse(text, "").replaceAll("\\s+", " ").strip();
    }

    private void visitWords(Text words, Bounds frame, Node layer) {
        if (words.getText().isBlank()) {
            return;
        }
        var there = inWindow(words, words.getLayoutBounds());
        var shown = intersection(there, frame);
        if (shown.getWidth() <= 0 || shown.getHeight() <= 0) {
            return;
        }
        seen.add(new Words(words, shown, layer));
        if (!isInCell(words)) {
            findOutside(words, there);
        }
    }

    /** A prompt that its field has no room for. */
    private void visitPrompt(TextInputControl field, Node layer) {
        if (!field.getText().isEmpty() || field.getPromptText().isEmpty()) {
            return;
        }
        field.lookupAll(".text")
                .stream()
                .filter(part -> part instanceof Text text && text.getText().equals(field.getPromptText())
                        && text.isVisible())
                .map(Text.class::cast)
                .forEach(prompt -> {
                    var there = inWindow(prompt, prompt.getLayoutBounds());
                    seen.add(new Words(prompt, there, layer));
                    if (!within(there, whole(field))) {
                        faults.add("%s has no room for its prompt “%s”".formatted(name(field), prompt.getText()));
                    }
                });
    }

    private void findOutside(Text words, Bounds there) {
        for (Node part = words; part != null; part = part.getParent()) {
            if (part instanceof VirtualFlow<?> || part.getStyleClass().contains("column-header-background")
                    || isRowOfTabs(part)) {
                return;
            }
            var viewport = viewport(part);
            if (viewport.isPresent()) {
                var pane = viewport.get();
                if (pane.getHbarPolicy() == ScrollBarPolicy.NEVER && !fitsAcross(there, whole(part))) {
                    faults.add("“%s” is cut off at the side of %s, which does not scroll".formatted(words.getText(),
                            name(pane)));
                }
                return;
            }
            var frame = part.getClip() != null ? inWindow(part, part.getClip().getBoundsInParent())
                    : part == root ? whole(root) : null;
            if (frame != null && !within(there, frame)) {
                faults.add("“%s” at %s is cut off by the edge of %s at %s".formatted(words.getText(), place(there),
                        name(part), place(frame)));
                return;
            }
        }
    }

    /** Tabs that have no room are scrolled to, by the wheel and by the button at the end of their row. */
    private static boolean isRowOfTabs(Node part) {
        return part.getStyleClass().contains("headers-region") && part.getParent() != null
                && part.getParent().lookup(".control-buttons-tab") instanceof Node more && more.isVisible();
    }

    /** The pane that a part is the viewport of. */
    private static Optional<ScrollPane> viewport(Node part) {
        return part.getStyleClass().contains("viewport") && part.getParent() instanceof ScrollPane pane
                ? Optional.of(pane)
                : Optional.empty();
    }

    private void compareWords() {
        for (var one = 0; one < seen.size(); one++) {
            for (var other = one + 1; other < seen.size(); other++) {
                var first = seen.get(one);
                var second = seen.get(other);
                if (first.layer == second.layer && first.part.getParent() != second.part.getParent()
                        && overlap(first.there, second.there, LINES_TOLERANCE)) {
                    faults.add("“%s” and “%s” stand over each other at %s".formatted(first.part.getText(),
                            second.part.getText(), place(first.there)));
                }
            }
        }
    }

    // ---- Controls

    private void compareSiblings(Parent parent, Bounds frame) {
        var children = parent.getChildrenUnmodifiable()
                .stream()
                .filter(child -> child.isVisible() && child.isManaged() && child.getOpacity() > 0
                        && holdsControl(child))
                .toList();
        for (var one = 0; one < children.size(); one++) {
            var first = intersection(whole(children.get(one)), frame);
            for (var other = one + 1; other < children.size(); other++) {
                var second = intersection(whole(children.get(other)), frame);
                if (overlap(first, second, TOLERANCE)) {
                    faults.add("%s at %s and %s at %s stand over each other".formatted(name(children.get(one)),
                            place(first), name(children.get(other)), place(second)));
                }
            }
        }
    }

    private static boolean holdsControl(Node node) {
        return node instanceof Control || node instanceof Parent parent
                && parent.getChildrenUnmodifiable().stream().anyMatch(
                        child -> child.isVisible() && child.isManaged() && holdsControl(child));
    }

    // ---- Geometry

    private static boolean isInCell(Node node) {
        return Stream.<Node>iterate(node, Objects::nonNull, Node::getParent).anyMatch(IndexedCell.class::isInstance);
    }

    private static Bounds whole(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static Bounds inWindow(Node node, Bounds own) {
        return node.localToScene(own);
    }

    private static boolean within(Bounds part, Bounds frame) {
        return fitsAcross(part, frame) && part.getMinY() >= frame.getMinY() - LINES_TOLERANCE
                && part.getMaxY() <= frame.getMaxY() + LINES_TOLERANCE;
    }

    private static boolean fitsAcross(Bounds part, Bounds frame) {
        return part.getMinX() >= frame.getMinX() - TOLERANCE && part.getMaxX() <= frame.getMaxX() + TOLERANCE;
    }

    private static boolean overlap(Bounds one, Bounds other, double tolerance) {
        var both = intersection(one, other);
        return both.getWidth() > tolerance && both.getHeight() > tolerance;
    }

    private static Bounds intersection(Bounds one, Bounds other) {
        var left = Math.max(one.getMinX(), other.getMinX());
        var top = Math.max(one.getMinY(), other.getMinY());
        var width = Math.min(one.getMaxX(), other.getMaxX()) - left;
        var height = Math.min(one.getMaxY(), other.getMaxY()) - top;
        return width <= 0 || height <= 0 ? NONE : new BoundingBox(left, top, width, height);
    }

    private static String place(Bounds there) {
        return "%.0f,%.0f to %.0f,%.0f".formatted(there.getMinX(), there.getMinY(), there.getMaxX(), there.getMaxY());
    }

    private static String name(Node node) {
        return "%s %s %s".formatted(node.getClass().getSimpleName(), Objects.requireNonNullElse(node.getId(), ""),
                node.getStyleClass()).replace("  ", " ");
    }
}
