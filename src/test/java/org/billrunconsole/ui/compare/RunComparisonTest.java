package org.billrunconsole.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.StubApi;
import org.billrunconsole.testkit.TestServices;
import org.billrunconsole.ui.compare.ComparedField.Comparison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RunComparisonTest {

    private static final long POUNDS = 3;
    private static final long POUNDS_TOO = 4;
    private static final long EUROS = 5;

    private final StubApi api = new StubApi();
    @RegisterExtension
    private final TestServices services = TestServices.of(api, new ManualTime());
    private final RunComparison comparison = comparison();

    private RunComparison comparison() {
        var messages = new Messages(Locale.UK);
        var formats = new Formats(Locale.UK, ZoneOffset.UTC);
        return new RunComparison(messages, formats, new Sentences(messages, formats), services.referenceData(),
                services.customers());
    }

    private ComparedField field(String name, Run first, Run second) {
        return comparison.compare(first, second).stream().filter(each -> each.field().equals(name)).findFirst()
                .orElseThrow();
    }

    private void offerCycles() {
        api.put(List.of(cycle(POUNDS, "GBP"), cycle(POUNDS_TOO, "GBP"), cycle(EUROS, "EUR")));
        services.referenceData().loadCycles();
    }

    private static BillingCycle cycle(long id, String currency) {
        return new BillingCycle(id, "Cycle " + id, Optional.of(currency), Optional.of("MONTHLY"), OptionalInt.of(1),
                OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), OptionalInt.empty(), OptionalInt.empty(),
                OptionalInt.empty(), Optional.empty());
    }

    private static BillRun run(long id, long cycle, long revenue, long suspense, String largest) {
        var run = SampleRuns.withSuspense(SampleRuns.withRevenue(SampleRuns.openRun(id), OptionalLong.of(revenue)),
                suspense);
        return run.updatedBy(new BillRun(id, Optional.empty(), Optional.empty(), OptionalLong.of(cycle),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), OptionalInt.empty(), OptionalLong.empty(), Optional.empty(),
                OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(),
                Optional.of(new BigDecimal(largest)), OptionalLong.empty(), Optional.empty()));
    }

    @Test
    void twoRunsThatAreTheSameDifferInNoField() {
        offerCycles();
        assertThat(comparison.compare(SampleRuns.openRun(1), SampleRuns.openRun(2))).hasSize(18)
                .allSatisfy(each -> assertThat(each.difference()).isEqualTo("= same"));
    }

    @Test
    void amountsOfOneCurrencyAreTakenFromEachOther() {
        offerCycles();
        var first = run(1, POUNDS, 1_200, 100, "50.00");
        var second = run(2, POUNDS_TOO, 1_500, 88, "50");
        assertThat(field("revenueInMajorCurrency", first, second)).isEqualTo(new ComparedField(
                "revenueInMajorCurrency", "Revenue", "£1,200", "£1,500", Comparison.MORE, "+£300 (+25\u00A0%)"));
        assertThat(field("rentalSuspenseCount", first, second).difference()).isEqualTo("▼ −12 (−12\u00A0%)");
        assertThat(field("maxInvoiceValue", first, second).differs()).as("50.00 and 50").isFalse();
        assertThat(field("rentalSuspenseCount", run(1, POUNDS, 1, 0, "1"), second).difference()).as("of nothing")
                .isEqualTo("▲ +88");
    }

    @Test
    void amountsOfTwoCurrenciesOrOfNoKnownOneAreNotTakenFromEachOther() {
        var first = run(1, POUNDS, 1_200, 0, "1");
        var second = run(2, EUROS, 1_200, 0, "1");
        assertThat(field("revenueInMajorCurrency", first, second).difference()).isEqualTo("≠ currency not known");
        offerCycles();
        assertThat(field("revenueInMajorCurrency", first, second).difference()).isEqualTo("≠ another currency");
    }

    @Test
    void daysSayHowManyLaterAndWordsThatTheyAreDifferent() {
        var first = SampleRuns.openRun(1);
        var second = (BillRun) SampleRuns.withInvoiceDate(SampleRuns.regular(2, RunStatus.Known.CLOSED,
                Stage.Known.REPORTING, OptionalInt.of(5)), LocalDate.of(2026, 11, 30));
        assertThat(field("invoiceDate", first, second)).isEqualTo(new ComparedField("invoiceDate", "Invoice date",
                "1 Dec 2026", "30 Nov 2026", Comparison.LESS, "1 day earlier"));
        assertThat(field("billRunStatus", first, second).difference()).isEqualTo("≠ different");
        assertThat(field("summaryStatusPercentage", first, second).difference()).isEqualTo("▶ only on the right");
        assertThat(field("summaryStatusPercentage", second, first).difference()).isEqualTo("◀ only on the left");
        assertThat(field("summaryStatusPercentage", first, second).first()).isEqualTo(Formats.NONE);
    }

    @Test
    void idsOfOneAdhocRunAloneAreNamedAndThoseOfBothCounted() {
        var first = adhoc(1, List.of(3L, 1L, 2L));
        var second = adhoc(2, List.of(2L, 3L, 9L, 8L));
        var ids = field("adhocProductInventoryIds", first, second);
        assertThat(ids.difference()).isEqualTo("≠ 2 in both, 1 only on the left, 2 only on the right");
        assertThat(ids.first()).isEqualTo("3 ids, 1 of them only here: 1");
        assertThat(ids.second()).isEqualTo("4 ids, 2 of them only here: 9 8");
        assertThat(field("adhocProductInventoryIds", first, adhoc(2, List.of(1L, 2L, 3L))).differs())
                .as("in another order").isFalse();
        var many = LongStream.range(100, 50_100).boxed().toList();
        assertThat(field("adhocProductInventoryIds", first, adhoc(2, many)).second()).startsWith("50,000 ids")
                .endsWith(" …").hasSizeLessThan(120);
    }

    @Test
    void runsOfTwoKindsCannotBeCompared() {
        assertThatIllegalArgumentException().isThrownBy(() -> comparison.compare(SampleRuns.openRun(1),
                adhoc(1, List.of())));
    }

    private static AdhocBillRun adhoc(long id, List<Long> ids) {
        return new AdhocBillRun(id, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), OptionalInt.empty(), OptionalLong.empty(), OptionalLong.empty(),
                ids, List.of());
    }
}
