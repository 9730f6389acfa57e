package org.billrunconsole.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/** How well words can be read: the contrast ratio of WCAG 2, from 1 to 21. At least 4.5 is asked for. */
public final class Contrast {

    /** What the Web Content Accessibility Guidelines ask for at level AA. */
    public static final double ENOUGH = 4.5;

    /** What they ask for at level AAA, and the looks of high contrast give. */
    public static final double HIGH = 7;

    private Contrast() {}

    /** Of words as they stand there, with all that stands behind them and all that makes them fainter. */
    public static double of(Text words) {
        var behind = behind(words);
        return ratio(over(behind, (Color) words.getFill(), opacity(words)), behind);
    }

    /** The words of a part that cannot be read well enough, each with its contrast. @throws AssertionError if it has none */
    public static Set<String> tooFaint(Node part) {
        return tooFaint(part, ENOUGH);
    }

    /** The same for another contrast that is asked for. */
    public static Set<String> tooFaint(Node part, double least) {
        var words = texts(part).toList();
        assertThat(words).as("words of %s", part).isNotEmpty();
        return words.stream()
                .filter(text -> of(text) < least)
                .map(text -> "%s: %.2f".formatted(text.getText(), of(text)))
                .collect(Collectors.toSet());
    }

    /** All words that are seen, but for those on a control that cannot be used now; a menu's tell why, and count. */
    private static Stream<Text> texts(Node part) {
        if (part.isDisabled() && !part.getStyleClass().contains("menu-item")) {
            return Stream.empty();
        }
        if (part instanceof Text text) {
            return text.getText().isBlank() || text instanceof FontIcon ? Stream.empty() : Stream.of(text);
        }
        return part instanceof Parent parent && part.isVisible()
                ? parent.getChildrenUnmodifiable().stream().flatMap(Contrast::texts)
                : Stream.empty();
    }

    /** Of two colours that cover what is behind them. */
    public static double ratio(Color one, Color other) {
        var lighter = Math.max(luminance(one), luminance(other));
        var darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    /** The colour that shows behind a node: the backgrounds of all it stands in, over each other. */
    private static Color behind(Node node) {
        if (node.getParent() == null) {
            return own(node, Color.TRANSPARENT);
        }
        return own(node.getParent(), behind(node.getParent()));
    }

    private static Color own(Node node, Color behind) {
        var colour = behind;
        if (node instanceof Region region && region.getBackground() != null) {
            for (var fill : region.getBackground().getFills()) {
                if (fill.getFill() instanceof Color each) {
                    colour = over(colour, each, opacity(node));
                }
            }
        }
        return colour;
    }

    private static double opacity(Node node) {
        double opacity = 1;
        for (var each = node; each != null; each = each.getParent()) {
            opacity *= each.getOpacity();
        }
        return opacity;
    }

    private static Color over(Color below, Color above, double opacity) {
        var share = above.getOpacity() * opacity;
        return new Color(above.getRed() * share + below.getRed() * (1 - share),
                above.getGreen() * share + below.getGreen() * (1 - share),
                above.getBlue() * share + below.getBlue() * (1 - share), share + below.getOpacity() * (1 - share));
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen()) + 0.0722 * linear(
                colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
