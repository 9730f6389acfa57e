package org.billrunconsole.ui.runlist.views;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.settings.SavedView;
import org.billrunconsole.ui.kit.KeyHints;
import org.billrunconsole.ui.kit.LazyTooltips;
import org.billrunconsole.ui.kit.PlainText;
import org.billrunconsole.ui.kit.announce.AnnouncedLabel;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The card below <i>Views</i>: the views of a list, each with its key, and a place to save how it is looked at now. */
public final class ViewsCard extends VBox {

    /** Views that have a key of their own. */
    private static final int KEYS = 9;
    /** How wide a description is, in pixels. */
    private static final double WORDS = 270;

    private final RunViews views;
    private final Messages messages;
    private final Runnable opened;
    private final VBox rows = new VBox();
    private final Label problem = PlainText.in(new Label());
    private final TextField name = new TextField();
    /** The row that asks something, by the name of its view. */
    private Optional<String> asking = Optional.empty();

    /** @param opened told when a view has been opened */
    public ViewsCard(RunViews views, Messages messages, Runnable opened) {
        this.views = views;
        this.messages = messages;
        this.opened = opened;
        setId("viewsCard");
        rows.getStyleClass().add("view-rows");
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("view-scroll");
        scroll.setFocusTraversable(false);
        problem.setId("viewProblem");
        problem.getStyleClass().add("popup-problem");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.visibleProperty());
        views.problemProperty().subscribe(now -> {
            problem.setText(now.orElse(""));
            problem.setVisible(now.isPresent());
        });
        AnnouncedLabel.error(problem);
        views.viewsProperty().subscribe(this::show);
        getChildren().setAll(scroll, problem, foot());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** What was asked in it before is not asked any more. */
    public void reset() {
        asking = Optional.empty();
        views.forgetProblem();
        show(views.viewsProperty().get());
        rows.lookupAll(".view-open").stream().findFirst().ifPresent(Node::requestFocus);
    }

    private void show(List<NamedView> all) {
        rows.getChildren().setAll(IntStream.range(0, all.size()).mapToObj(i -> row(all.get(i), i)).toList());
    }

    private HBox row(NamedView view, int place) {
        var open = open(view, place);
        var row = new HBox(open);
        row.getStyleClass().add("view-row");
        HBox.setHgrow(open, Priority.ALWAYS);
        if (view instanceof NamedView.Saved(var saved)) {
            row.getChildren().addAll(
                    icon(Feather.EDIT_2, "views.rename", saved, () -> askForName(row, saved)),
                    icon(Feather.TRASH_2, "views.delete", saved, () -> askToDelete(row, saved)));
        }
        return row;
    }

    private Button open(NamedView view, int place) {
        var title = PlainText.in(new Label(views.name(view)));
        title.getStyleClass().add("view-name");
        // A label within a button does not know how wide it will be, and so not how high.
        var text = new Text(views.description(view));
        text.setWrappingWidth(WORDS);
        text.getStyleClass().add("view-text");
        var words = new VBox(title, text);
        var content = new HBox(words);
        content.getStyleClass().add("view-content");
        if (place < KEYS) {
            var key = PlainText.in(new Label(KeyHints.shortcut(messages, Integer.toString(place + 1))));
            key.getStyleClass().add("key-hint");
            key.setMinWidth(Region.USE_PREF_SIZE);
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            content.getChildren().addAll(gap, key);
        }
        var open = PlainText.in(new Button("", content));
        open.getStyleClass().add("view-open");
        open.setMaxWidth(Double.MAX_VALUE);
        open.setAccessibleText(messages.get("views.spoken", views.name(view), views.description(view)));
        open.setOnAction(_ -> open(view));
        return open;
    }

    private Button icon(Feather picture, String words, SavedView view, Runnable action) {
        var button = PlainText.in(new Button("", new FontIcon(picture)));
        button.getStyleClass().addAll("flat", "button-icon");
        LazyTooltips.name(button, messages.get(words, view.name()));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void open(NamedView view) {
        if (views.open(view)) {
            opened.run();
        }
    }

    private void askForName(HBox row, SavedView view) {
        var field = new TextField(view.name());
        field.setAccessibleText(messages.get("views.rename", view.name()));
        HBox.setHgrow(field, Priority.ALWAYS);
        var rename = button("views.rename.done", () -> views.rename(view, field.getText(), this::reset));
        field.setOnAction(_ -> rename.fire());
        ask(row, view, field, List.of(field, rename, button("views.keep", this::reset)));
        field.selectAll();
    }

    private void askToDelete(HBox row, SavedView view) {
        var question = PlainText.in(new Label(messages.get("views.delete.ask", view.name())));
        question.setWrapText(true);
        question.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(question, Priority.ALWAYS);
        var keep = button("views.keep", this::reset);
        ask(row, view, keep, List.of(question,
                button("views.delete.done", () -> views.delete(view, this::reset)), keep));
    }

    private void ask(HBox row, SavedView view, Node first, List<? extends Node> content) {
        if (asking.isPresent()) {
            reset();
            return;
        }
        asking = Optional.of(view.name());
        row.getChildren().setAll(content);
        first.requestFocus();
    }

    private Button button(String words, Runnable action) {
        var button = PlainText.in(new Button(messages.get(words)));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private HBox foot() {
        name.setId("viewName");
        name.setPromptText(messages.get("views.save.prompt"));
        name.setAccessibleText(name.getPromptText());
        HBox.setHgrow(name, Priority.ALWAYS);
        var save = button("views.save", () -> views.saveAs(name.getText(), name::clear));
        save.setId("viewSave");
        name.setOnAction(_ -> save.fire());
        var foot = new HBox(name, save);
        foot.getStyleClass().add("popup-foot");
        return foot;
    }

    private void pressed(KeyEvent event) {
        var place = event.isShortcutDown() ? digit(event.getCode()) : -1;
        var all = views.viewsProperty().get();
        if (place >= 0) {
            event.consume();
            if (place < all.size()) {
                open(all.get(place));
            }
        } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            move(event);
        }
    }

    /** From one view to the next, or to the one before. */
    private void move(KeyEvent event) {
        var buttons = rows.lookupAll(".view-open").stream().toList();
        var now = buttons.indexOf(getScene().getFocusOwner());
        if (now >= 0) {
            event.consume();
            var next = now + (event.getCode() == KeyCode.DOWN ? 1 : -1);
            if (next >= 0 && next < buttons.size()) {
                buttons.get(next).requestFocus();
            }
        }
    }

    /** Which view a key stands for, from 0; -1 for none. */
    private static int digit(KeyCode key) {
        return key.isDigitKey() && key != KeyCode.DIGIT0 && key != KeyCode.NUMPAD0
                ? key.getName().charAt(key.getName().length() - 1) - '1'
                : -1;
    }
}
