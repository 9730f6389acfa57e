package org.billrunconsole.api.http.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;

/**
 * Writes a run as JSON with the contract's field names in its order, for people to read: what {@link RunMapping} reads.
 */
public final class RunJson {

    private final ObjectNode json = ApiJson.MAPPER.createObjectNode();

    private RunJson() {}

    /** Pretty-printed; fields the server did not send are left out. */
    public static String of(Run run) {
        var writer = new RunJson();
        switch (run) {
            case BillRun regular -> writer.put(regular);
            case AdhocBillRun adhoc -> writer.put(adhoc);
        }
        try {
            return ApiJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(writer.json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(BillRun run) {
        json.put("id", run.id());
        text("name", run.name());
        text("sortableName", run.sortableName());
        number("billingCycleId", run.billingCycleId());
        date("created", run.created());
        date("periodStartDate", run.periodStart());
        date("periodEndDate", run.periodEnd());
        date("invoiceDate", run.invoiceDate());
        date("includeUsageUntilDate", run.includeUsageUntil());
        progress(run);
        run.parallel().ifPresent(value -> json.put("parallel", value));
        number("revenueInMajorCurrency", run.revenue());
        number("usageSuspenseCount", run.usageSuspense());
        number("rentalSuspenseCount", run.rentalSuspense());
        run.maxInvoiceValue().ifPresent(value -> json.put("maxInvoiceValue", value));
        number("maxInvoiceCustomerId", run.maxInvoiceCustomerId());
        run.paused().ifPresent(value -> json.put("paused", value));
    }

    private void put(AdhocBillRun run) {
        json.put("id", run.id());
        text("name", run.name());
        text("nickname", run.nickname());
        date("created", run.created());
        date("invoiceDate", run.invoiceDate());
        progress(run);
        number("revenueInMajorCurrency", run.revenue());
        numbers("adhocProductInventoryIds", run.adhocProductInventoryIds());
        numbers("rentalProductInventoryIds", run.rentalProductInventoryIds());
    }

    private void progress(Run run) {
        text("billRunStatus", run.status().map(RunStatus::wire));
        text("summaryStatus", run.stage().map(Stage::wire));
        run.percentage().ifPresent(value -> json.put("summaryStatusPercentage", value));
        number("billingUserAdminId", run.closedBy());
    }

    private void text(String field, Optional<String> value) {
        value.ifPresent(text -> json.put(field, text));
    }

    private void date(String field, Optional<LocalDate> value) {
        value.ifPresent(day -> json.put(field, day.toString()));
    }

    private void number(String field, OptionalLong value) {
        value.ifPresent(number -> json.put(field, number));
    }

    private void numbers(String field, List<Long> values) {
        var array = json.putArray(field);
        values.forEach(array::add);
    }
}
