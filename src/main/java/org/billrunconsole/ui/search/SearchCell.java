package org.billrunconsole.ui.search;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.SearchText;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.ui.kit.PlainText;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.look.MarkedText;
import org.billrunconsole.ui.search.SearchViewModel.Line;

/** A line of the box: a heading, or a name with the letters marked that were typed, and what tells it from others. */
final class SearchCell extends ListCell<Line> {

    private final ObservableValue<List<String>> words;
    private final Messages messages;
    private final MarkedText name = new MarkedText(fontProperty(), textFillProperty(), 0);
    private final Label detail = PlainText.in(new Label());
    private final HBox box = new HBox(12);

    SearchCell(ObservableValue<List<String>> words, Messages messages, Consumer<Line> choose) {
        this.words = words;
        this.messages = messages;
        PlainText.in(this);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        detail.getStyleClass().addAll(Styles.MUTED, "small");
        detail.setMinWidth(0);
        box.setAlignment(Pos.CENTER_LEFT);
        // The text would be drawn at the top of a taller one.
        box.setFillHeight(false);
        box.getChildren().addAll(name, gap, detail);
        setPrefWidth(0);
        setOnMouseClicked(_ -> {
            if (getItem() != null) {
                choose.accept(getItem());
            }
        });
    }

    @Override
    protected void updateItem(Line line, boolean empty) {
        super.updateItem(line, empty);
        pseudoClassStateChanged(Styles.state("heading"), !empty && line instanceof Line.Heading);
        pseudoClassStateChanged(Styles.state("denied"), !empty && line instanceof Line.Hit(_, var offer)
                && offer.whyNot().isPresent());
        setGraphic(null);
        setText(null);
        setAccessibleText(null);
        if (empty || line == null) {
            return;
        }
        switch (line) {
            case Line.Heading(var group, var shown, var all) -> {
                setContentDisplay(ContentDisplay.TEXT_ONLY);
                var title = messages.get("search.group." + Sentences.key(group));
                setText(all > shown ? messages.get("search.group.some", title, shown, all) : title);
            }
            case Line.Hit(_, var offer) -> {
                name.show(offer.name(), SearchText.found(offer.name(), words.getValue()), Optional.empty());
                detail.setText(offer.whyNot().orElse(offer.detail()));
                setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
                setGraphic(box);
                setAccessibleText(messages.get("search.chosen", offer.name(), detail.getText()));
            }
        }
    }
}
