package org.billrunconsole.sandbox.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.flipkart.zjsonpatch.JsonPatch;
import com.flipkart.zjsonpatch.JsonPatchApplicationException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.billrunconsole.domain.Nickname;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.sandbox.lifecycle.PatchRequest;
import org.billrunconsole.sandbox.lifecycle.Refusal;

/** Reads a JSON Patch (RFC 6902) of a run as the {@link PatchRequest} that it asks for. Nothing is changed here. */
public final class PatchReader {

    private static final Set<String> WRITABLE = Set.of("billRunStatus", "summaryStatus", "invoiceDate");

    private final boolean honourTests;

    public PatchReader(boolean honourTests) {
        this.honourTests = honourTests;
    }

    /**
     * What a patch asks of a run.
     *
     * @param run  the run as JSON, before
     * @throws Refusal 400 if the patch is none, does not fit the run or touches what cannot be changed
     */
    public PatchRequest read(JsonNode patch, ObjectNode run, RunKind kind) {
        if (!(patch instanceof ArrayNode operations) || operations.isEmpty()) {
            throw Refusal.badRequest("A JSON Patch is an array of one operation or more");
        }
        var toApply = SandboxJson.MAPPER.createArrayNode();
        var touched = new LinkedHashSet<String>();
        for (var operation : operations) {
            PatchSyntax.require(operation);
            if (!isTest(operation)) {
                touched.addAll(touchedBy(operation, kind));
            }
            if (honourTests || !isTest(operation)) {
                toApply.add(operation);
            }
        }
        return patchRequest(applied(toApply, target(run, kind)), touched);
    }

    private static JsonNode applied(ArrayNode patch, ObjectNode target) {
        try {
            return JsonPatch.apply(NumbersByValue.of(patch), NumbersByValue.of(target));
        } catch (JsonPatchApplicationException e) {
            throw Refusal.badRequest("The patch cannot be applied: " + e.getMessage());
        }
    }

    /** Absent fields count as null in a patch's target, so that the documented nickname sample works on any run. */
    private static ObjectNode target(ObjectNode run, RunKind kind) {
        if (kind == RunKind.ADHOC && !run.has("nickname")) {
            run.putNull("nickname");
        }
        return run;
    }

    private static boolean isTest(JsonNode operation) {
        return "test".equals(operation.path("op").asText());
    }

    private static Set<String> touchedBy(JsonNode operation, RunKind kind) {
        var touched = new LinkedHashSet<String>();
        touched.add(writable(operation.path("path").asText(), kind));
        if ("move".equals(operation.path("op").asText())) {
            touched.add(writable(operation.path("from").asText(), kind));
        }
        return touched;
    }

    private static String writable(String path, RunKind kind) {
        var name = path.startsWith("/") ? path.substring(1) : "";
        if (!WRITABLE.contains(name) && !(kind == RunKind.ADHOC && name.equals("nickname"))) {
            throw Refusal.badRequest("'" + path + "' cannot be changed");
        }
        return name;
    }

    private static PatchRequest patchRequest(JsonNode after, Set<String> touched) {
        return new PatchRequest(text(after, touched, "billRunStatus").map(value -> status(value)),
                text(after, touched, "summaryStatus").map(value -> stage(value)),
                text(after, touched, "invoiceDate").map(value -> date(value)),
                text(after, touched, "nickname").map(value -> nickname(value)));
    }

    private static Optional<String> text(JsonNode after, Set<String> touched, String name) {
        if (!touched.contains(name)) {
            return Optional.empty();
        }
        var value = after.path(name);
        if (!value.isTextual()) {
            throw Refusal.badRequest("Validation failed for field '" + name + "': a text is needed");
        }
        return Optional.of(value.asText());
    }

    private static RunStatus.Known status(String value) {
        if (RunStatus.of(value) instanceof RunStatus.Known known) {
            return known;
        }
        throw Refusal.badRequest("Validation failed for field 'billRunStatus': no such status '" + value + "'");
    }

    private static Stage.Known stage(String value) {
        if (Stage.of(value) instanceof Stage.Known known) {
            return known;
        }
        throw Refusal.badRequest("Validation failed for field 'summaryStatus': no such status '" + value + "'");
    }

    private static LocalDate date(String value) {
        try {
            var date = LocalDate.parse(value);
            if (date.toString().length() == "yyyy-MM-dd".length()) {
                return date;
            }
            throw new DateTimeParseException("A year has four digits", value, 0);
        } catch (DateTimeParseException _) {
            throw Refusal.badRequest("Validation failed for field 'invoiceDate': a date is yyyy-MM-dd");
        }
    }

    private static String nickname(String value) {
        if (!Nickname.isValid(value)) {
            throw Refusal.badRequest("Validation failed for field 'nickname': 1 to 100 letters, digits, white space"
                    + " and + / - . _ & # = , : @ ( )");
        }
        return value;
    }
}
