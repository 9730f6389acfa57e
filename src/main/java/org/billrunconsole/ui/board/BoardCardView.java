package org.billrunconsole.ui.board;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.ui.kit.LazyTooltips;
import org.billrunconsole.ui.kit.PlainText;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.Tone;
import org.billrunconsole.ui.kit.WrappedText;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A card: name, money and one line, an edge in the colour of how urgent the run is, and a sign that says the same. */
final class BoardCardView extends VBox {

    private final Label name = label("card-name");
    private final Label money = label("card-money");
    private final Label line = label("card-line");
    private final FontIcon sign = new FontIcon();
    private Optional<BoardCard> card = Optional.empty();
    private boolean low;

    BoardCardView() {
        getStyleClass().add("board-card");
        setAccessibleRole(AccessibleRole.BUTTON);
        sign.getStyleClass().add("card-sign");
        line.setGraphic(sign);
        getChildren().addAll(name, money, line);
    }

    /** One to measure others by: each of its texts fills one line. */
    static BoardCardView sample() {
        var sample = new BoardCardView();
        Stream.of(sample.name, sample.money, sample.line).forEach(label -> label.setText("X"));
        sample.sign.setIconCode(Feather.CIRCLE);
        return sample;
    }

    /** The run that it shows. */
    Optional<RunKey> run() {
        return card.map(BoardCard::key);
    }

    /**
     * Shows a run as it is now.
     *
     * @param inRow whether each text has one line only, and is told in full where the pointer rests
     */
    void show(BoardCard now, boolean inRow) {
        if (inRow != low) {
            low = inRow;
            List.of(name, money, line).forEach(label -> label.setWrapText(!inRow));
        }
        if (card.filter(now::equals).isEmpty()) {
            card = Optional.of(now);
            fill(now);
        }
    }

    private void fill(BoardCard now) {
        name.setText(now.name());
        money.setText(now.money());
        line.setText(now.line());
        LazyTooltips.set(name, now.name());
        LazyTooltips.set(line, now.line());
        setAccessibleText(now.accessible());
        Styles.tone(this, tone(now.standing()));
        Styles.choose(this, now.standing() == Standing.UNKNOWN ? "unknown" : "known", "known", "unknown");
        sign.setIconCode(switch (now.standing()) {
            case LATE -> Feather.ALERT_OCTAGON;
            case UNKNOWN -> Feather.HELP_CIRCLE;
            case WAITS -> Feather.USER;
            case WORKS -> Feather.LOADER;
            case QUIET -> Feather.CIRCLE;
            case DONE -> Feather.CHECK;
        });
    }

    /** The colour of how urgent a run is. */
    static Tone tone(Standing standing) {
        return switch (standing) {
            case LATE -> Tone.DANGER;
            case UNKNOWN, WAITS -> Tone.WARNING;
            case WORKS -> Tone.ACCENT;
            case QUIET -> Tone.NEUTRAL;
            case DONE -> Tone.SUCCESS;
        };
    }

    private static Label label(String style) {
        var label = PlainText.in(new Label());
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        WrappedText.in(label);
        return label;
    }
}
