package org.billrunconsole.ui.rundetail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.review.Acknowledgement;
import org.billrunconsole.domain.review.Check;
import org.billrunconsole.domain.review.Severity;
import org.billrunconsole.runs.review.Acknowledgements;
import org.billrunconsole.testkit.InlineTasks;
import org.billrunconsole.testkit.ManualTime;
import org.junit.jupiter.api.Test;

class CheckLooksViewModelTest {

    private static final Optional<RunKey> RUN = Optional.of(RunKey.regular(7));

    private final List<Acknowledgement> kept = new ArrayList<>();
    private boolean full;
    private final Acknowledgements acknowledgements = new Acknowledgements(() -> "billing.ops", new ManualTime(),
            given -> {
                if (full) {
                    throw new IllegalStateException("the disk is full");
                }
                kept.add(given);
            });
    private final CheckLooksViewModel model = new CheckLooksViewModel(acknowledgements, new InlineTasks(),
            () -> show(37));

    private void show(long records) {
        model.show(RUN, List.of(Check.of(Check.Kind.USAGE_SUSPENSE, Severity.WARNING, records),
                Check.of(Check.Kind.PAUSED, Severity.INFO)));
    }

    private CheckLook first() {
        return model.looksProperty().get().getFirst();
    }

    @Test
    void whoHasLookedAtACheckIsSaidUntilItsFiguresMove() {
        show(37);
        assertThat(first().canBeGiven()).isTrue();

        model.give(first(), " known, being rated ");

        assertThat(first().looked()).isInstanceOfSatisfying(Acknowledgement.State.Holds.class, holds -> {
            assertThat(holds.given().user()).isEqualTo("billing.ops");
            assertThat(holds.given().reason()).isEqualTo("known, being rated");
        });
        assertThat(first().canBeGiven()).isFalse();
        show(38);
        assertThat(first().looked()).isInstanceOf(Acknowledgement.State.CheckChanged.class);
        assertThat(first().canBeGiven()).isTrue();
    }

    @Test
    void aWordIsForTheCheckThatWasShownAndNeedsAReason() {
        show(37);
        var before = first();
        model.give(before, "  ");
        show(38);
        model.give(before, "seen");

        assertThat(kept).isEmpty();
    }

    @Test
    void whatOnlyInformsNeedsNobody() {
        show(37);

        assertThat(model.looksProperty().get().getLast().canBeGiven()).isFalse();
    }

    @Test
    void aWordThatCannotBeKeptDoesNotCountAndSaysSo() {
        full = true;
        show(37);
        model.give(first(), "seen");
        assertThat(model.notKeptProperty().get()).isTrue();
        assertThat(first().looked()).isInstanceOf(Acknowledgement.State.NotGiven.class);

        full = false;
        model.give(first(), "seen");
        assertThat(model.notKeptProperty().get()).isFalse();
        assertThat(first().looked().holds()).isTrue();
    }
}
