package org.billrunconsole.ui.notices;

import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.skin.VirtualFlow;

/**
 * Keeps a row in sight while something takes room from the list, as a notice about its run does: what is told must not
 * hide what it is told of. A row that nobody saw stays where it is, and so does the list.
 */
public final class RowInSight {

    /** Text on several lines tells how high it is once it has a width. */
    private static final int ROUNDS = 2;

    private RowInSight() {}

    /**
     * Does what takes room.
     *
     * @param list  what the rows stand in; in a window
     * @param place of the row among those shown; -1 if there is none
     */
    public static void keep(Parent list, int place, Runnable change) {
        var flow = list.lookup(".virtual-flow") instanceof VirtualFlow<?> shown && isSeen(shown, place)
                ? Optional.of(shown)
                : Optional.<VirtualFlow<?>>empty();
        change.run();
        flow.ifPresent(shown -> {
            // Only once it has been laid out is the list as low as what has come leaves it.
            var window = list.getScene().getRoot();
            for (var round = 0; round < ROUNDS; round++) {
                window.applyCss();
                window.layout();
            }
            reveal(shown, place);
        });
    }

    private static boolean isSeen(VirtualFlow<?> flow, int place) {
        var first = flow.getFirstVisibleCell();
        var last = flow.getLastVisibleCell();
        return first != null && place >= first.getIndex() && place <= last.getIndex();
    }

    private static void reveal(VirtualFlow<?> flow, int place) {
        var last = flow.getLastVisibleCell();
        if (last != null) {
            // All rows are alike high.
            var end = last.getLayoutY() + (place - last.getIndex() + 1) * last.getHeight();
            var hidden = end - flow.lookup(".clipped-container").getLayoutBounds().getHeight();
            if (hidden > 0) {
                flow.scrollPixels(hidden);
            }
        }
    }
}
