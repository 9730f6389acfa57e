package org.billrunconsole.journal.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;

/** Writes a run as JSON under the API's field names and reads it back. */
final class JournalRunJson {

    private static final String TYPE = "type";

    private JournalRunJson() {}

    static ObjectNode write(Run run) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put(TYPE, run.key().kind().name());
        json.put("id", run.id());
        run.name().ifPresent(name -> json.put("name", name));
        run.created().ifPresent(day -> json.put("created", day.toString()));
        run.invoiceDate().ifPresent(day -> json.put("invoiceDate", day.toString()));
        run.status().ifPresent(status -> json.put("billRunStatus", status.wire()));
        run.stage().ifPresent(stage -> json.put("summaryStatus", stage.wire()));
        run.percentage().ifPresent(percent -> json.put("summaryStatusPercentage", percent));
        run.closedBy().ifPresent(user -> json.put("billingUserAdminId", user));
        run.revenue().ifPresent(revenue -> json.put("revenueInMajorCurrency", revenue));
        switch (run) {
            case BillRun regular -> regular(json, regular);
            case AdhocBillRun adhoc -> adhoc(json, adhoc);
        }
        return json;
    }

    private static void regular(ObjectNode json, BillRun run) {
        run.sortableName().ifPresent(name -> json.put("sortableName", name));
        run.billingCycleId().ifPresent(id -> json.put("billingCycleId", id));
        run.periodStart().ifPresent(day -> json.put("periodStartDate", day.toString()));
        run.periodEnd().ifPresent(day -> json.put("periodEndDate", day.toString()));
        run.includeUsageUntil().ifPresent(day -> json.put("includeUsageUntilDate", day.toString()));
        run.parallel().ifPresent(flag -> json.put("parallel", flag));
        run.usageSuspense().ifPresent(count -> json.put("usageSuspenseCount", count));
        run.rentalSuspense().ifPresent(count -> json.put("rentalSuspenseCount", count));
        run.maxInvoiceValue().ifPresent(value -> json.put("maxInvoiceValue", value));
        run.maxInvoiceCustomerId().ifPresent(id -> json.put("maxInvoiceCustomerId", id));
        run.paused().ifPresent(flag -> json.put("paused", flag));
    }

    private static void adhoc(ObjectNode json, AdhocBillRun run) {
        run.nickname().ifPresent(name -> json.put("nickname", name));
        var adhoc = json.putArray("adhocProductInventoryIds");
        run.adhocProductInventoryIds().forEach(adhoc::add);
        var rental = json.putArray("rentalProductInventoryIds");
        run.rentalProductInventoryIds().forEach(rental::add);
    }

    static Run read(JsonNode json) {
        return switch (RunKind.valueOf(json.path(TYPE).asText())) {
            case REGULAR -> new BillRun(json.path("id").asLong(), text(json, "name"), text(json, "sortableName"),
                    number(json, "billingCycleId"), day(json, "created"), day(json, "periodStartDate"),
                    day(json, "periodEndDate"), day(json, "invoiceDate"), day(json, "includeUsageUntilDate"),
                    status(json), stage(json), percentage(json), number(json, "billingUserAdminId"),
                    flag(json, "parallel"), number(json, "revenueInMajorCurrency"),
                    number(json, "usageSuspenseCount"), number(json, "rentalSuspenseCount"),
                    field(json, "maxInvoiceValue").map(JsonNode::decimalValue), number(json, "maxInvoiceCustomerId"),
                    flag(json, "paused"));
            case ADHOC -> new AdhocBillRun(json.path("id").asLong(), text(json, "name"), text(json, "nickname"),
                    day(json, "created"), day(json, "invoiceDate"), status(json), stage(json), percentage(json),
                    number(json, "billingUserAdminId"), number(json, "revenueInMajorCurrency"),
                    numbers(json, "adhocProductInventoryIds"), numbers(json, "rentalProductInventoryIds"));
        };
    }

    private static Optional<JsonNode> field(JsonNode json, String name) {
        return Optional.of(json.path(name)).filter(node -> !node.isMissingNode() && !node.isNull());
    }

    private static Optional<String> text(JsonNode json, String name) {
        return field(json, name).map(JsonNode::asText);
    }

    private static Optional<LocalDate> day(JsonNode json, String name) {
        return text(json, name).map(LocalDate::parse);
    }

    private static Optional<Boolean> flag(JsonNode json, String name) {
        return field(json, name).map(JsonNode::asBoolean);
    }

    private static OptionalLong number(JsonNode json, String name) {
        return field(json, name).map(node -> OptionalLong.of(node.asLong())).orElse(OptionalLong.empty());
    }

    private static OptionalInt percentage(JsonNode json) {
        return field(json, "summaryStatusPercentage").map(node -> OptionalInt.of(node.asInt()))
                .orElse(OptionalInt.empty());
    }

    private static List<Long> numbers(JsonNode json, String name) {
        return StreamSupport.stream(json.path(name).spliterator(), false).map(JsonNode::asLong).toList();
    }

    private static Optional<RunStatus> status(JsonNode json) {
        return text(json, "billRunStatus").map(RunStatus::of);
    }

    private static Optional<Stage> stage(JsonNode json) {
        return text(json, "summaryStatus").map(Stage::of);
    }
}
