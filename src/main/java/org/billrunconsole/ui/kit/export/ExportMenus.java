package org.billrunconsole.ui.kit.export;

import java.util.ArrayList;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.export.ExportsViewModel.Kind;
import org.billrunconsole.ui.kit.export.ExportsViewModel.Notation;
import org.billrunconsole.ui.kit.export.ExportsViewModel.Separator;
import org.jspecify.annotations.Nullable;

/** Makes the menus that offer to save what a screen shows. */
public final class ExportMenus {

    private final ExportsViewModel exports;
    private final Messages messages;
    private final ExportWords words;
    /** From where the last export was begun. */
    private @Nullable MenuButton last;

    public ExportMenus(ExportsViewModel exports, Messages messages) {
        this.exports = exports;
        this.messages = messages;
        this.words = new ExportWords(messages);
    }

    /**
     * Fills the menu of a screen's button.
     *
     * @return how the last export from there went, in words, for screens over which no notice can be seen
     */
    public ReadOnlyStringProperty fill(MenuButton button, ExportSource source) {
        var told = new ReadOnlyStringWrapper("");
        exports.stateProperty().addListener((_, _, state) -> {
            if (last == button) {
                told.set(words.text(state));
            }
        });
        var scope = new SimpleObjectProperty<>(Scope.SHOWN);
        var xlsx = item("exportXlsx", messages.get("export.xlsx"), () -> save(button, source, scope.get(), Kind.XLSX));
        var csv = item("exportCsv", messages.get("export.csv"), () -> save(button, source, scope.get(), Kind.CSV));
        button.getItems().setAll(xlsx, csv);
        var scopes = new ToggleGroup();
        var shown = choice("exportShown", "", scopes, scope, Scope.SHOWN);
        var chosen = choice("exportChosen", "", scopes, scope, Scope.CHOSEN);
        if (source.canChoose()) {
            button.getItems().addAll(new SeparatorMenuItem(), shown, chosen);
        }
        button.getItems().addAll(new SeparatorMenuItem(), separators(), notations());
        button.setOnShowing(_ -> {
            shown.setText(messages.get("export.shown", source.shown()));
            chosen.setText(messages.get("export.chosen", source.chosen()));
            chosen.setDisable(source.chosen() == 0);
            if (source.chosen() == 0) {
                shown.setSelected(true);
            }
            xlsx.setDisable(exports.isWriting());
            csv.setDisable(exports.isWriting());
        });
        return told.getReadOnlyProperty();
    }

    /** Opens such a menu, for the keyboard; does nothing while there is none. */
    public static void open(MenuButton button) {
        if (!button.getItems().isEmpty() && button.isVisible()) {
            button.requestFocus();
            button.show();
        }
    }

    private enum Scope {
        SHOWN, CHOSEN
    }

    private void save(MenuButton button, ExportSource source, Scope scope, Kind kind) {
        var ending = "." + kind.name().toLowerCase(Locale.ROOT);
        var words = kind == Kind.XLSX ? messages.get("export.xlsx.kind") : messages.get("export.csv.kind");
        exports.places()
                .choose(button.getScene().getWindow(), messages.get("export.title"), source.fileName() + ending, words,
                        ending)
                .ifPresent(file -> {
                    last = button;
                    exports.start(source.table(scope == Scope.CHOSEN), kind, file);
                });
    }

    private Menu separators() {
        return choices("exportSeparator", messages.get("export.separator"), Separator.values(),
                exports.separatorProperty(), each -> switch (each) {
                    case REGION -> messages.get("export.separator.region", messages.get(
                            exports.regionalSeparator() == ';' ? "export.separator.semicolon"
                                    : "export.separator.comma"));
                    case COMMA -> messages.get("export.separator.comma");
                    case SEMICOLON -> messages.get("export.separator.semicolon");
                    case TAB -> messages.get("export.separator.tab");
                });
    }

    private Menu notations() {
        return choices("exportNotation", messages.get("export.notation"), Notation.values(),
                exports.notationProperty(), each -> switch (each) {
                    case REGION -> messages.get("export.notation.region", exports.example(each));
                    case ISO -> messages.get("export.notation.iso", exports.example(each));
                });
    }

    private static <T> Menu choices(String id, String title, T[] values, ObjectProperty<T> chosen,
            Function<T, String> words) {
        var menu = new Menu(title);
        menu.setId(id);
        menu.setMnemonicParsing(false);
        var group = new ToggleGroup();
        var items = new ArrayList<MenuItem>();
        for (var value : values) {
            items.add(choice(id + value, words.apply(value), group, chosen, value));
        }
        menu.getItems().setAll(items);
        return menu;
    }

    private static <T> RadioMenuItem choice(String id, String text, ToggleGroup group, ObjectProperty<T> chosen,
            T value) {
        var item = new RadioMenuItem(text);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setToggleGroup(group);
        chosen.subscribe(now -> {
            if (now == value) {
                item.setSelected(true);
            }
        });
        item.selectedProperty().subscribe(selected -> {
            if (selected) {
                chosen.set(value);
            }
        });
        return item;
    }

    private static MenuItem item(String id, String text, Runnable action) {
        var item = new MenuItem(text);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
