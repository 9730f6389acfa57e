package org.billrunconsole.ui.board;

import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which runs of a month stand together.
 *
 * @param month in which their period ends
 * @param stage where they stand; empty for anywhere
 * @param cycle their billing cycle; empty for any, or for those of none where no stage is given either
 */
public record MonthRuns(YearMonth month, Optional<BoardStage> stage, OptionalLong cycle) {

    static MonthRuns of(YearMonth month, BoardStage stage) {
        return new MonthRuns(month, Optional.of(stage), OptionalLong.empty());
    }

    static MonthRuns of(YearMonth month, OptionalLong cycle) {
        return new MonthRuns(month, Optional.empty(), cycle);
    }
}
