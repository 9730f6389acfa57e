package org.billrunconsole.ui.runlist.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.ui.runlist.rows.RowFacts;
import org.billrunconsole.ui.runlist.rows.RunFlag;
import org.billrunconsole.ui.runlist.rows.SampleRowFacts;
import org.billrunconsole.ui.runlist.rows.Segment;
import org.junit.jupiter.api.Test;

class RunFiltersTest {

    private LocalDate today = LocalDate.of(2026, 12, 2);
    private int changes;
    private final RunFilters filters = new RunFilters(() -> today, () -> changes++);

    private final Messages messages = new Messages(Locale.UK);
    private final Formats formats = new Formats(Locale.UK, ZoneId.of("Europe/London"));
    private final FilterWords words = new FilterWords(messages, formats, new Sentences(messages, formats));

    /** Of November 2026, invoiced on the first of December. */
    private final RowFacts november = SampleRowFacts.of(SampleRuns.openRun(1));

    private boolean shows(RowFacts facts) {
        return filters.now().prepared().test(facts);
    }

    @Test
    void daysOfTodayMoveAlongWithIt() {
        filters.clear();
        filters.invoiceDateProperty().set(Optional.of(DaySpan.Relative.THIS_MONTH));
        assertThat(shows(november)).isTrue();
        today = LocalDate.of(2027, 1, 1);
        assertThat(shows(november)).isFalse();
        filters.invoiceDateProperty().set(Optional.of(DaySpan.Relative.LAST_MONTH));
        assertThat(shows(november)).isTrue();
        filters.invoiceDateProperty().set(Optional.of(new DaySpan.Month(YearMonth.of(2026, 12))));
        assertThat(shows(november)).isTrue();
    }

    @Test
    void aRunIsBilledInAMonthThatItsPeriodEndsInOrThatItIsInvoicedIn() {
        filters.clear();
        filters.billedProperty().set(Optional.of(DaySpan.Relative.THIS_MONTH));
        assertThat(shows(november)).as("invoiced in December").isTrue();
        today = LocalDate.of(2026, 11, 3);
        assertThat(shows(november)).as("ends in November").isTrue();
        today = LocalDate.of(2026, 10, 31);
        assertThat(shows(november)).isFalse();
        filters.billedProperty().set(Optional.empty());
        filters.periodEndProperty().set(Optional.of(DaySpan.Relative.NEXT_MONTH));
        assertThat(shows(november)).isTrue();
    }

    @Test
    void ofSeveralStagesOneHasToHoldAndOfSeveralFlagsOne() {
        filters.clear();
        var closed = SampleRowFacts.of(SampleRuns.regular(2, RunStatus.Known.CLOSED, Stage.Known.DRAFT_INVOICES,
                OptionalInt.of(100)));
        filters.stagesProperty().set(Set.of(Stage.Known.DRAFT_INVOICES, Stage.Known.FULL_INVOICES));
        assertThat(shows(closed)).isTrue();
        assertThat(shows(november)).isFalse();
        filters.flagsProperty().set(Set.of(RunFlag.PAUSED, RunFlag.WAITING));
        assertThat(shows(closed)).as("waiting for a person").isTrue();
        filters.flagsProperty().set(Set.of(RunFlag.PAUSED));
        assertThat(shows(closed)).isFalse();
    }

    @Test
    void suspenseOnARunWhosePeriodIsOverIsMoneyAtRisk() {
        filters.clear();
        filters.flagsProperty().set(Set.of(RunFlag.AT_RISK));
        var closed = SampleRuns.regular(2, RunStatus.Known.CLOSED, Stage.Known.DRAFT_INVOICES, OptionalInt.of(62));
        assertThat(shows(SampleRowFacts.of(closed))).isFalse();
        assertThat(shows(SampleRowFacts.of(SampleRuns.withSuspense(closed, 7)))).isTrue();
    }

    @Test
    void allFiltersComeBackFromTheirWordsAndAreReplacedAtOnce() {
        filters.segmentProperty().set(Segment.CLOSED);
        filters.billedProperty().set(Optional.of(DaySpan.Relative.THIS_MONTH));
        filters.periodEndProperty().set(Optional.of(new DaySpan.Month(YearMonth.of(2026, 9))));
        filters.invoiceDateProperty().set(Optional.of(DaySpan.Relative.NEXT_7_DAYS));
        filters.dueWithinProperty().set(OptionalInt.of(-1));
        filters.stagesProperty().set(Set.of(Stage.Known.PAYMENT, Stage.Known.REPORTING));
        filters.flagsProperty().set(Set.of(RunFlag.PARALLEL, RunFlag.STALLED));
        var before = filters.now();
        var kept = filters.words();
        assertThat(RunFilters.notUnderstood(kept)).isEmpty();
        filters.clear();
        changes = 0;
        filters.replace("", kept);
        assertThat(filters.now()).isEqualTo(before);
        assertThat(changes).isEqualTo(1);
    }

    @Test
    void wordsOfANewerVersionAreTold() {
        assertThat(RunFilters.notUnderstood(Map.of("statusFilter", "HALF_OPEN", "moonFilter", "full", "stageFilter",
                "REPORTING,NEW_STAGE", "billedFilter", "this_week", "attentionFilter", "true"))).containsExactly(
                        "billedFilter", "moonFilter", "stageFilter", "statusFilter");
    }

    @Test
    void eachChipTakesItsOwnFilterAway() {
        filters.clear();
        filters.billedProperty().set(Optional.of(DaySpan.Relative.THIS_MONTH));
        filters.dueWithinProperty().set(OptionalInt.of(7));
        filters.stagesProperty().set(Set.of(Stage.Known.REPORTING, Stage.Known.DRAFT_INVOICES));
        filters.flagsProperty().set(Set.of(RunFlag.PAUSED));
        assertThat(words.chips(filters)).extracting(FilterWords.Chip::text).containsExactly(
                "Period end or invoice date: This month", "Due within 7 days", "Stage: Reporting",
                "Stage: Draft invoices", "Paused");
        while (words.count(filters) > 0) {
            var all = words.chips(filters).stream().map(FilterWords.Chip::text).toList();
            words.chips(filters).getFirst().remove().run();
            assertThat(words.chips(filters)).extracting(FilterWords.Chip::text).containsExactlyElementsOf(
                    all.subList(1, all.size()));
        }
        assertThat(filters.now().isEverything()).isTrue();
    }
}
