package org.billrunconsole.ui.board;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * All runs of a month at one moment; cannot be changed, so that the window takes it over at once.
 *
 * @param month   in which the runs' periods end
 * @param byStage a column for each stage, also where no run stands in it; {@link BoardStage#UNCLEAR} only where one does
 * @param byCycle a row for each billing cycle that has a run, by name
 * @param runs    how many there are
 * @param money   what they bill together in each currency, in words
 * @param waits   how many wait for a person
 * @param late    how many are late
 * @param unknown of how many it is not known where they stand
 * @param shares  how many stand where and how, in the order of the columns; none of them 0
 * @param nearest where there is no run, the nearest month that has one
 */
public record Board(YearMonth month, List<BoardGroup> byStage, List<BoardGroup> byCycle, int runs,
        List<String> money, int waits, int late, int unknown, List<Share> shares, Optional<YearMonth> nearest) {

    /** So many runs of a column that are equally urgent. */
    public record Share(BoardStage stage, Standing standing, int runs) {}

    public Board {
        byStage = List.copyOf(byStage);
        byCycle = List.copyOf(byCycle);
        money = List.copyOf(money);
        shares = List.copyOf(shares);
    }
}
