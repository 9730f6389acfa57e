package org.billrunconsole.ui.plan;

import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.billrunconsole.domain.review.MoneyTotals;
import org.billrunconsole.ui.plan.PlanSheetViewModel.Problem;

/**
 * What has to be typed before many runs are distributed: how many they are, and what those in the first currency bill
 * together. Whoever types both has read both.
 */
final class DistributionViewModel {

    private final PlanSheetViewModel sheet;
    private final StringProperty typedCount = new SimpleStringProperty("");
    private final StringProperty typedTotal = new SimpleStringProperty("");

    DistributionViewModel(PlanSheetViewModel sheet) {
        this.sheet = sheet;
        typedCount.addListener(_ -> sheet.derive());
        typedTotal.addListener(_ -> sheet.derive());
        sheet.require(this::missing);
    }

    PlanSheetViewModel sheet() {
        return sheet;
    }

    StringProperty typedCountProperty() {
        return typedCount;
    }

    StringProperty typedTotalProperty() {
        return typedTotal;
    }

    /** The total that has to be typed; empty if no run has any. */
    Optional<MoneyTotals.Sum> totalToType() {
        return sheet.totalsProperty().get().sums().stream().findFirst();
    }

    private Optional<Problem> missing() {
        if (!digits(typedCount.get()).equals(Integer.toString(sheet.countsProperty().get().included()))) {
            return Optional.of(Problem.COUNT_NOT_TYPED);
        }
        return totalToType().filter(sum -> !digits(typedTotal.get()).equals(digits(sum.amount().toString())))
                .map(_ -> Problem.TOTAL_NOT_TYPED);
    }

    /** Of a number as people write it, with signs of currencies and any marks between thousands, its digits. */
    static String digits(String written) {
        return written.codePoints()
                .filter(Character::isDigit)
                .mapToObj(point -> Integer.toString(Character.digit(point, 10)))
                .collect(Collectors.joining());
    }
}
