package org.billrunconsole.api.http.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.testkit.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunMappingTest {

    @Test
    void absentAndNullAreTheSame() throws IOException {
        var absent = billRun("{\"id\":7}");
        var nulls = billRun("""
                {"id":7,"name":null,"sortableName":null,"billingCycleId":null,"created":null,"periodStartDate":null,
                "periodEndDate":null,"invoiceDate":null,"includeUsageUntilDate":null,"billRunStatus":null,
                "summaryStatus":null,"summaryStatusPercentage":null,"billingUserAdminId":null,"parallel":null,
                "revenueInMajorCurrency":null,"usageSuspenseCount":null,"rentalSuspenseCount":null,
                "maxInvoiceValue":null,"maxInvoiceCustomerId":null,"paused":null}""");
        assertThat(nulls).isEqualTo(absent);
        assertThat(adhoc("{\"id\":7,\"adhocProductInventoryIds\":null,\"nickname\":null}"))
                .isEqualTo(adhoc("{\"id\":7}"));
    }

    @Test
    void membersNobodyKnowsAreIgnored() throws IOException {
        var grown = Samples.BILL_RUN.replace("{\"id\":1,", "{\"id\":1,\"new\":{\"deep\":[1,{}]},\"more\":\"x\",");
        assertThat(grown).isNotEqualTo(Samples.BILL_RUN);
        assertThat(one(1, grown)).isEqualTo(one(1, Samples.BILL_RUN));
    }

    @Test
    void unknownWordsAreKeptAsTheyCame() throws IOException {
        var run = billRun("{\"id\":7,\"billRunStatus\":\"half open\",\"summaryStatus\":\"PAUSED_FOR_TEA\"}");
        assertThat(run.status()).contains(new RunStatus.Unknown("half open"));
        assertThat(run.stage()).contains(new Stage.Unknown("PAUSED_FOR_TEA"));
    }

    @Test
    void wordsOfAnotherTypeAreUnknownWordsAndLock() throws IOException {
        var run = billRun("{\"id\":7,\"billRunStatus\":3,\"summaryStatus\":{\"name\":\"OPEN\"}}");
        assertThat(run.status()).contains(new RunStatus.Unknown("3"));
        assertThat(run.stage()).contains(new Stage.Unknown("{\"name\":\"OPEN\"}"));
    }

    @Test
    void moneyKeepsItsDigits() throws IOException {
        var run = billRun("{\"id\":7,\"maxInvoiceValue\":12.50,\"revenueInMajorCurrency\":9007199254740993}");
        assertThat(run.maxInvoiceValue()).contains(new BigDecimal("12.50"));
        assertThat(run.revenue()).hasValue(9_007_199_254_740_993L);
    }

    @Test
    void whatLosesNothingIsTakenFromAnotherType() throws IOException {
        var run = billRun("{\"id\":\"7\",\"name\":5,\"usageSuspenseCount\":\"12\",\"rentalSuspenseCount\":3.0,"
                + "\"paused\":\"true\",\"parallel\":\"false\",\"summaryStatusPercentage\":45.9}");
        assertThat(run.name()).contains("5");
        assertThat(run.usageSuspense()).hasValue(12);
        assertThat(run.rentalSuspense()).hasValue(3);
        assertThat(run.paused()).contains(true);
        assertThat(run.parallel()).contains(false);
        assertThat(run.percentage()).hasValue(45);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-30", "2026-11-30T23:59:59Z", "2026-11-30T00:00:00+14:00", "2026-11-30 12:00"})
    void datesAreNeverShiftedByAZone(String text) throws IOException {
        assertThat(billRun("{\"id\":7,\"invoiceDate\":\"" + text + "\"}").invoiceDate())
                .isEqualTo(Optional.of(LocalDate.of(2026, 11, 30)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"invoiceDate\":\"30/11/2026\"", "\"invoiceDate\":20261130", "\"periodEndDate\":{}",
            "\"usageSuspenseCount\":\"many\"", "\"rentalSuspenseCount\":1.5", "\"paused\":\"maybe\"", "\"parallel\":1",
            "\"billingCycleId\":[1]", "\"usageSuspenseCount\":1e400"})
    void whatSomeoneDecidesByMustBeRight(String member) {
        var name = member.substring(1, member.indexOf('"', 1));
        assertThatThrownBy(() -> billRun("{\"id\":7," + member + "}")).isInstanceOf(UnreadableAnswerException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"name\":[1]", "\"revenueInMajorCurrency\":12.75", "\"maxInvoiceValue\":\"lots\"",
            "\"maxInvoiceValue\":1e999999999", "\"created\":\"yesterday\"", "\"billingUserAdminId\":\"me\"",
            "\"summaryStatusPercentage\":\"half\""})
    void whatIsOnlyShownIsLeftOutIfItIsWrong(String member) throws IOException {
        assertThat(billRun("{\"id\":7," + member + "}")).isEqualTo(billRun("{\"id\":7}"));
    }

    @Test
    void productsThatAreNoNumbersAreLeftOut() throws IOException {
        assertThat(adhoc("{\"id\":7,\"adhocProductInventoryIds\":[1,\"x\",null,2]}").adhocProductInventoryIds())
                .containsExactly(1L, 2L);
    }

    @Test
    void anAnswerMayLeaveOutTheIdButNotNameAnother() throws IOException {
        assertThat(one(7, "{\"name\":\"x\"}").id()).isEqualTo(7);
        assertThatThrownBy(() -> one(7, "{\"id\":8}")).isInstanceOf(UnreadableAnswerException.class);
        assertThatThrownBy(() -> one(7, "{\"id\":\"seven\"}")).isInstanceOf(UnreadableAnswerException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "7", "{\"id\":7", "{\"id\":7}<html>", "{\"id\":7}{\"id\":7}"})
    void whatIsNoObjectIsNoRun(String text) {
        assertThatThrownBy(() -> one(7, text)).isInstanceOf(IOException.class);
    }

    @Test
    void rowsWithoutAnIdAreSkippedButCounted() throws IOException {
        var rows = list("[{\"id\":1},{\"name\":\"x\"},null,5,[],{\"id\":0},{\"id\":-3},{\"id\":1.5},{\"id\":2}]");
        assertThat(rows.rows()).extracting(BillRun::id).containsExactly(1L, 2L);
        assertThat(rows.received()).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"items\":[]}", "[", "[{\"id\":1}", "[{\"id\":1},", "[]]", "[] x", "<html>"})
    void whatIsNoArrayIsNoPage(String text) {
        assertThatThrownBy(() -> list(text)).isInstanceOf(IOException.class);
    }

    @Test
    void aPageWithoutEndIsRefused() {
        assertThatThrownBy(() -> list("[" + "{\"id\":1},".repeat(20_000) + "{}]"))
                .isInstanceOf(UnreadableAnswerException.class);
    }

    @Test
    void rowsOfAPageShareWhatTheyHaveInCommon() throws IOException {
        var row = Samples.BILL_RUN;
        var rows = list("[" + row + "," + row.replace("{\"id\":1,", "{\"id\":2,") + "]").rows();
        var first = rows.getFirst();
        var second = rows.getLast();
        assertThat(second.id()).isEqualTo(2);
        assertThat(first.periodEnd()).isPresent().isSameAs(second.periodEnd());
        assertThat(first.status()).isPresent().isSameAs(second.status());
        assertThat(first.stage()).isPresent().isSameAs(second.stage());
        assertThat(first.paused()).isPresent().isSameAs(second.paused());
        assertThat(first.billingCycleId()).isPresent().isSameAs(second.billingCycleId());
    }

    @Test
    void aRowHasNothingOfTheOneBeforeIt() throws IOException {
        var rows = list("[{\"id\":1,\"name\":\"a\",\"paused\":true,\"usageSuspenseCount\":3},{\"id\":2},"
                + "{\"paused\":false,\"id\":3},{\"name\":\"b\",\"id\":4,\"usageSuspenseCount\":null}]").rows();
        assertThat(rows.get(1)).isEqualTo(billRunOf(2));
        assertThat(rows.get(2)).isEqualTo(one(3, "{\"paused\":false}"));
        assertThat(rows.get(3)).isEqualTo(one(4, "{\"name\":\"b\"}"));
    }

    @Test
    void ofTwoMembersOfOneNameTheLaterCounts() throws IOException {
        assertThat(billRun("{\"name\":\"a\",\"name\":\"b\",\"paused\":true,\"name\":\"c\"}").name()).contains("c");
        assertThat(billRun("{\"name\":\"a\",\"name\":null}").name()).isEmpty();
    }

    @Test
    void rowsOfManyNamesAreReadLikeOthers() throws IOException {
        var json = IntStream.rangeClosed(1, 3_000)
                .mapToObj(id -> "{\"other" + id + "\":1,\"id\":" + id + ",\"name\":\"n" + id + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
        assertThat(list(json).rows()).hasSize(3_000)
                .allSatisfy(run -> assertThat(run.name()).contains("n" + run.id()));
    }

    @Test
    void aCycleOrUserWithoutANameIsShownByItsNumber() throws IOException {
        assertThat(AnswerReaders.one(4, RunMapping::billingCycle).read(in("{\"id\":4}")).name()).isEqualTo("#4");
        assertThat(AnswerReaders.one(4, RunMapping::user).read(in("{\"id\":4}")).username()).isEqualTo("#4");
    }

    private static BillRun billRun(String json) throws IOException {
        return one(7, json);
    }

    private static BillRun billRunOf(long id) throws IOException {
        return one(id, "{}");
    }

    private static BillRun one(long id, String json) throws IOException {
        return AnswerReaders.one(id, RunMapping::billRun).read(in(json));
    }

    private static AdhocBillRun adhoc(String json) throws IOException {
        return AnswerReaders.one(7, RunMapping::adhocBillRun).read(in(json));
    }

    private static AnswerReaders.Rows<BillRun> list(String json) throws IOException {
        return AnswerReaders.list("id", RunMapping::billRun).read(in(json));
    }

    private static ByteArrayInputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
