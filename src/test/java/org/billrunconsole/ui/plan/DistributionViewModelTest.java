package org.billrunconsole.ui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.domain.plan.PlanGoal;
import org.billrunconsole.domain.review.MoneyTotals;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.testkit.InlineTasks;
import org.billrunconsole.ui.plan.PlanSheetViewModel.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionViewModelTest {

    private final SheetRuns runs = new SheetRuns();
    private final PlanSheetViewModel sheet = runs.sheet(new PlanGoal.OneStep(Action.DISTRIBUTE),
            List.of(SheetRuns.invoiced(1_200, SheetRuns.POUNDS), SheetRuns.invoiced(34, SheetRuns.POUNDS),
                    SheetRuns.invoiced(5, SheetRuns.EUROS)),
            ConnectionKind.TEST, 0, new InlineTasks());
    private final DistributionViewModel distribution = new DistributionViewModel(sheet);

    @Test
    void countAndTotalHaveToBeTyped() {
        assertThat(sheet.problemProperty().get()).contains(Problem.COUNT_NOT_TYPED);
        distribution.typedCountProperty().set("3");
        assertThat(sheet.problemProperty().get()).contains(Problem.TOTAL_NOT_TYPED);
        sheet.start();
        assertThat(runs.plans.started()).isEmpty();
        distribution.typedTotalProperty().set("1234000");
        assertThat(sheet.problemProperty().get()).isEmpty();
        sheet.start();
        assertThat(runs.plans.started()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234000", "1,234,000", "1.234.000", "1\u00a0234\u00a0000", "1\u202f234\u202f000",
            "1'234'000", "£1,234,000", " 1 234 000 ", "١٬٢٣٤٬٠٠٠"})
    void theTotalMayBeWrittenInAnyWayOfWritingIt(String written) {
        distribution.typedCountProperty().set("3");
        distribution.typedTotalProperty().set(written);
        assertThat(sheet.problemProperty().get()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123400", "12340000", "1234000.00", "5000", "one million"})
    void anotherTotalIsNotTaken(String written) {
        distribution.typedCountProperty().set("3");
        distribution.typedTotalProperty().set(written);
        assertThat(sheet.problemProperty().get()).contains(Problem.TOTAL_NOT_TYPED);
    }

    @Test
    void takingARunOutAsksForTheOtherCountAndTotal() {
        distribution.typedCountProperty().set("3");
        distribution.typedTotalProperty().set("1234000");
        sheet.rows().all().get(1).setIncluded(false);
        assertThat(sheet.problemProperty().get()).contains(Problem.COUNT_NOT_TYPED);
        distribution.typedCountProperty().set("2");
        // One run each: the currencies then stand by their codes.
        assertThat(distribution.totalToType().flatMap(MoneyTotals.Sum::currency)).isEqualTo(Optional.of("EUR"));
        distribution.typedTotalProperty().set("5,000");
        assertThat(sheet.problemProperty().get()).isEmpty();
    }
}
