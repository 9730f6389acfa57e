package org.billrunconsole.ui.kit.look;

import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** How wide a table's column must be for its header, or for a word in a pill, in whichever language. For the window's thread. */
public final class HeaderWidth {

    /** As console.css has the words of a header. */
    private static final Font FONT = Font.font("Inter Tabular", FontWeight.BOLD, 11);
    private static final Font PILL = Font.font("Inter Tabular", FontWeight.BOLD, 12);
    private static final double PILL_SIDES = 18;
    /** What console.css leaves beside the words, and a little for the edge. */
    private static final double BESIDE = 20;
    /** The arrow of a column that is sorted by. */
    private static final double ARROW = 14;

    private HeaderWidth() {}

    /** Of a column that cannot be sorted by, in pixels. */
    public static double of(String words) {
        var text = new Text(words);
        text.setFont(FONT);
        return Math.ceil(text.getLayoutBounds().getWidth()) + BESIDE;
    }

    /** Of a column whose cells show these words in a pill, in pixels. */
    public static double ofPill(String words) {
        var text = new Text(words);
        text.setFont(PILL);
        return Math.ceil(text.getLayoutBounds().getWidth()) + PILL_SIDES + BESIDE;
    }

    /** Of one that can, in pixels. */
    public static double sortable(String words) {
        return of(words) + ARROW;
    }
}
