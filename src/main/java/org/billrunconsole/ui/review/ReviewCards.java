package org.billrunconsole.ui.review;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
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

/** The figures of a review; one with a list behind it is a button that shows the list. */
final class ReviewCards {

    /** What a card needs for its longest words, in pixels. */
    private static final double LEAST_WIDTH = 118;
    private static final int IN_NARROW_ROW = 3;

    private final GridPane place;
    private final Consumer<ReviewPart> choose;

    ReviewCards(GridPane place, Consumer<ReviewPart> choose) {
        this.place = place;
        this.choose = choose;
        place.widthProperty().subscribe(this::arrange);
    }

    void show(List<ReviewContents.Card> cards, ReviewPart chosen) {
        place.getChildren().setAll(cards.stream().map(this::card).toList());
        arrange();
        choose(chosen);
    }

    /** All in one row, or a few in each where their words would have to be broken. */
    private void arrange() {
        var cards = place.getChildren();
        var columns = cards.size() * LEAST_WIDTH > place.getWidth() ? Math.min(cards.size(), IN_NARROW_ROW)
                : cards.size();
        if (columns != place.getColumnConstraints().size()) {
            place.getColumnConstraints().setAll(Stream.generate(() -> share(columns)).limit(columns).toList());
        }
        for (int i = 0; i < cards.size(); i++) {
            GridPane.setConstraints(cards.get(i), i % columns, i / columns);
        }
    }

    private static ColumnConstraints share(int columns) {
        var share = new ColumnConstraints();
        share.setPercentWidth(100.0 / columns);
        return share;
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
