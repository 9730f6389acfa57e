package org.billrunconsole.ui.rundetail;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.billrunconsole.i18n.CheckWords.Line;
import org.billrunconsole.ui.kit.WrappedText;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The checks of a run, one card each, most serious first. */
final class CheckLines {

    private final VBox box;
    private List<Line> shown = List.of();

    CheckLines(VBox box) {
        this.box = box;
    }

    void show(List<Line> lines) {
        if (!lines.equals(shown)) {
            shown = lines;
            box.getChildren().setAll(lines.stream().map(CheckLines::card).toList());
        }
    }

    private static HBox card(Line line) {
        var icon = new FontIcon(line.serious() || line.warning() ? Feather.ALERT_TRIANGLE : Feather.INFO);
        var text = new Label(line.text());
        WrappedText.in(text);
        HBox.setHgrow(text, Priority.ALWAYS);
        var card = new HBox(10, icon, text);
        card.getStyleClass().addAll("check-card", line.serious() ? "serious" : line.warning() ? "warning" : "info");
        card.setAccessibleText(line.severity() + ": " + line.text());
        return card;
    }
}
