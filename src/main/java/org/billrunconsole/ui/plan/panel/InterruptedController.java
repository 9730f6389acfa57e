package org.billrunconsole.ui.plan.panel;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.announce.AnnouncedLabel;
import org.billrunconsole.ui.kit.dialog.DialogStrip;
import org.billrunconsole.ui.kit.focus.ColumnKeys;
import org.billrunconsole.ui.kit.look.SpokenRow;
import org.billrunconsole.ui.kit.look.SpokenText;
import org.billrunconsole.ui.plan.panel.InterruptedViewModel.Row;
import org.billrunconsole.ui.plan.panel.InterruptedViewModel.State;

/** Binds the dialog that tells where an interrupted plan left each of its runs, and asks what is to become of it. */
final class InterruptedController {

    /** Of columns and what stands beside them, in pixels. */
    private static final double NAME = 170;
    private static final double LEFT = 180;
    private static final double NOW = 160;
    private static final double SCROLL_BAR = 18;
    private static final double NARROWEST = 220;

    private final InterruptedViewModel model;
    private final Messages messages;
    private Runnable close = () -> {};

    @FXML
    private DialogStrip strip;
    @FXML
    private Label interruptedTitle;
    @FXML
    private Label interruptedText;
    @FXML
    private Label interruptedChecking;
    @FXML
    private TableView<Row> interruptedTable;
    @FXML
    private Label interruptedRefused;
    @FXML
    private Button interruptedLeave;
    @FXML
    private Button interruptedClose;
    @FXML
    private Button interruptedResume;

    InterruptedController(InterruptedViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    @FXML
    void initialize() {
        strip.show(model.connection(), messages);
        interruptedTable.getColumns().add(column("run", NAME, Row::name));
        interruptedTable.getColumns().add(column("left", LEFT, Row::left));
        interruptedTable.getColumns().add(column("now", NOW, Row::now));
        var meanwhile = column("meanwhile", 250, Row::meanwhile);
        // What is left of the room goes to it.
        meanwhile.prefWidthProperty().bind(interruptedTable.widthProperty().map(
                width -> Math.max(NARROWEST, width.doubleValue() - NAME - LEFT - NOW - SCROLL_BAR)));
        interruptedTable.getColumns().add(meanwhile);
        interruptedTable.setRowFactory(_ -> new SpokenRow<>(messages));
        ColumnKeys.install(interruptedTable, messages);
        interruptedTable.setAccessibleText(messages.get("plan.panel.accessible"));
        AnnouncedLabel.error(interruptedRefused);
        // Enter resumes nothing; Esc gets out.
        interruptedClose.setCancelButton(true);
        model.stateProperty().subscribe(this::show);
        model.refusedProperty().subscribe(why -> {
            interruptedRefused.setText(why);
            show(interruptedRefused, !why.isEmpty());
        });
    }

    /** @param away takes the dialog away */
    void onClose(Runnable away) {
        close = away;
    }

    /** Where the keyboard begins: at getting out of it. */
    Node first() {
        return interruptedClose;
    }

    @FXML
    void resume() {
        model.resume();
    }

    @FXML
    void leave() {
        model.leave();
    }

    @FXML
    void close() {
        close.run();
    }

    private void show(State state) {
        if (!(state instanceof State.Left left)) {
            close.run();
            return;
        }
        interruptedTitle.setText(left.title());
        interruptedText.setText(left.text());
        interruptedChecking.setText(left.checking());
        show(interruptedChecking, !left.checking().isEmpty());
        if (!left.rows().equals(interruptedTable.getItems())) {
            interruptedTable.getItems().setAll(left.rows());
        }
        interruptedResume.setDisable(!left.canResume());
        interruptedLeave.setDisable(left.elsewhere());
    }

    private TableColumn<Row, String> column(String name, double width, Function<Row, String> text) {
        var column = new TableColumn<Row, String>(messages.get("plan.interrupted.column." + name));
        column.setId(name);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellFactory(_ -> new SpokenText<>());
        column.setCellValueFactory(features -> new ReadOnlyStringWrapper(text.apply(features.getValue())));
        return column;
    }

    private static void show(Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }
}
