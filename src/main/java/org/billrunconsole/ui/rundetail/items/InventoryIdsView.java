package org.billrunconsole.ui.rundetail.items;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.billrunconsole.domain.DisplayText;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.Clipboards;
import org.billrunconsole.ui.kit.Focus;
import org.billrunconsole.ui.kit.PlainText;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.rundetail.items.InventoryIdsViewModel.Shown;

/**
 * Inventory ids of one kind with their number, a search, and a list of which only what is seen is drawn, however many
 * there are. Ctrl/Cmd+C copies the selected ones.
 */
public final class InventoryIdsView extends VBox {

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    /** In pixels. */
    private static final double ROW = 24;
    private static final int MOST_ROWS = 8;
    private static final double EDGES = 2;

    private final InventoryIdsViewModel model;
    private final Messages messages;
    private final String title;
    private final Label name = new Label();
    private final TextField search = new TextField();
    private final Button copy = PlainText.in(new Button());
    private final HBox tools = new HBox(8, search, copy);
    private final ListView<Long> list = new ListView<>();
    private final Label missing = new Label();
    private final Label nothing = new Label();
    private final HBox noMatch;

    /**
     * @param id    the id of the list, from which those of its parts are made
     * @param title key of the text that says how many there are
     */
    public InventoryIdsView(String id, String title, InventoryIdsViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        this.title = title;
        setId(id);
        getStyleClass().addAll("id-card", "inventory-ids");
        name.setId(id + "Title");
        name.getStyleClass().add(Styles.STRONG);
        search.setId(id + "Search");
        search.setPromptText(messages.get("inventory.search"));
        search.textProperty().bindBidirectional(model.searchProperty());
        HBox.setHgrow(search, Priority.ALWAYS);
        Focus.onDown(search, list::requestFocus);
        copy.setId(id + "Copy");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(_ -> copy(model.shownProperty().get().ids()));
        tools.setAlignment(Pos.CENTER_LEFT);
        list.setId(id + "List");
        list.setFixedCellSize(ROW);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        missing.setWrapText(true);
        missing.setMinHeight(USE_PREF_SIZE);
        missing.getStyleClass().add(Styles.WARN);
        nothing.setId(id + "Nothing");
        nothing.getStyleClass().add(Styles.MUTED);
        var clear = new Hyperlink(messages.get("inventory.clear"));
        clear.setId(id + "Clear");
        clear.setOnAction(_ -> {
            model.searchProperty().set("");
            search.requestFocus();
        });
        noMatch = new HBox(8, nothing, clear);
        noMatch.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(name, tools, missing, noMatch, list);
        model.shownProperty().subscribe(this::show);
    }

    private void show(Shown now) {
        var counted = messages.get(title, now.all());
        name.setText(now.isSearched() ? messages.get("inventory.found", now.ids().size(), counted) : counted);
        search.setAccessibleText(messages.get("inventory.search.spoken", counted));
        list.setAccessibleText(name.getText());
        copy.setText(now.isSearched() ? messages.get("inventory.copy.found", now.ids().size())
                : messages.get("inventory.copy.all"));
        copy.setAccessibleText(messages.get("inventory.copy.spoken", copy.getText(), counted));
        copy.setDisable(now.ids().isEmpty());
        // A list of all of them is not copied, and cannot be changed.
        list.setItems(FXCollections.observableList(now.ids()));
        var height = Math.clamp(now.ids().size(), 1, MOST_ROWS) * ROW + EDGES;
        list.setMinHeight(height);
        list.setPrefHeight(height);
        list.setMaxHeight(height);
        appear(tools, now.all() > 0);
        appear(list, !now.ids().isEmpty());
        nothing.setText(messages.get("inventory.nothing", DisplayText.line(now.searched())));
        appear(noMatch, now.isSearched() && now.ids().isEmpty());
        missing.setText(messages.get("inventory.missing", String.join(", ",
                now.missing().stream().map(DisplayText::line).toList())));
        appear(missing, !now.missing().isEmpty() && !now.ids().isEmpty());
    }

    private void pressed(KeyEvent event) {
        if (COPY.match(event) && !list.getSelectionModel().isEmpty()) {
            copy(List.copyOf(list.getSelectionModel().getSelectedItems()));
            event.consume();
        }
    }

    private void copy(List<Long> ids) {
        model.copy(ids, Clipboards::copy);
    }

    private static void appear(Region part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }
}
