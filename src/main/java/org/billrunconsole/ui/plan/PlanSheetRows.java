package org.billrunconsole.ui.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.plan.PlanOrder;
import org.billrunconsole.domain.plan.PlannedRun;
import org.billrunconsole.domain.review.MoneyTotals;
import org.billrunconsole.runs.plan.Candidate;
import org.billrunconsole.runs.plan.PlanPreparation;
import org.billrunconsole.ui.plan.PlanSheetRow.Standing;

/** The runs of a sheet, what the operator has taken out of it, and why they accept what warns. */
final class PlanSheetRows {

    /**
     * How many runs there are of each kind.
     *
     * @param included those that the plan will touch
     * @param warned   those of them that want a reason
     * @param open     those of these for which none is written yet
     */
    record Counts(int chosen, int included, int warned, int open, int takenOut, int skipped) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);
    }

    private final Function<Run, Optional<String>> currency;
    private final Runnable onChange;
    private final ObservableList<PlanSheetRow> rows = FXCollections.observableArrayList();
    private final StringProperty reason = new SimpleStringProperty("");
    private List<Candidate> listed = List.of();

    /**
     * @param currency what a run's money is in, if that is known
     * @param onChange told after every change
     */
    PlanSheetRows(Function<Run, Optional<String>> currency, Runnable onChange) {
        this.currency = currency;
        this.onChange = onChange;
        reason.addListener(_ -> onChange.run());
    }

    /** The runs in the order in which they will begin. */
    ObservableList<PlanSheetRow> all() {
        return rows;
    }

    /** Why the warnings of all runs are accepted that have no reason of their own. */
    StringProperty reasonProperty() {
        return reason;
    }

    Counts counts() {
        var standings = rows.stream().collect(Collectors.groupingBy(PlanSheetRow::standing, Collectors.counting()));
        var warned = standings.getOrDefault(Standing.WARNED, 0L).intValue();
        var open = rows.stream()
                .filter(row -> row.standing() == Standing.WARNED && row.acceptance(reason.get()).isEmpty())
                .count();
        return new Counts(rows.size(), standings.getOrDefault(Standing.ELIGIBLE, 0L).intValue() + warned, warned,
                (int) open, standings.getOrDefault(Standing.TAKEN_OUT, 0L).intValue(),
                standings.getOrDefault(Standing.SKIPPED, 0L).intValue());
    }

    /** What those that the plan will touch bill. */
    MoneyTotals totals() {
        return MoneyTotals.of(rows.stream().filter(row -> row.includedProperty().get()).map(PlanSheetRow::run).toList(),
                currency);
    }

    /** The runs as a plan keeps them. */
    List<PlannedRun> planned() {
        return rows.stream().map(row -> row.planned(reason.get())).toList();
    }

    /** Takes in what was made out for a goal; what was taken out and written before stays so. */
    void show(List<Candidate> candidates, PlanOrder order) {
        listed = List.copyOf(candidates);
        var before = rows.stream().collect(Collectors.toMap(row -> row.run().key(), Function.identity()));
        var now = listed.stream().collect(Collectors.toMap(Candidate::key, each -> row(each, before)));
        arrange(order, now);
    }

    /** Puts them in another order. */
    void sort(PlanOrder order) {
        arrange(order, rows.stream().collect(Collectors.toMap(row -> row.run().key(), Function.identity())));
    }

    /** Takes out all that warn and for which no reason is written. */
    void takeOutOpen() {
        rows.stream()
                .filter(row -> row.standing() == Standing.WARNED && row.acceptance(reason.get()).isEmpty())
                .toList()
                .forEach(row -> row.setIncluded(false));
    }

    private PlanSheetRow row(Candidate candidate, Map<RunKey, PlanSheetRow> before) {
        var was = Optional.ofNullable(before.get(candidate.key()));
        var row = new PlanSheetRow(candidate, was.filter(each -> each.standing() == Standing.TAKEN_OUT).isPresent());
        was.ifPresent(each -> {
            row.itsOwnReasonProperty().set(each.itsOwnReasonProperty().get());
            row.reasonProperty().set(each.reasonProperty().get());
        });
        row.includedProperty().addListener(_ -> onChange.run());
        row.itsOwnReasonProperty().addListener(_ -> onChange.run());
        row.reasonProperty().addListener(_ -> onChange.run());
        return row;
    }

    private void arrange(PlanOrder order, Map<RunKey, PlanSheetRow> byRun) {
        rows.setAll(PlanPreparation.inOrder(order, listed).stream().map(each -> byRun.get(each.key())).toList());
        onChange.run();
    }
}
