package org.billrunconsole.ui.kit;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Where the keyboard is, and what keys do there before they do anything else. */
public final class Focus {

    /** Under which a part has it that Esc is its own. */
    private enum Kept {
        ESCAPE
    }

    private Focus() {}

    /** While the keyboard is in a part, Esc means something there, and the window leaves it to it. */
    public static void keepEscape(Node part) {
        part.getProperties().put(Kept.ESCAPE, true);
    }

    /** True if the target of a key is in a part that keeps Esc to itself. */
    public static boolean isEscapeKept(EventTarget target) {
        return target instanceof Node node && withParents(node).anyMatch(each -> each.hasProperties() && each
                .getProperties().containsKey(Kept.ESCAPE));
    }

    /** True if the keyboard is in a part or on it. */
    public static boolean isWithin(Node part) {
        var owner = part.getScene() == null ? null : part.getScene().getFocusOwner();
        return owner != null && withParents(owner).anyMatch(part::equals);
    }

    /** The first place in a part that Tab stops at, if there is one to be seen. */
    public static Optional<Node> first(Node part) {
        return stops(part).findFirst();
    }

    private static Stream<Node> stops(Node part) {
        if (!part.isVisible() || part.isDisabled()) {
            return Stream.empty();
        }
        var within = part instanceof Parent parent ? parent.getChildrenUnmodifiable().stream().flatMap(Focus::stops)
                : Stream.<Node>empty();
        return part.isFocusTraversable() ? Stream.concat(Stream.of(part), within) : within;
    }

    private static Stream<Node> withParents(Node node) {
        return Stream.iterate(node, Objects::nonNull, Node::getParent);
    }

    /** Puts the keyboard into a table, on the row it was on or else the first. */
    public static void into(TableView<?> table) {
        table.requestFocus();
        if (table.getFocusModel().getFocusedIndex() < 0 && !table.getItems().isEmpty()) {
            table.getFocusModel().focus(0);
        }
    }

    /** Has the arrow that points at the table lead into it. */
    public static void onDown(TextField search, Runnable intoTable) {
        search.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN) {
                event.consume();
                intoTable.run();
            }
        });
    }
}
