package org.billrunconsole.domain.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.review.Acknowledgement.State;
import org.billrunconsole.domain.review.Acknowledgement.Subject;
import org.billrunconsole.domain.review.FigureChange.Figure;
import org.junit.jupiter.api.Test;

class AcknowledgementTest {

    private static final RunKey RUN = RunKey.regular(7);
    private static final Instant WHEN = Instant.parse("2026-11-24T13:10:00Z");
    private static final RunFigures FIGURES = figures(1_241_480, 1_190);
    private static final ReviewFigures REVIEW = new ReviewFigures(FIGURES, OptionalLong.of(3),
            Optional.of(new BigDecimal("41537.40")), OptionalLong.of(2));

    private static RunFigures figures(long revenue, long suspense) {
        return new RunFigures(OptionalLong.of(revenue), OptionalLong.of(suspense), OptionalLong.of(0),
                Optional.of(new BigDecimal("48210.00")));
    }

    private static Acknowledgement given(Subject of) {
        return given(of, WHEN);
    }

    private static Acknowledgement given(Subject of, Instant when) {
        return new Acknowledgement(RUN, when, "billing.ops", "Known migration", of);
    }

    @Test
    void aReviewStaysLookedAtWhileItsFiguresAreAsTheyWere() {
        var given = given(new Subject.OfReview(REVIEW));
        assertThat(Acknowledgement.ofReview(List.of(given), FIGURES, Optional.empty())).isEqualTo(
                new State.Holds(given));
        assertThat(Acknowledgement.ofReview(List.of(given), FIGURES, Optional.of(REVIEW)).holds()).isTrue();
    }

    @Test
    void itIsVoidWhenSuspenseMovesAndSaysWhatItWasGivenFor() {
        var given = given(new Subject.OfReview(REVIEW));
        assertThat(Acknowledgement.ofReview(List.of(given), figures(1_241_480, 1_204), Optional.empty())).isEqualTo(
                new State.VoidNow(given, List.of(new FigureChange(Figure.USAGE_SUSPENSE, Optional.of(
                        BigDecimal.valueOf(1_190)), Optional.of(BigDecimal.valueOf(1_204))))));
    }

    @Test
    void itIsVoidWhenTheReviewComesToSomethingElseThoughTheRunsFiguresStay() {
        var given = given(new Subject.OfReview(REVIEW));
        var other = new ReviewFigures(FIGURES, OptionalLong.of(3), REVIEW.unexplainedSum(), OptionalLong.of(1));
        assertThat(Acknowledgement.ofReview(List.of(given), FIGURES, Optional.of(other)))
                .isInstanceOfSatisfying(State.VoidNow.class, now -> assertThat(now.changes()).extracting(
                        FigureChange::figure).containsExactly(Figure.NOT_BILLED));
    }

    @Test
    void itIsVoidWhenAFigureIsNotKnownAnyMore() {
        var given = given(new Subject.OfReview(ReviewFigures.of(FIGURES)));
        var unknown = new RunFigures(OptionalLong.empty(), FIGURES.usageSuspense(), FIGURES.rentalSuspense(), FIGURES
                .largestInvoice());
        assertThat(Acknowledgement.ofReview(List.of(given), unknown, Optional.empty())).isInstanceOf(
                State.VoidNow.class);
    }

    @Test
    void theSameMoneyWrittenOtherwiseIsTheSame() {
        var given = given(new Subject.OfReview(REVIEW));
        var same = new RunFigures(FIGURES.revenue(), FIGURES.usageSuspense(), FIGURES.rentalSuspense(), Optional.of(
                new BigDecimal("48210")));
        assertThat(Acknowledgement.ofReview(List.of(given), same, Optional.empty()).holds()).isTrue();
    }

    @Test
    void theLatestOneCounts() {
        var later = given(new Subject.OfReview(ReviewFigures.of(figures(5, 5))), WHEN.plusSeconds(1));
        var all = List.of(later, given(new Subject.OfReview(REVIEW)));
        assertThat(Acknowledgement.ofReview(all, figures(5, 5), Optional.empty())).isEqualTo(new State.Holds(later));
    }

    @Test
    void aCheckIsLookedAtForWhatItSaidThen() {
        var given = given(new Subject.OfCheck(Check.of(Check.Kind.USAGE_SUSPENSE, Severity.WARNING, 12L)));
        var more = Check.of(Check.Kind.USAGE_SUSPENSE, Severity.WARNING, 13L);
        assertThat(Acknowledgement.ofCheck(List.of(given), Check.of(Check.Kind.USAGE_SUSPENSE, Severity.SERIOUS, 12L)))
                .isEqualTo(new State.Holds(given));
        assertThat(Acknowledgement.ofCheck(List.of(given), more)).isEqualTo(new State.CheckChanged(given, more));
        assertThat(Acknowledgement.ofCheck(List.of(given), Check.of(Check.Kind.RENTAL_SUSPENSE, Severity.WARNING,
                12L))).isEqualTo(new State.NotGiven());
    }
}
