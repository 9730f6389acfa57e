package org.billrunconsole;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.ui.runlist.rows.RunRow;

/**
 * What a scenario's window shows, and which sizes it had, in one line: a scenario that fails once in a hundred runs has
 * to say there and then what was seen instead.
 */
final class RealState implements AutoCloseable {

    private final Stage stage;
    private final List<String> sizes = new ArrayList<>();
    private Subscription subscription = Subscription.EMPTY;

    /** @param stage the program's; for the window's thread, as everything here */
    RealState(Stage stage) {
        this.stage = stage;
        subscription = Subscription.combine(stage.widthProperty().subscribe(this::sized),
                stage.heightProperty().subscribe(this::sized),
                stage.getScene().widthProperty().subscribe(this::sized),
                stage.getScene().heightProperty().subscribe(this::sized));
    }

    private void sized() {
        sizes.add("%.0fx%.0f in %.0fx%.0f".formatted(stage.getScene().getWidth(), stage.getScene().getHeight(),
                stage.getWidth(), stage.getHeight()));
    }

    /** The window, what has the keyboard, the dialogs, the tab, the list, and the pane with its step. */
    String describe() {
        return Stream.of(
                "window " + (stage.isFocused() ? "in front" : "not in front") + ", with it " + beside(),
                "content in window " + String.join(", then ", sizes),
                "keyboard in " + stage.getScene().getFocusOwner(),
                dialog(),
                tab(),
                table(),
                "pane " + visibility("#detailTitle") + " says " + text("#detailTitle"),
                "step " + visibility("#actionPrimary") + " says " + text("#actionPrimary"),
                "reason " + visibility("#actionReason") + " says " + text("#actionReason"))
                .collect(Collectors.joining("; "));
    }

    /** The menus and tips that are open. */
    private String beside() {
        return Window.getWindows().stream()
                .filter(window -> window != stage && window.isShowing())
                .map(window -> "%s at %.0f,%.0f".formatted(window.getClass().getSimpleName(), window.getX(),
                        window.getY()))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String tab() {
        return "tab " + RealHands.seen("#tabs")
                .map(node -> ((TabPane) node).getSelectionModel().getSelectedItem().getId())
                .orElse("none");
    }

    private static String table() {
        return "list " + RealHands.all(".table-view").stream()
                .filter(Nodes::isSeen)
                .map(node -> (TableView<?>) node)
                .map(table -> "%s of %d rows, %s chosen, keyboard on row %d".formatted(table.getId(),
                        table.getItems().size(), chosen(table), table.getFocusModel().getFocusedIndex()))
                .collect(Collectors.joining(", "));
    }

    private static String chosen(TableView<?> table) {
        return table.getSelectionModel().getSelectedItem() instanceof RunRow row ? row.run().label() : "none";
    }

    /** All that the dialogs say, in the order in which it stands there. */
    private static String dialog() {
        return "dialog " + RealHands.all(".dialog-card *").stream()
                .filter(Nodes::isSeen)
                .map(RealState::said)
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining(" | ", "[", "]"));
    }

    private static String said(Node node) {
        return switch (node) {
            case Labeled label when label.getText() != null -> RealHands.bare(label.getText())
                    + (label.isDisabled() ? " (disabled)" : "");
            case TextInputControl field -> "<" + field.getText() + ">" + (field.isDisabled() ? " (disabled)" : "");
            default -> "";
        };
    }

    private static String text(String query) {
        return RealHands.all(query).stream()
                .map(node -> "\"" + RealHands.bare(((Labeled) node).getText()) + "\"")
                .collect(Collectors.joining(", "));
    }

    /** Whether it can be seen, else which part around it is hidden. */
    private static String visibility(String query) {
        return RealHands.all(query).stream()
                .map(node -> hidden(node).map(part -> "hidden with " + part).orElse("seen")
                        + (node.isDisabled() ? " and disabled" : ""))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static Optional<Node> hidden(Node node) {
        return Stream.iterate(node, Objects::nonNull, Node::getParent).filter(part -> !part.isVisible()).findFirst();
    }

    @Override
    public void close() {
        subscription.unsubscribe();
    }
}
