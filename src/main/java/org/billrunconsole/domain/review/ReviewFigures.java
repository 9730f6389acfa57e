package org.billrunconsole.domain.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.billrunconsole.domain.review.FigureChange.Figure;

/**
 * What a review came to, to see later whether it still does. What was not checked is not known.
 *
 * @param run            the run's own figures
 * @param unexplained    customers whose value differs without an explanation
 * @param unexplainedSum what their differences come to
 * @param notBilled      customers of the cycle without a value
 */
public record ReviewFigures(RunFigures run, OptionalLong unexplained, Optional<BigDecimal> unexplainedSum,
        OptionalLong notBilled) {

    /** Of a run whose customers were not read. */
    public static ReviewFigures of(RunFigures run) {
        return new ReviewFigures(run, OptionalLong.empty(), Optional.empty(), OptionalLong.empty());
    }

    /** What is otherwise now. */
    public List<FigureChange> changesTo(ReviewFigures now) {
        var changes = new ArrayList<>(run.changesTo(now.run));
        RunFigures.add(changes, Figure.UNEXPLAINED, RunFigures.number(unexplained),
                RunFigures.number(now.unexplained));
        RunFigures.add(changes, Figure.UNEXPLAINED_SUM, unexplainedSum, now.unexplainedSum);
        RunFigures.add(changes, Figure.NOT_BILLED, RunFigures.number(notBilled), RunFigures.number(now.notBilled));
        return List.copyOf(changes);
    }
}
