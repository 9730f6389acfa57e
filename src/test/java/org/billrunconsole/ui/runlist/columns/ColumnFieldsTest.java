package org.billrunconsole.ui.runlist.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.export.Cell;
import org.billrunconsole.i18n.DeadlineWords;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.StubApi;
import org.billrunconsole.testkit.TestServices;
import org.billrunconsole.ui.runlist.rows.SampleRowFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ColumnFieldsTest {

    private final Messages messages = new Messages(Locale.UK);
    private final Formats formats = new Formats(Locale.UK, ZoneOffset.UTC);
    private final RunTexts texts = new RunTexts(messages, formats);
    @RegisterExtension
    private final TestServices services = TestServices.of(new StubApi(), new ManualTime());
    private final ColumnFields fields = new ColumnFields(messages, new Sentences(messages, formats), texts,
            services.referenceData(), services.analysis(), new DeadlineWords(messages, formats));

    @Test
    void everyFieldOfARegularRunHasAColumn() {
        var run = SampleRuns.with(SampleRuns.openRun(1042), RunStatus.Known.CLOSED, Stage.Known.DRAFT_INVOICES,
                OptionalLong.of(7));
        assertThat(said(run)).containsEntry("name", "Nov 2026 Business")
                .containsEntry("sortable-name", "2026-11 Business")
                .containsEntry("id", "1042")
                .containsEntry("cycle", "#3")
                .containsEntry("cycle-id", "3")
                .containsEntry("created", "28 Oct 2026")
                .containsEntry("period", "1 – 30 Nov 2026")
                .containsEntry("period-start", "1 Nov 2026")
                .containsEntry("period-end", "30 Nov 2026")
                .containsEntry("usage-until", "30 Nov 2026")
                .containsEntry("invoice-date", "1 Dec 2026")
                .containsEntry("status", "Closed")
                .containsEntry("closed-by", "#7")
                .containsEntry("revenue", "¤1,284,350")
                .containsEntry("suspense", "0")
                .containsEntry("usage-suspense", "0")
                .containsEntry("rental-suspense", "0")
                .containsEntry("largest-invoice", "¤48,210.00")
                .containsEntry("largest-customer", "90321")
                .containsEntry("paused", "No")
                .containsEntry("parallel", "No");
    }

    @Test
    void everyFieldOfAnAdHocRunHasAColumn() {
        assertThat(said(SampleRuns.adhoc(731, RunStatus.Known.CLOSED, Stage.Known.FULL_INVOICES, OptionalInt.of(62))))
                .containsEntry("name", "AH-000731")
                .containsEntry("nickname", "Maintenance charge")
                .containsEntry("created", "20 Nov 2026")
                .containsEntry("percentage", "62\u00A0%")
                .containsEntry("products", "3")
                .containsEntry("adhoc-products", "88120, 88121")
                .containsEntry("rental-products", "40210")
                .containsEntry("revenue", "4,210");
    }

    @Test
    void whatTheServerLeavesOutIsNotSaid() {
        var said = said(SampleRuns.bare(5));
        assertThat(said).containsEntry("name", "#5").containsEntry("id", "5");
        said.keySet().removeAll(List.of("name", "id", "stage"));
        assertThat(said.values()).isNotEmpty().allSatisfy(text -> assertThat(text).isEmpty());
    }

    @Test
    void filesGetNumbersAndDays() {
        var facts = SampleRowFacts.of(SampleRuns.openRun(9));
        var cells = fields.of(RunKind.REGULAR)
                .stream()
                .collect(Collectors.toMap(RunField::id, field -> field.value().apply(facts).cell()));
        assertThat(cells).containsEntry("revenue",
                Cell.money(Optional.of(BigDecimal.valueOf(1_284_350)), Optional.empty()))
                .containsEntry("invoice-date", Cell.day(Optional.of(LocalDate.of(2026, 12, 1))))
                .containsEntry("suspense", Cell.number(0))
                .containsEntry("id", Cell.number(9))
                .containsEntry("percentage", Cell.NOTHING)
                .containsEntry("status", Cell.text("Open"));
    }

    @Test
    void copiedRowsHaveTheirHeadersAndNoFormula() {
        var run = SampleRuns.named(SampleRuns.openRun(9), "=1+1\t2");
        var columns = fields.of(RunKind.REGULAR)
                .stream()
                .filter(field -> List.of("name", "revenue", "id").contains(field.id()))
                .toList();
        assertThat(CopiedRows.of(columns, List.of(SampleRowFacts.of(run)), texts)).isEqualTo("""
                Name\tRevenue\tId
                '=1+1 2\t¤1,284,350\t9
                """);
    }

    private Map<String, String> said(Run run) {
        var facts = SampleRowFacts.of(run);
        return fields.of(run.key().kind())
                .stream()
                .collect(Collectors.toMap(RunField::id, field -> texts.text(field.value().apply(facts))));
    }
}
