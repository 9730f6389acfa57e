package org.billrunconsole.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.billrunconsole.api.http.transport.CallTrace;
import org.billrunconsole.api.http.wire.AnswerReaders;
import org.billrunconsole.api.http.wire.ApiJson;
import org.billrunconsole.api.http.wire.RunMapping;
import org.billrunconsole.api.http.wire.TokenReader;
import org.billrunconsole.api.http.wire.UnreadableAnswerException;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.DisplayText;
import org.billrunconsole.domain.RunStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What JSON allows and this program's types do not: a typed failure, or a value that is not known. */
class HostileAnswerTest {

    static final List<String> NUMBERS = List.of("1e2147483648", "-1e2147483648", "1e-2147483647", "1e999999999",
            "1e-999999999", "9223372036854775808", "-9223372036854775809", "1e400", "-0", "-0.0", "1e19", "0.1e-400",
            "9".repeat(900), "1e2147483648000");

    private static BillRun billRun(String members) throws IOException {
        return AnswerReaders.one(7, RunMapping::billRun).read(in("{\"id\":7," + members + "}"));
    }

    private static ByteArrayInputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{index}")
    @FieldSource("NUMBERS")
    void aNumberNoTypeCanHoldIsNotKnown(String number) throws IOException {
        for (var member : List.of("revenueInMajorCurrency", "maxInvoiceValue", "maxInvoiceCustomerId",
                "billingUserAdminId", "summaryStatusPercentage")) {
            for (var written : List.of(number, "\"" + number + "\"")) {
                var run = read("\"" + member + "\":" + written);
                assertThat(run.map(BillRun::toString).orElse("")).hasSizeLessThan(1000);
                assertThat(run.flatMap(BillRun::maxInvoiceValue).map(value -> value.toPlainString().length()).orElse(0))
                        .isLessThan(100);
            }
        }
    }

    /** Some numbers are so long or large that the answer as a whole is no JSON to the library. */
    private static Optional<BillRun> read(String member) {
        try {
            return Optional.of(billRun(member));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    @ParameterizedTest(name = "{index}")
    @FieldSource("NUMBERS")
    void anIdNoTypeCanHoldIsNoRow(String number) {
        assertThat(rows("[{\"id\":\"" + number + "\"},{\"id\":2}]")).isEqualTo(List.of(2L));
    }

    @Test
    void aNumberOutOfAnyRangeInTheWordsOfARefusalDoesNotHideTheRefusal() {
        assertThatThrownBy(() -> ApiJson.document(in("{\"message\":1e2147483648000}"))).isInstanceOf(IOException.class);
    }

    private static List<Long> rows(String json) {
        try {
            return AnswerReaders.list("id", RunMapping::billRun).read(in(json)).rows().stream().map(BillRun::id)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"+10000-01-01", "+999999999-12-31", "-0001-01-01", "-999999999-01-01", "0000-01-01",
            "+12345-01-01T00:00:00Z", "99999-01-01"})
    void aDayNoCalendarOfTheContractHasIsAMalformedAnswerOrNotKnown(String day) throws IOException {
        assertThatThrownBy(() -> billRun("\"periodEndDate\":\"" + day + "\"")).isInstanceOf(
                UnreadableAnswerException.class).hasMessageContaining("periodEndDate");
        assertThat(billRun("\"created\":\"" + day + "\"").created()).isEmpty();
    }

    @Test
    void anAnswerOfMoreValuesThanAPageCanHaveIsAFailureAndNoLackOfMemory() {
        var numbers = "{\"adhocProductInventoryIds\":[" + "1,".repeat(2_000_000) + "1]}";
        assertThatThrownBy(() -> AnswerReaders.one(7, RunMapping::adhocBillRun).read(in(numbers)))
                .isInstanceOf(IOException.class);
        var deep = "[".repeat(1000) + "]".repeat(1000);
        assertThatThrownBy(() -> billRun("\"x\":" + deep)).isInstanceOf(IOException.class);
    }

    @Test
    void textIsHarmlessFromTheDoorOn() throws IOException {
        var run = billRun("\"name\":\"a\\u202Eb\\u0085c\\u0000\",\"billRunStatus\":\"OPEN\\u200E\",\"summaryStatus\":\""
                + "x".repeat(1 << 20) + "\"");
        assertThat(run.name()).contains("a\uFFFDb c\uFFFD");
        assertThat(run.status()).contains(new RunStatus.Unknown("OPEN\uFFFD"));
        assertThat(run.stage().orElseThrow().wire()).hasSize(DisplayText.LONGEST_LINE);
    }

    @Test
    void aNameOfTenThousandMarksIsShortAndTheNicknameIsKept() throws IOException {
        var run = AnswerReaders.<AdhocBillRun>one(7, RunMapping::adhocBillRun)
                .read(in("{\"name\":\"a" + "\\u0301".repeat(10_000) + "\",\"nickname\":\"Basic monthly 2026\"}"));
        assertThat(run.name().orElseThrow()).hasSizeLessThan(20);
        assertThat(run.nickname()).contains("Basic monthly 2026");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0085", "\u2028", "\u009B", "\u202E", "\r\n", "\u001B[31m"})
    void theServersWordsStayOnOneLineOfTheLog(String between) {
        assertThat(new CallTrace(List.of()).plain("No" + between + "way")).matches("No[ \uFFFD](\\[31m)?way");
    }

    @ParameterizedTest
    @CsvSource({"1e400", "9223372036854775807", "-9223372036854775808", "1e2147483648", "253402300801", "-1", "true",
            "'\"soon\"'"})
    void aTokensEndOutOfTimeIsNotKnown(String exp) {
        assertThat(TokenReader.claims(token("{\"exp\":" + exp + "}")).expires()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1700000000", "1700000000.9", "1.7e9", "'\"1700000000\"'"})
    void aTokensEndIsReadHoweverItIsWritten(String exp) {
        assertThat(TokenReader.claims(token("{\"exp\":" + exp + "}")).expires()).contains(
                Instant.ofEpochSecond(1_700_000_000));
    }

    private static String token(String claims) {
        return Stream.of("{}", claims, "x")
                .map(part -> Base64.getUrlEncoder().encodeToString(part.getBytes(StandardCharsets.UTF_8)))
                .reduce((one, other) -> one + "." + other)
                .orElseThrow();
    }
}
