package org.billrunconsole.ui.kit.focus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.skin.VirtualFlow;

/**
 * Where the keyboard was in a window: a control and all that it stood in, kept for the time when the control is hidden,
 * disabled or taken away. For the window's thread.
 */
public final class KeyboardPlace {

    /** Under which a part has it where the keyboard goes once nothing in the part can have it. */
    private enum Kept {
        GOES_ON
    }

    /**
     * One of the parts that the control stood in.
     *
     * @param child    in which of its children
     * @param siblings all of its children then
     */
    private record Level(Parent part, Node child, List<Node> siblings) {

        /** Where the child stands, or would stand if it was still there. */
        private int place() {
            var now = part.getChildrenUnmodifiable();
            for (int was = siblings.indexOf(child); was < siblings.size(); was++) {
                var place = now.indexOf(siblings.get(was));
                if (place >= 0) {
                    return place;
                }
            }
            return Math.min(siblings.indexOf(child), now.size());
        }
    }

    private final Node control;
    private final Scene scene;
    /** The innermost first. */
    private final List<Level> levels = new ArrayList<>();

    private KeyboardPlace(Node control, Scene scene) {
        this.control = control;
        this.scene = scene;
        for (var child = control; child.getParent() != null; child = child.getParent()) {
            levels.add(new Level(child.getParent(), child, List.copyOf(child.getParent().getChildrenUnmodifiable())));
        }
    }

    /** The place of a control in a window as it is now. */
    public static KeyboardPlace of(Node control, Scene scene) {
        return new KeyboardPlace(control, scene);
    }

    /** Says where the keyboard goes once nothing in a part can have it any more, where what is nearest would not do. */
    public static void whenGone(Node part, Runnable goesOn) {
        part.getProperties().put(Kept.GOES_ON, goesOn);
    }

    /** True if the control is shown in the window and can be used. */
    public boolean isThere() {
        return canHaveKeyboard(control);
    }

    /**
     * Gives the keyboard to the control or, if it cannot have it, to what is nearest in the smallest part around it that
     * has anything for the keyboard: what follows it there, else what is before it. It stays in its dialog, where it goes
     * to no button but the one that cancels: a key that was meant for a field that is gone must not confirm anything. From
     * a row it goes to its table, from a table's row to no other row.
     */
    public void restore() {
        if (isThere()) {
            control.requestFocus();
            return;
        }
        var dialog = dialog();
        var inRows = false;
        for (var level : levels) {
            inRows = level.child instanceof IndexedCell<?> && !(level.part instanceof IndexedCell<?>) || inRows
                    && !(level.child instanceof VirtualFlow<?>);
            if (!inRows && (isShown(level.part) && takesOver(level, dialog) || goesOn(level.part))) {
                return;
            }
        }
    }

    private boolean takesOver(Level level, Optional<Node> dialog) {
        if (level.part instanceof Control && canHaveKeyboard(level.part) && level.part.isFocusTraversable()) {
            level.part.requestFocus();
            return true;
        }
        var next = near(level, dialog.isPresent());
        next.ifPresent(Node::requestFocus);
        if (next.isEmpty() && dialog.filter(level.part::equals).isPresent()) {
            cancel(level.part).orElse(level.part).requestFocus();
            return true;
        }
        return next.isPresent();
    }

    private static boolean goesOn(Parent part) {
        if (part.hasProperties() && part.getProperties().get(Kept.GOES_ON) instanceof Runnable goesOn) {
            goesOn.run();
            return true;
        }
        return false;
    }

    private static Optional<Node> near(Level level, boolean inDialog) {
        var children = level.part.getChildrenUnmodifiable();
        var place = level.place();
        return children.subList(place, children.size())
                .stream()
                .flatMap(KeyboardPlace::stops)
                .filter(stop -> !inDialog || !(stop instanceof Button))
                .findFirst()
                .or(() -> children.subList(0, place)
                        .reversed()
                        .stream()
                        .flatMap(child -> stops(child).toList().reversed().stream())
                        .filter(stop -> !inDialog || !(stop instanceof Button))
                        .findFirst());
    }

    private static Optional<Node> cancel(Parent dialog) {
        return stops(dialog).filter(stop -> stop instanceof Button button && button.isCancelButton()).findFirst();
    }

    /** The dialog that the control stands in, if it does and that is still open. */
    private Optional<Node> dialog() {
        return levels.stream().<Node>map(Level::part).filter(part -> part.getAccessibleRole() == AccessibleRole.DIALOG)
                .filter(this::isShown).findFirst();
    }

    private boolean canHaveKeyboard(Node node) {
        return isShown(node) && !node.isDisabled();
    }

    private boolean isShown(Node node) {
        return node.getScene() == scene
                && Stream.<Node>iterate(node, each -> each != null, Node::getParent).allMatch(Node::isVisible);
    }

    /** What Tab stops at in a part, in its order. */
    private static Stream<Node> stops(Node part) {
        if (!part.isVisible() || part.isDisabled()) {
            return Stream.empty();
        }
        if (part.isFocusTraversable()) {
            return Stream.of(part);
        }
        return part instanceof Parent parent ? parent.getChildrenUnmodifiable().stream().flatMap(KeyboardPlace::stops)
                : Stream.empty();
    }
}
