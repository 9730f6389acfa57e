package org.billrunconsole.ui.runlist;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.command.RunOffer;
import org.billrunconsole.ui.runlist.rows.ListRow;
import org.billrunconsole.ui.runlist.rows.RunRow;

/**
 * The menu of the row that the mouse or the keyboard is on. On one of several chosen runs it is about all of them, else
 * about the run of the row, which is selected first.
 */
final class RowMenu {

    private final TableView<ListRow> table;
    private final RunListViewModel model;
    private final Messages messages;
    private final KeyCombination copyKey;
    private final Runnable copy;
    private final ContextMenu menu = new ContextMenu();
    private Function<RunKey, List<List<RunOffer>>> ofRun = _ -> List.of();
    private Supplier<List<List<RunOffer>>> ofChosen = List::of;

    RowMenu(TableView<ListRow> table, RunListViewModel model, Messages messages, KeyCombination copyKey,
            Runnable copy) {
        this.table = table;
        this.model = model;
        this.messages = messages;
        this.copyKey = copyKey;
        this.copy = copy;
        menu.setId("rowMenu");
        table.setOnContextMenuRequested(this::requested);
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** Connects what can be done with the run of a row; in groups. */
    void offer(Function<RunKey, List<List<RunOffer>>> offers) {
        ofRun = offers;
    }

    /** Connects what can be done with all runs that are chosen; in groups. */
    void offerForChosen(Supplier<List<List<RunOffer>>> offers) {
        ofChosen = offers;
    }

    private void requested(ContextMenuEvent event) {
        event.consume();
        if (event.isKeyboardTrigger()) {
            showAtFocus();
        } else {
            TableChoosing.row(event.getPickResult()).ifPresent(row -> show(row, event.getScreenX(),
                    event.getScreenY()));
        }
    }

    /** Not every desktop makes a request for a menu of these keys. */
    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.CONTEXT_MENU || event.getCode() == KeyCode.F10 && event.isShiftDown()) {
            event.consume();
            showAtFocus();
        }
    }

    private void showAtFocus() {
        var place = table.getFocusModel().getFocusedIndex();
        if (table.getFocusModel().getFocusedItem() instanceof RunRow row) {
            var corner = table.lookupAll(".table-row-cell")
                    .stream()
                    .filter(node -> node instanceof TableRow<?> cell && cell.getIndex() == place && cell.isVisible())
                    .findFirst()
                    .map(node -> node.localToScreen(ChosenColumn.WIDTH, node.getLayoutBounds().getHeight()))
                    .orElseGet(() -> table.localToScreen(ChosenColumn.WIDTH, 0));
            show(row, corner.getX(), corner.getY());
        }
    }

    private void show(RunRow row, double x, double y) {
        var chosen = model.chosenProperty().get();
        menu.hide();
        if (chosen.size() > 1 && chosen.contains(row.key())) {
            var title = new MenuItem(messages.get("bulk.count", chosen.size()));
            title.setDisable(true);
            menu.getItems().setAll(title);
            add(ofChosen.get());
            add(messages.get("row.copy.many", chosen.size()));
        } else {
            table.getSelectionModel().clearAndSelect(model.placeOf(row.key()));
            menu.getItems().clear();
            add(ofRun.apply(row.key()));
            add(messages.get("row.copy"));
        }
        menu.show(table, x, y);
    }

    private void add(List<List<RunOffer>> groups) {
        for (var group : groups) {
            if (!menu.getItems().isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            for (var offer : group) {
                var item = new MenuItem(offer.text());
                item.setId(offer.id());
                item.setMnemonicParsing(false);
                item.setDisable(!offer.possible());
                item.setOnAction(_ -> offer.perform().run());
                menu.getItems().add(item);
            }
        }
    }

    private void add(String name) {
        var item = new MenuItem(name);
        item.setId("rowCopy");
        item.setAccelerator(copyKey);
        item.setOnAction(_ -> copy.run());
        menu.getItems().addAll(new SeparatorMenuItem(), item);
    }
}
