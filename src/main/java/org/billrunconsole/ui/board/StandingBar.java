package org.billrunconsole.ui.board;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.billrunconsole.ui.kit.LazyTooltips;
import org.billrunconsole.ui.kit.Styles;

/** How many runs of a month stand where and how, as parts of one bar in the order of the columns. */
public final class StandingBar extends Region {

    private static final double GAP = 2;
    /** One run of a thousand is to be seen as well. */
    private static final double NARROWEST = 3;

    private List<Board.Share> shares = List.of();

    public StandingBar() {
        getStyleClass().add("standing-bar");
        setAccessibleRole(AccessibleRole.TEXT);
    }

    /** @param words what a part says */
    void show(List<Board.Share> now, Function<Board.Share, String> words) {
        if (now.equals(shares)) {
            return;
        }
        shares = List.copyOf(now);
        getChildren().setAll(now.stream().map(share -> part(share, words.apply(share))).toList());
        setAccessibleText(now.stream().map(words).collect(Collectors.joining(", ")));
    }

    private static Label part(Board.Share share, String words) {
        var part = new Label();
        part.getStyleClass().add("standing-part");
        Styles.tone(part, BoardCardView.tone(share.standing()));
        Styles.choose(part, share.standing() == Standing.UNKNOWN ? "unknown" : "known", "known", "unknown");
        LazyTooltips.set(part, words);
        return part;
    }

    @Override
    protected void layoutChildren() {
        var all = shares.stream().mapToInt(Board.Share::runs).sum();
        var room = getWidth() - (GAP + NARROWEST) * shares.size() + GAP;
        var x = 0.0;
        for (int i = 0; i < shares.size(); i++) {
            var end = x + NARROWEST + room * shares.get(i).runs() / all;
            getChildren().get(i).resizeRelocate(snapPositionX(x), 0, snapPositionX(end) - snapPositionX(x),
                    getHeight());
            x = end + GAP;
        }
    }
}
