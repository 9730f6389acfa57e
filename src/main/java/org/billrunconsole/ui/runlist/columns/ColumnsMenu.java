package org.billrunconsole.ui.runlist.columns;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.event.EventHandler;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.SearchText;
import org.billrunconsole.ui.kit.PlainText;
import org.billrunconsole.ui.runlist.rows.RowOrder;

/**
 * The menu that shows and hides columns, and the keyboard's way to move them, to make them wider and to sort by several. There are as many columns
 * as a run has fields, so they are searched and scrolled. The menu stays open: whoever wants one column other often
 * wants two.
 */
public final class ColumnsMenu {

    /** In pixels: some ten columns, which leaves room for the menu in the smallest window. */
    private static final double HIGHEST = 320;

    /** By how much a key makes a column wider or narrower, in pixels. */
    private static final double WIDTH_STEP = 16;

    private final MenuButton button;
    private final Messages messages;
    private final SortKeys sort;
    private final TextField search = new TextField();
    private final List<CheckBox> boxes;
    private final List<RunColumn> columns;
    private final ScrollPane scroll;
    private final EventHandler<KeyEvent> keys = this::pressed;

    public ColumnsMenu(MenuButton button, List<RunColumn> columns, SortKeys sort, Messages messages) {
        this.button = button;
        this.messages = messages;
        this.sort = sort;
        this.columns = columns;
        boxes = columns.stream().map(this::box).toList();
        scroll = new ScrollPane(new VBox(boxes.toArray(CheckBox[]::new)));
        scroll.setFitToWidth(true);
        // The list is as wide as its longest name and the bar beside it.
        scroll.setMinWidth(Region.USE_PREF_SIZE);
        scroll.setMaxHeight(HIGHEST);
        search.setId("columnsSearch");
        search.setPromptText(messages.get("columns.search"));
        search.setAccessibleText(messages.get("columns.search"));
        search.textProperty().subscribe(this::narrow);
        var chooser = new VBox(search, scroll);
        chooser.getStyleClass().add("columns-chooser");
        var item = new CustomMenuItem(chooser, false);
        item.setId("columnsChooser");
        button.getItems().setAll(sortMenu(), new SeparatorMenuItem(), item);
        button.setOnShown(_ -> {
            search.getScene().removeEventFilter(KeyEvent.KEY_PRESSED, keys);
            search.getScene().addEventFilter(KeyEvent.KEY_PRESSED, keys);
            search.clear();
            search.requestFocus();
        });
    }

    /**
     * Offers to group rows.
     *
     * @param by       what they can be grouped by
     * @param grouping what they are grouped by
     */
    public void group(List<RowOrder.Grouping> by, ObjectProperty<Optional<RowOrder.Grouping>> grouping) {
        var menu = new Menu(messages.get("columns.group"));
        menu.setId("groupMenu");
        var choices = new ToggleGroup();
        Stream.concat(Stream.of(Optional.<RowOrder.Grouping>empty()), by.stream().map(Optional::of)).forEach(each -> {
            var item = new RadioMenuItem(each.map(some -> messages.get("column." + some.name())).orElseGet(
                    () -> messages.get("columns.group.none")));
            item.setId("group-" + each.map(RowOrder.Grouping::name).orElse("none"));
            item.setToggleGroup(choices);
            item.setOnAction(_ -> grouping.set(each));
            grouping.subscribe(now -> {
                if (now.equals(each)) {
                    item.setSelected(true);
                }
            });
            menu.getItems().add(item);
        });
        button.getItems().addFirst(menu);
    }

    private CheckBox box(RunColumn column) {
        var box = PlainText.in(new CheckBox(column.getText()));
        box.setId("column-" + column.getId());
        box.setMaxWidth(Double.MAX_VALUE);
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.selectedProperty().bindBidirectional(column.visibleProperty());
        box.setDisable("name".equals(column.getId()));
        box.setAccessibleHelp(messages.get("columns.keys"));
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private void narrow(String text) {
        var words = SearchText.words(text);
        for (int i = 0; i < boxes.size(); i++) {
            var title = SearchText.folded(columns.get(i).getText());
            boxes.get(i).setVisible(words.stream().allMatch(title::contains));
        }
    }

    /** The keyboard's way through search and columns, which the menu does not know of. */
    private void pressed(KeyEvent event) {
        var offered = boxes.stream().filter(box -> box.isVisible() && !box.isDisabled()).toList();
        var place = offered.stream().filter(CheckBox::isFocused).findFirst().map(offered::indexOf).orElse(-1);
        if (!search.isFocused() && place < 0) {
            return;
        }
        if (place >= 0 && isForColumn(event, columns.get(boxes.indexOf(offered.get(place))))) {
            event.consume();
            return;
        }
        switch (event.getCode()) {
            case DOWN -> focus(offered, place + 1);
            case UP -> focus(offered, place - 1);
            case SPACE, ENTER -> {
                if (place >= 0) {
                    offered.get(place).fire();
                }
            }
            default -> {
                return;
            }
        }
        // A space in the search is typed by another event than this.
        event.consume();
    }

    /** What the mouse does with a header. */
    private static boolean isForColumn(KeyEvent event, RunColumn column) {
        switch (event.getCode()) {
            case LEFT, KP_LEFT -> {
                return event.isAltDown() && TableLayout.move(column, -1);
            }
            case RIGHT, KP_RIGHT -> {
                return event.isAltDown() && TableLayout.move(column, 1);
            }
            case PLUS, EQUALS, ADD -> widen(column, WIDTH_STEP);
            case MINUS, SUBTRACT -> widen(column, -WIDTH_STEP);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void widen(RunColumn column, double by) {
        column.setPrefWidth(Math.clamp(column.getWidth() + by, column.getMinWidth(), column.getMaxWidth()));
    }

    private void focus(List<CheckBox> offered, int place) {
        if (place < 0) {
            search.requestFocus();
        } else if (place < offered.size()) {
            var box = offered.get(place);
            box.requestFocus();
            var beyond = scroll.getContent().getLayoutBounds().getHeight() - scroll.getViewportBounds().getHeight();
            scroll.setVvalue(beyond <= 0 ? 0 : Math.clamp((box.getLayoutY() - HIGHEST / 2) / beyond, 0, 1));
        }
    }

    private Menu sortMenu() {
        var menu = new Menu(messages.get("columns.sort"));
        menu.setId("sortMenu");
        for (var column : columns) {
            var label = PlainText.in(new Label());
            var item = new CustomMenuItem(label, false);
            item.setId("sort-" + column.getId());
            item.visibleProperty().bind(column.visibleProperty());
            item.setOnAction(_ -> sort.next(column));
            menu.getItems().add(item);
            sort.onChange(() -> label.setText(sort.words(column)));
        }
        var clear = new CustomMenuItem(PlainText.in(new Label(messages.get("columns.sort.none"))), false);
        clear.setId("sort-none");
        clear.setOnAction(_ -> sort.clear());
        menu.getItems().addAll(List.of(new SeparatorMenuItem(), clear));
        return menu;
    }
}
