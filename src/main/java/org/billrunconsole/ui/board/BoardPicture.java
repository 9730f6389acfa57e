package org.billrunconsole.ui.board;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/**
 * Takes a picture of the board as it looks now: its head and all its cards, also of rows that are scrolled away. On the
 * window's thread, between two frames, so that nobody sees what is changed for it.
 *
 * @param board   all of it
 * @param head    what stands above the cards
 * @param cards   the cards
 * @param taken   where a picture says what it is of; not shown otherwise
 * @param controls those of the head, which say nothing in a picture
 */
record BoardPicture(Region board, Region head, BoardPane cards, Label taken, List<Node> controls) {

    /** So many pixels for each of its own, to be read on paper. */
    private static final int SHARP = 2;
    /** Higher than this it is not so sharp. */
    private static final double HIGH = 4_000;
    /** No program shows a picture that is higher. */
    private static final double HIGHEST = 12_000;
    private static final double MARGIN = 16;

    /** @param words of what and when it is */
    Image take(String words) {
        taken.setText(words);
        arrange(true);
        try {
            var scale = cards.getHeight() > HIGH ? 1 : SHARP;
            return below(part(head, 0, head.getHeight(), scale),
                    part(cards, MARGIN, Math.min(HIGHEST, cards.getHeight()), scale));
        } finally {
            arrange(false);
        }
    }

    private void arrange(boolean forPicture) {
        taken.setVisible(forPicture);
        taken.setManaged(forPicture);
        controls.forEach(control -> {
            control.setVisible(!forPicture);
            control.setManaged(!forPicture);
        });
        cards.setWhole(forPicture);
        board.applyCss();
        board.layout();
    }

    private WritableImage part(Region part, double margin, double height, int scale) {
        var look = new SnapshotParameters();
        look.setTransform(new Scale(scale, scale));
        // What lies around it, too.
        look.setFill(head.getBackground().getFills().getFirst().getFill());
        look.setViewport(new Rectangle2D((part.getLayoutX() - margin) * scale, (part.getLayoutY() - margin) * scale,
                Math.ceil(head.getWidth()) * scale, Math.ceil(height + 2 * margin) * scale));
        return part.snapshot(look, null);
    }

    private static Image below(Image upper, Image lower) {
        var whole = new WritableImage((int) Math.max(upper.getWidth(), lower.getWidth()),
                (int) (upper.getHeight() + lower.getHeight()));
        copy(upper, whole, 0);
        copy(lower, whole, (int) upper.getHeight());
        return whole;
    }

    private static void copy(Image from, WritableImage to, int y) {
        to.getPixelWriter().setPixels(0, y, (int) from.getWidth(), (int) from.getHeight(), from.getPixelReader(), 0, 0);
    }
}
