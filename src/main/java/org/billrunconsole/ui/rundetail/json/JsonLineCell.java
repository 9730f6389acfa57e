package org.billrunconsole.ui.rundetail.json;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.rundetail.json.JsonText.Match;

/** A line of JSON: a node for each piece, so that no text from right to left turns the line around. */
final class JsonLineCell extends ListCell<String> {

    private final Supplier<JsonMatches> matches;
    private final HBox box = new HBox();
    private Optional<Node> current = Optional.empty();

    JsonLineCell(Supplier<JsonMatches> matches) {
        this.matches = matches;
        box.getStyleClass().add("json-line");
    }

    /** The place that is looked at, if it is in this line. */
    Optional<Node> current() {
        return current;
    }

    @Override
    protected void updateItem(String line, boolean empty) {
        super.updateItem(line, empty);
        box.getChildren().clear();
        current = Optional.empty();
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        setAccessibleText(line);
        var now = matches.get();
        var marks = now.in(getIndex()).iterator();
        var mark = marks.hasNext() ? Optional.of(marks.next()) : Optional.<Match>empty();
        for (var token : JsonToken.of(line)) {
            int at = token.from();
            while (mark.filter(each -> each.from() < token.to()).isPresent()) {
                var each = mark.get();
                plain(line, at, Math.max(at, each.from()), token.kind());
                at = Math.min(token.to(), each.to());
                marked(line.substring(Math.max(token.from(), each.from()), at), now.current().equals(mark));
                if (each.to() > token.to()) {
                    // It goes on in the next piece.
                    break;
                }
                mark = marks.hasNext() ? Optional.of(marks.next()) : Optional.empty();
            }
            plain(line, at, token.to(), token.kind());
        }
        setGraphic(box);
    }

    private void plain(String line, int from, int to, JsonToken.Kind kind) {
        if (from < to) {
            var text = new Text(line.substring(from, to));
            text.getStyleClass().addAll("json-text", style(kind));
            box.getChildren().add(text);
        }
    }

    private void marked(String words, boolean isCurrent) {
        var label = new Label(words);
        label.setMinWidth(USE_PREF_SIZE);
        label.getStyleClass().add("json-mark");
        label.pseudoClassStateChanged(Styles.state("current"), isCurrent);
        box.getChildren().add(label);
        if (isCurrent && current.isEmpty()) {
            current = Optional.of(label);
        }
    }

    private static String style(JsonToken.Kind kind) {
        return switch (kind) {
            case NAME -> "json-name";
            case STRING -> "json-string";
            case NUMBER -> "json-number";
            case LITERAL -> "json-literal";
            case PUNCTUATION -> "json-punctuation";
        };
    }
}
