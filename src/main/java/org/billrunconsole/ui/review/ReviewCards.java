package org.billrunconsole.ui.review;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.billrunconsole.ui.kit.PlainText;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.WrappedText;

/** The figures of a review in a row; one with a list behind it is a button that shows the list. */
final class ReviewCards {

    private final GridPane place;
    private final Consumer<ReviewPart> choose;

    ReviewCards(GridPane place, Consumer<ReviewPart> choose) {
        this.place = place;
        this.choose = choose;
    }

    void show(List<ReviewContents.Card> cards, ReviewPart chosen) {
        place.getChildren().clear();
        place.getColumnConstraints().clear();
        for (var card : cards) {
            var share = new ColumnConstraints();
            share.setPercentWidth(100.0 / cards.size());
            place.getColumnConstraints().add(share);
            place.addRow(0, card(card));
        }
        choose(chosen);
    }

    /** Marks the card whose list is shown. */
    void choose(ReviewPart chosen) {
        place.getChildren()
                .stream()
                .filter(ToggleButton.class::isInstance)
                .map(ToggleButton.class::cast)
                .forEach(card -> card.setSelected(Optional.of(chosen).equals(Optional.ofNullable(card.getUserData()))));
    }

    private Region card(ReviewContents.Card card) {
        var title = WrappedText.in(PlainText.in(new Label(card.title())));
        title.getStyleClass().add("review-figure");
        title.setMinHeight(Region.USE_PREF_SIZE);
        var text = WrappedText.in(PlainText.in(new Label(card.text())));
        text.getStyleClass().add(Styles.MUTED);
        text.setMinHeight(Region.USE_PREF_SIZE);
        var content = new VBox(title, text);
        content.getStyleClass().add("review-card-text");
        Region made = card.part().<Region>map(part -> button(content, part)).orElse(content);
        made.setId(card.id());
        made.getStyleClass().add("review-card");
        made.pseudoClassStateChanged(Styles.state("warns"), card.warns());
        made.setAccessibleText(card.title() + ", " + card.text());
        made.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        made.setMinWidth(0);
        return made;
    }

    private ButtonBase button(VBox content, ReviewPart part) {
        var button = new ToggleButton(null, content) {
            /** As high as its words are at its width, which a button does not ask of what it shows. */
            @Override
            protected double computePrefHeight(double width) {
                return snappedTopInset() + snappedBottomInset() + Math.ceil(content.prefHeight(width < 0 ? -1
                        : width - snappedLeftInset() - snappedRightInset()));
            }

            @Override
            public Orientation getContentBias() {
                return Orientation.HORIZONTAL;
            }

            @Override
            protected void layoutChildren() {
                super.layoutChildren();
                content.resizeRelocate(snappedLeftInset(), snappedTopInset(),
                        getWidth() - snappedLeftInset() - snappedRightInset(),
                        getHeight() - snappedTopInset() - snappedBottomInset());
            }
        };
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setUserData(part);
        button.setOnAction(_ -> choose.accept(part));
        return button;
    }
}
