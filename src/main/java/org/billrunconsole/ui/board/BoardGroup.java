package org.billrunconsole.ui.board;

import java.util.List;

/**
 * A column or a row of the board.
 *
 * @param runs  which runs stand in it
 * @param title its name
 * @param note  what stands beside or below the name
 * @param cards its runs, the most urgent first
 */
public record BoardGroup(MonthRuns runs, String title, String note, List<BoardCard> cards) {

    public BoardGroup {
        cards = List.copyOf(cards);
    }
}
