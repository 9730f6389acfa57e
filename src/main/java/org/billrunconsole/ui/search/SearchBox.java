package org.billrunconsole.ui.search;

import atlantafx.base.controls.ModalPane;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.PlainText;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.WhileShown;
import org.billrunconsole.ui.kit.command.Offer;
import org.billrunconsole.ui.kit.dialog.ModalCard;
import org.billrunconsole.ui.search.SearchViewModel.Line;
import org.billrunconsole.ui.search.SearchViewModel.State;

/**
 * The box: a field and what it finds. The keyboard stays in the field; the arrow keys go through what was found, Enter
 * chooses it. What cannot be chosen says why and stays.
 */
public final class SearchBox extends VBox {

    /** How far Page Up and Page Down go, in lines. */
    private static final int PAGE = 8;

    private final SearchViewModel model;
    private final Messages messages;
    private final TextField field = new TextField();
    private final ListView<Line> list = new ListView<>();
    private final Label status = PlainText.in(new Label());
    private final Button close;

    private SearchBox(SearchViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        setId("searchBox");
        getStyleClass().addAll("dialog-card", "find-box");
        field.setId("searchBoxField");
        field.setPromptText(messages.get("search.prompt"));
        field.setAccessibleText(messages.get("search.accessible"));
        setAccessibleText(messages.get("search.accessible"));
        var top = new HBox(field);
        top.getStyleClass().add("find-box-top");
        HBox.setHgrow(field, Priority.ALWAYS);
        list.setId("searchBoxList");
        list.getStyleClass().add("find-list");
        list.setFocusTraversable(false);
        list.setItems(model.lines());
        list.setPlaceholder(new Region());
        setVgrow(list, Priority.ALWAYS);
        status.getStyleClass().addAll(Styles.MUTED, "small");
        status.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        close = PlainText.in(new Button(messages.get("search.close")));
        close.setId("searchBoxClose");
        close.setCancelButton(true);
        close.setMinWidth(Region.USE_PREF_SIZE);
        var foot = new HBox(status, gap, close);
        foot.getStyleClass().addAll("dialog-foot", "find-box-foot");
        getChildren().addAll(top, list, foot);
    }

    /** Shows it over the window, unless a dialog is open. */
    public static void show(SearchViewModel model, Messages messages, ModalPane over) {
        var box = new SearchBox(model, messages);
        model.search("");
        ModalCard.show(box, over, () -> box.field).ifPresent(card -> {
            over.setAlignment(Pos.TOP_CENTER);
            box.follow(card);
        });
    }

    private void follow(ModalCard card) {
        close.setOnAction(_ -> card.close());
        list.setCellFactory(_ -> new SearchCell(model.wordsProperty(), messages, line -> {
            model.choose(line);
            open(card);
        }));
        field.addEventFilter(KeyEvent.KEY_PRESSED, press -> pressed(press, card));
        field.textProperty().subscribe(model::search);
        WhileShown.subscribe(this, _ -> model.chosenProperty().subscribe(place -> select(place.intValue()))
                .and(model.stateProperty().subscribe(this::show))
                .and(model::stop));
    }

    private void pressed(KeyEvent press, ModalCard card) {
        switch (press.getCode()) {
            case DOWN -> model.step(1);
            case UP -> model.step(-1);
            case PAGE_DOWN -> page(1);
            case PAGE_UP -> page(-1);
            case ENTER -> model.whenFound(() -> open(card));
            default -> {
                return;
            }
        }
        press.consume();
    }

    private void page(int by) {
        for (int line = 0; line < PAGE; line++) {
            model.step(by);
        }
    }

    private void open(ModalCard card) {
        model.chosen().filter(offer -> offer.whyNot().isEmpty()).ifPresent(offer -> {
            card.close();
            offer.choose().run();
        });
    }

    private void select(int place) {
        if (place < 0) {
            list.getSelectionModel().clearSelection();
            field.setAccessibleHelp("");
        } else {
            list.getSelectionModel().clearAndSelect(place);
            // Its heading comes into view with the first.
            list.scrollTo(Math.max(0, place - PAGE / 2));
            field.setAccessibleHelp(model.chosen().map(this::words).orElse(""));
        }
        show(model.stateProperty().get());
    }

    private String words(Offer offer) {
        var more = offer.whyNot().orElse(offer.detail());
        return more.isEmpty() ? offer.name() : messages.get("search.chosen", offer.name(), more);
    }

    private void show(State state) {
        status.setText(switch (state) {
            case SEARCHING -> messages.get("search.searching");
            case NO_MATCH -> messages.get("search.no-match");
            case FAILED -> messages.get("search.failed");
            case READY -> model.chosen().flatMap(Offer::whyNot).map(_ -> messages.get("search.not-now")).orElseGet(
                    () -> messages.get("search.hint"));
        });
    }
}
