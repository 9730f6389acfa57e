package org.billrunconsole.ui.kit.dialog;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/**
 * The lines under the letters of a dialog's buttons. JavaFX draws such lines only for mnemonics of its own, which press
 * the button past all that keeps a key from it.
 */
final class LetterLines extends Pane {

    /** A line, where the card has it, in the colour of the text. */
    private record Line(Bounds where, Paint fill, double opacity) {}

    private List<Line> drawn = List.of();

    LetterLines() {
        setManaged(false);
        setMouseTransparent(true);
    }

    /** Draws them where the letters are now; none for what is scrolled out of view or has no room for its words. */
    void draw(Map<ButtonBase, Character> letters) {
        var lines = letters.entrySet().stream().flatMap(each -> line(each.getKey(), each.getValue())).toList();
        if (!lines.equals(drawn)) {
            drawn = lines;
            getChildren().setAll(lines.stream().map(LetterLines::rectangle).toList());
        }
    }

    private Stream<Line> line(ButtonBase button, char letter) {
        if (!(button.lookup(".text") instanceof Text text)) {
            return Stream.empty();
        }
        var place = ButtonLetters.place(text.getText(), letter);
        if (place.isEmpty()) {
            return Stream.empty();
        }
        var shape = new Path(text.underlineShape(place.getAsInt(), place.getAsInt() + 1)).getLayoutBounds();
        var inScene = text.localToScene(shape);
        return isInView(button, inScene) ? Stream.of(new Line(sceneToLocal(inScene), text.getFill(),
                button.getOpacity())) : Stream.empty();
    }

    private static boolean isInView(Node button, Bounds line) {
        return Stream.<Parent>iterate(button.getParent(), Objects::nonNull, Node::getParent)
                .filter(ScrollPane.class::isInstance)
                .allMatch(scroll -> scroll.localToScene(scroll.getLayoutBounds()).contains(line));
    }

    private static Node rectangle(Line line) {
        var where = line.where();
        var shape = new Rectangle(where.getMinX(), Math.round(where.getMinY()), where.getWidth(), 1);
        shape.setFill(line.fill());
        shape.setOpacity(line.opacity());
        return shape;
    }
}
