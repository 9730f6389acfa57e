package org.billrunconsole.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.assertj.core.api.ThrowingConsumer;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.sandbox.SandboxClient.Got;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.billrunconsole.sandbox.lifecycle.Percentages;
import org.billrunconsole.sandbox.lifecycle.RunSnapshot;
import org.billrunconsole.sandbox.lifecycle.SandboxClock;
import org.billrunconsole.testkit.Sandboxes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sandbox refuses, and with which status: it may be stricter than the real API, never kinder. */
class SandboxStrictContractTest {

    private static final String LIST = "/bill-runs?page=1&pageSize=10";

    @RegisterExtension
    final Sandboxes sandboxes = new Sandboxes();

    private final SandboxClock.Manual clock = SandboxClock.manual(Instant.parse("2026-11-24T09:00:00Z"));
    private final Sandbox sandbox = sandboxes.start(SandboxOptions.defaults().withClock(clock));
    private final SandboxClient client = new SandboxClient(sandbox, SandboxUser.OPERATOR);
    private final String open = sandbox.runs(RunKind.REGULAR)
            .stream()
            .filter(RunSnapshot::closeable)
            .findFirst()
            .orElseThrow()
            .key()
            .path();

    @ParameterizedTest
    @ValueSource(strings = {"/bill-runs", "/bill-runs?page=1", "/bill-runs?pageSize=10", "/bill-runs?page=0&pageSize=1",
            "/bill-runs?page=-1&pageSize=1", "/bill-runs?page=x&pageSize=1", "/bill-runs?page=1&pageSize=0",
            "/bill-runs?page=1&pageSize=1001", "/bill-runs?page=1.5&pageSize=1", "/bill-runs?page=&pageSize=1",
            "/bill-runs?page=2147483648&pageSize=1", "/bill-runs?page=1&page=2&pageSize=1",
            "/adhoc-bill-runs?page=1&pageSize=1001", "/billing-cycles?page=1",
            "/customer-billing-summaries?pageSize=10"})
    void pagesAreNeededAndInRange(String path) {
        assertThat(client.get(path)).satisfies(refused(400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"&billRunStatus=open", "&billRunStatus=CLOSED,OPEN", "&billRunStatus=in:OPEN,CLOSED",
            "&billRunStatus=", "&billingCycleId=x", "&billingCycleId=0", "&billingCycleId=in:1,2",
            "&billingCycleGroupName=", "&billingCycleGroupName=in:", "&billingCycleGroupName=like:", "&sort=revenue",
            "&sort=id:up", "&sort=", "&sort=id,id", "&fields=", "&fields=id,nosuch", "&fields=id,,name",
            "&unknown=1", "&name=x"})
    void filtersSortsAndFieldsAreUnderstoodOrRefused(String more) {
        assertThat(client.get(LIST + more)).satisfies(refused(400));
    }

    @ParameterizedTest
    @CsvSource({"/bill-runs/0,400", "/bill-runs/-1,400", "/bill-runs/abc,400", "/bill-runs/1.0,400",
            "/bill-runs/99999999999999999999,400", "/bill-runs/999999,404", "/adhoc-bill-runs/0,400",
            "/adhoc-bill-runs/999999,404", "/billing-cycles/0,400", "/billing-cycles/999,404", "/users/x,400",
            "/users/999,404", "/bill-runs/1005?fields=id,400", "/nothing,404", "/bill-runs/1/2,404", "/bill-runs/,400"})
    void badIdsAndUnknownResources(String path, int status) {
        assertThat(client.get(path)).satisfies(refused(status));
    }

    @Test
    void badAndUnknownIdsOfWrites() {
        assertThat(client.stage("/bill-runs/x", "REPORTING")).satisfies(refused(400));
        assertThat(client.stage("/bill-runs/999999", "REPORTING")).satisfies(refused(404));
        assertThat(client.stage("/adhoc-bill-runs/999999", "REPORTING")).satisfies(refused(404));
        assertThat(client.post("/adjust-bill-run-schedule/999999?periods=1", "")).satisfies(refused(404));
        assertThat(client.post("/adjust-bill-run-schedule/x?periods=1", "")).satisfies(refused(400));
    }

    @Test
    void wrongMethods() {
        var deleted = client.send(client.authorised(open).delete());
        assertThat(deleted).satisfies(refused(405));
        assertThat(deleted.headers().get("Allow")).isEqualTo("GET, PATCH");
        assertThat(client.post("/bill-runs", "{}")).satisfies(refused(405));
        assertThat(client.get("/adjust-bill-run-schedule/1?periods=1")).satisfies(refused(405));
        assertThat(client.get("/authenticate")).satisfies(refused(405));
        assertThat(client.send(client.authorised(LIST).head()).status()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/merge-patch+json", "text/plain"})
    void aPatchIsJsonPatch(String mediaType) {
        var answer = client.patch(open, SandboxClient.replace("invoiceDate", "2026-12-05"), mediaType);
        assertThat(answer).satisfies(refused(415));
        assertThat(client.patch(open, SandboxClient.replace("invoiceDate", "2026-12-05"),
                "application/json-patch+json; charset=utf-8").status()).isEqualTo(200);
    }

    @Test
    void answersAreJsonOnly() {
        assertThat(client.send(client.authorised(LIST).header("Accept", "text/html"))).satisfies(refused(406));
        assertThat(client.send(client.authorised(LIST).header("Accept", "application/*;q=0.5")).status())
                .isEqualTo(200);
    }

    @Test
    void noTokenABadOneAndAnExpiredOne() {
        assertThat(client.send(client.plain(LIST))).satisfies(refused(401));
        client.use("not-a-token");
        assertThat(client.get(LIST)).satisfies(refused(401));
        var good = sandbox.token(SandboxUser.OPERATOR);
        client.use(good.substring(0, good.lastIndexOf('.') + 1) + "AAAA");
        assertThat(client.get(LIST)).satisfies(refused(401));
        client.use(withOtherClaims(good));
        assertThat(client.get(LIST)).satisfies(refused(401));
        client.use(good);
        clock.advance(Duration.ofMinutes(14).plusSeconds(59));
        assertThat(client.get(LIST).status()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        assertThat(client.get(LIST)).satisfies(refused(401));
        assertThat(client.get(LIST).headers().get("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void tokensLiveAsLongAsOrdered() {
        var brief = sandboxes
                .start(SandboxOptions.defaults().withClock(clock).withTokenLifetime(Duration.ofMinutes(1)));
        var guest = new SandboxClient(brief, SandboxUser.READER);
        guest.use(brief.token(SandboxUser.READER));
        assertThat(guest.get(LIST).status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(1));
        assertThat(guest.get(LIST)).satisfies(refused(401));
    }

    @Test
    void aReaderReadsAndWritesNothing() {
        var reader = new SandboxClient(sandbox, SandboxUser.READER);
        assertThat(reader.get(LIST).status()).isEqualTo(200);
        assertThat(reader.get("/users/8").text("username")).isEqualTo("billing.view");
        assertThat(reader.close(open)).satisfies(refused(403));
        assertThat(reader.stage("/adhoc-bill-runs/730", "REPORTING")).satisfies(refused(403));
        assertThat(reader.post("/adjust-bill-run-schedule/1017?periods=1", "")).satisfies(refused(403));
        assertThat(client.get(open).text("billRunStatus")).isEqualTo("OPEN");
    }

    @Test
    void signingIn() {
        var right = """
                {"brand":"elevate","username":"billing.ops","password":"practice-makes-perfect"}""";
        var answer = client.send(client.plain("/authenticate").post(SandboxClient.body(right, "application/json")));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("username")).isEqualTo("billing.ops");
        client.use(answer.text("token"));
        assertThat(client.get(LIST).status()).isEqualTo(200);
        for (var wrong : List.of(right.replace("elevate", "other"), right.replace("billing.ops", "nobody"),
                right.replace("perfect", "wrong"))) {
            assertThat(client.post("/authenticate", wrong)).satisfies(refused(401));
        }
        for (var bad : List.of("", "{}", "[]", "{\"brand\":1}", right.replace("billing.ops", ""),
                right.replace("billing.ops", "x".repeat(101)))) {
            assertThat(client.post("/authenticate", bad)).satisfies(refused(400));
        }
        assertThat(client.send(client.plain("/authenticate").post(SandboxClient.body(right, "text/plain"))))
                .satisfies(refused(415));
        assertThat(sandbox.log().entries()).noneMatch(entry -> entry.body().contains("practice"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "[]", "null", "\"x\"", "[1]", "[{}]", "[{\"op\":\"replace\"}]",
            "[{\"op\":\"replace\",\"path\":\"/billRunStatus\"}]",
            "[{\"op\":\"change\",\"path\":\"/billRunStatus\",\"value\":\"CLOSED\"}]",
            "[{\"op\":\"replace\",\"path\":\"billRunStatus\",\"value\":\"CLOSED\"}]",
            "[{\"op\":\"replace\",\"path\":\"\",\"value\":{}}]",
            "[{\"op\":\"replace\",\"path\":\"/summaryStatus/x\",\"value\":\"REPORTING\"}]",
            "[{\"op\":\"remove\",\"path\":\"/summaryStatus\"}]",
            "[{\"op\":\"replace\",\"path\":\"/summaryStatus\",\"value\":\"reporting\"}]",
            "[{\"op\":\"replace\",\"path\":\"/summaryStatus\",\"value\":7}]",
            "[{\"op\":\"replace\",\"path\":\"/billRunStatus\",\"value\":null}]",
            "[{\"op\":\"replace\",\"path\":\"/invoiceDate\",\"value\":\"2026-02-30\"}]",
            "[{\"op\":\"replace\",\"path\":\"/invoiceDate\",\"value\":\"5 Dec 2026\"}]",
            "[{\"op\":\"replace\",\"path\":\"/invoiceDate\",\"value\":\"+12026-12-01\"}]",
            "[{\"op\":\"replace\",\"path\":\"/nickname\",\"value\":\"Regular runs have none\"}]",
            "[{\"op\":\"add\",\"path\":\"/newField\",\"value\":\"x\"}]",
            "[{\"op\":\"move\",\"from\":\"/name\",\"path\":\"/invoiceDate\"}]",
            "[{\"op\":\"replace\",\"path\":\"/invoiceDate\",\"value\":\"2026-12-05\"}] []",
            "[{\"op\":\"REPLACE\",\"path\":\"/invoiceDate\",\"value\":\"2026-12-05\"}]",
            "[{\"op\":\"Test\",\"path\":\"/billRunStatus\",\"value\":\"OPEN\"}]",
            "[{\"op\":\"test\",\"path\":\"/billRunStatus\"}]",
            "[{\"op\":\"test\",\"path\":\"billRunStatus\",\"value\":\"OPEN\"}]",
            "[{\"op\":\"test\",\"path\":\"/billRun~Status\",\"value\":\"OPEN\"}]",
            "[{\"op\":\"test\",\"path\":\"/nosuch\",\"value\":null}]",
            "[{\"op\":[\"replace\"],\"path\":\"/invoiceDate\",\"value\":\"2026-12-05\"}]",
            "[{\"path\":\"/invoiceDate\",\"value\":\"2026-12-05\"}]",
            "[{\"op\":\"add\",\"path\":\"/invoiceDate\"}]",
            "[{\"op\":\"copy\",\"path\":\"/invoiceDate\"}]",
            "[{\"op\":\"copy\",\"from\":\"periodEndDate\",\"path\":\"/invoiceDate\"}]",
            "[{\"op\":\"copy\",\"from\":\"/nosuch\",\"path\":\"/invoiceDate\"}]",
            "[{\"op\":\"move\",\"from\":\"/summaryStatus\",\"path\":\"/summaryStatus/x\"}]",
            "[{\"op\":\"replace\",\"op\":\"test\",\"path\":\"/invoiceDate\",\"value\":\"2026-12-05\"}]"})
    void badPatches(String body) {
        var before = client.get(open).body();
        assertThat(client.patch(open, body)).satisfies(refused(400));
        assertThat(client.get(open).body()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "name", "sortableName", "billingCycleId", "created", "periodStartDate",
            "periodEndDate", "includeUsageUntilDate", "summaryStatusPercentage", "billingUserAdminId", "parallel",
            "revenueInMajorCurrency", "usageSuspenseCount", "rentalSuspenseCount", "maxInvoiceValue",
            "maxInvoiceCustomerId", "paused"})
    void readOnlyFields(String field) {
        assertThat(client.patch(open, "[{\"op\":\"add\",\"path\":\"/" + field + "\",\"value\":1}]"))
                .satisfies(refused(400));
    }

    @Test
    void allOperationsOfTheRfcAreUnderstoodAndOtherMembersIgnored() {
        assertThat(client.patch(open, """
                [{"op":"test","path":"/billRunStatus","value":"OPEN","comment":"not of the RFC"},
                {"op":"copy","from":"/periodEndDate","path":"/invoiceDate"}]""").status()).isEqualTo(200);
        assertThat(client.get(open).text("invoiceDate")).isEqualTo(client.get(open).text("periodEndDate"));
        assertThat(client.patch(open, "[{\"op\":\"add\",\"path\":\"/invoiceDate\",\"value\":\"2026-12-05\"}]").status())
                .isEqualTo(200);
        assertThat(client.get(open).text("invoiceDate")).isEqualTo("2026-12-05");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"page.example", "page.example:80", "127.0.0.1.page.example", "[::2]", "localhost.page:1", "",
                    "127.0.0.1, page.example"})
    void aWebPageThatMadeItsNamePointHereIsRefused(String host) {
        assertThat(client.send(client.authorised(LIST).header("Host", host))).satisfies(refused(403));
    }

    @Test
    void thisMachinesOwnNamesAreTaken() {
        for (var host : List.of("127.0.0.1", "LOCALHOST:4711", "[::1]:80")) {
            assertThat(client.send(client.authorised(LIST).header("Host", host)).status()).isEqualTo(200);
        }
        assertThat(client.send(client.authorised(LIST).header("Origin", "http://127.0.0.1"))).satisfies(refused(403));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bill-runs?page=1&pageSize=5", "/v2/bill-runs?page=1&pageSize=5", "/v1", "/"})
    void theApiIsUnderItsBasePathOnly(String path) {
        var beside = sandbox.baseUri().resolve(path).toString();
        assertThat(client.send(client.authorised(LIST).url(beside))).satisfies(refused(404));
    }

    @Test
    void aPatchIsAppliedWholeOrNotAtAll() {
        var answer = client.patch(open, """
                [{"op":"replace","path":"/invoiceDate","value":"2026-12-05"},
                {"op":"replace","path":"/summaryStatus","value":"DISTRIBUTION"}]""");
        assertThat(answer).satisfies(refused(400));
        assertThat(client.get(open).text("invoiceDate")).isEqualTo("2026-12-01");
    }

    @Test
    void testOperationsGuard() {
        var guarded = """
                [{"op":"test","path":"/invoiceDate","value":"%s"},
                {"op":"test","path":"/billRunStatus","value":"OPEN"},
                {"op":"replace","path":"/invoiceDate","value":"2026-12-05"}]""";
        assertThat(client.patch(open, guarded.formatted("2026-12-02"))).satisfies(refused(400));
        assertThat(client.get(open).text("invoiceDate")).isEqualTo("2026-12-01");
        assertThat(client.patch(open, guarded.formatted("2026-12-01")).status()).isEqualTo(200);
        assertThat(client.get(open).text("invoiceDate")).isEqualTo("2026-12-05");

        var deaf = sandboxes.start(SandboxOptions.defaults().withClock(clock).withHonourTestOperations(false));
        var other = new SandboxClient(deaf, SandboxUser.OPERATOR);
        assertThat(other.patch(open, guarded.formatted("1999-01-01")).status()).isEqualTo(200);
        assertThat(other.get(open).text("invoiceDate")).isEqualTo("2026-12-05");
    }

    /** By RFC 6902, section 4.6, numbers are equal if their values are, however they are written. */
    @Test
    void testOperationsCompareNumbersByValue() {
        var run = client.get(open).json();
        var id = run.path("id").asLong();
        var invoice = run.path("maxInvoiceValue").decimalValue();
        for (var equal : List.of(id + "", id + ".0", id + ".000e0", id + "000e-3")) {
            assertThat(client.patch(open, guarded("/id", equal)).status()).as(equal).isEqualTo(200);
        }
        for (var equal : List.of(invoice + "", invoice + "00", invoice.movePointRight(2) + "e-2")) {
            assertThat(client.patch(open, guarded("/maxInvoiceValue", equal)).status()).as(equal).isEqualTo(200);
        }
        for (var other : List.of(id + 1 + "", id + ".5", id + ".00000000000000000001", "\"" + id + "\"", "1e400",
                "-" + id, "1e2147483648000", "null", "true")) {
            assertThat(client.patch(open, guarded("/id", other))).as(other).satisfies(refused(400));
        }
        assertThat(client.get(open).text("invoiceDate")).isEqualTo(run.path("invoiceDate").asText());
    }

    @Test
    void testOperationsCompareTheNumbersOfAListByValueAndInOrder() {
        var items = client.get("/adhoc-bill-runs/731").json().path("adhocProductInventoryIds");
        assertThat(items.size()).isGreaterThan(1);
        var written = StreamSupport.stream(items.spliterator(), false).map(item -> item + ".0").toList();
        var patch = """
                [{"op":"test","path":"/adhocProductInventoryIds","value":%s},
                {"op":"replace","path":"/nickname","value":"As it was"}]""";
        assertThat(client.patch("/adhoc-bill-runs/731", patch.formatted(written)).status()).isEqualTo(200);
        assertThat(client.patch("/adhoc-bill-runs/731", patch.formatted(written.reversed()))).satisfies(refused(400));
    }

    private String guarded(String path, String value) {
        return """
                [{"op":"test","path":"%s","value":%s},
                {"op":"replace","path":"/invoiceDate","value":"%s"}]""".formatted(path, value,
                client.get(open).text("invoiceDate"));
    }

    @Test
    void filters() {
        assertThat(rows("&billRunStatus=OPEN")).isNotEmpty()
                .allMatch(row -> row.path("billRunStatus").asText().equals("OPEN"));
        assertThat(rows("&billingCycleId=6")).hasSize(8).allMatch(row -> row.path("name").asText().contains("Week"));
        assertThat(rows("&billingCycleId=77")).isEmpty();
        assertThat(rows("&billingCycleGroupName=IoT")).hasSize(8);
        assertThat(rows("&billingCycleGroupName=iot")).isEmpty();
        assertThat(rows("&billingCycleGroupName=like:HOLE")).hasSizeGreaterThan(20);
        assertThat(rows("&billingCycleGroupName=in:IoT,Wholesale").size()).isEqualTo(
                rows("&billingCycleGroupName=IoT").size() + rows("&billingCycleGroupName=Wholesale").size());
        assertThat(client.get("/billing-cycles?page=1&pageSize=10&name=like:monthly").json()).hasSize(3);
        assertThat(client.get("/customer-billing-summaries?page=1&pageSize=9&customerId=90301").json()).hasSize(1);
        assertThat(client.get("/customer-billing-summaries?page=1&pageSize=9&customerId=like:9"))
                .satisfies(refused(400));
    }

    @Test
    void fieldsAndSort() {
        assertThat(client.get(LIST + "&fields=id,summaryStatus").json().get(0).size()).isEqualTo(2);
        assertThat(rows("&sort=id").stream().map(row -> row.path("id").asLong()).toList()).isSorted();
        assertThat(rows("&sort=id:desc").getFirst().path("id").asLong()).isEqualTo(
                rows("&sort=id").getLast().path("id").asLong());
        assertThat(rows("&sort=name").stream().map(row -> row.path("name").asText()).toList()).isSorted();
        assertThat(rows("&sort=sortableName:desc,id").stream().map(row -> row.path("sortableName").asText()).toList()
                .reversed()).isSorted();
        assertThat(rows("").stream().map(row -> row.path("id").asLong()).toList().reversed()).as("newest first")
                .isSorted();
    }

    @Test
    void pagesFollowOneAnotherAndEnd() {
        var all = rows("&sort=id");
        var pages = 0;
        var read = 0;
        for (var page = page(1); page.size() > 0; page = page(++pages + 1)) {
            read += page.size();
        }
        assertThat(read).isEqualTo(all.size());
        assertThat(page(1000).size()).isZero();
    }

    @Test
    void percentagesAreSentForWhomTheOptionSays() {
        for (var which : Percentages.values()) {
            var other = sandboxes.start(SandboxOptions.defaults().withClock(clock).withPercentages(which));
            var guest = new SandboxClient(other, SandboxUser.READER);
            var regular = guest.get("/bill-runs/1016").json();
            var adhoc = guest.get("/adhoc-bill-runs/731").json();
            assertThat(regular.has("summaryStatusPercentage")).isEqualTo(which == Percentages.BOTH);
            assertThat(adhoc.has("summaryStatusPercentage")).isEqualTo(which != Percentages.NONE);
            assertThat(guest.get(LIST + "&fields=id,summaryStatusPercentage").status()).isEqualTo(
                    which == Percentages.BOTH ? 200 : 400);
            assertThat(guest.get("/adhoc-bill-runs?page=1&pageSize=1&fields=summaryStatusPercentage").status())
                    .isEqualTo(200);
        }
    }

    private JsonNode page(int number) {
        return client.get("/bill-runs?pageSize=7&sort=id&page=" + number).json();
    }

    private List<JsonNode> rows(String more) {
        var answer = client.get("/bill-runs?page=1&pageSize=1000" + more);
        assertThat(answer.status()).isEqualTo(200);
        return StreamSupport.stream(answer.json().spliterator(), false).toList();
    }

    private static ThrowingConsumer<Got> refused(int status) {
        return answer -> {
            assertThat(answer.status()).as(answer.body()).isEqualTo(status);
            assertThat(answer.headers().get("Content-Type")).isEqualTo("application/json");
            assertThat(answer.text("error")).isNotEmpty();
            assertThat(answer.message()).isNotEmpty();
        };
    }

    /** Somebody who knows how tokens look, but not the key. */
    private static String withOtherClaims(String token) {
        var parts = token.split("\\.");
        var claims = new String(Base64.getUrlDecoder().decode(parts[1])).replace("billing.ops", "billing.own");
        return parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes()) + "."
                + parts[2];
    }
}
