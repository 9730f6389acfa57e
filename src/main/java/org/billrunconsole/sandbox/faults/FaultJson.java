package org.billrunconsole.sandbox.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.write.PatchOperation;
import org.billrunconsole.sandbox.api.Operation;
import org.billrunconsole.sandbox.faults.FaultEffect.Moment;
import org.billrunconsole.sandbox.lifecycle.Refusal;
import org.billrunconsole.sandbox.server.AdminEndpoint;
import org.billrunconsole.sandbox.wire.SandboxJson;

/** Faults as the admin endpoint takes and gives them; see {@link AdminEndpoint} for what they look like. */
public final class FaultJson {

    private static final Set<String> COMMON = Set.of("effect", "operations", "times", "probability", "run");

    private FaultJson() {}

    /** @throws Refusal 400 */
    public static Fault read(JsonNode json) {
        try {
            var operations = new LinkedHashSet<Operation>();
            json.path("operations").forEach(id -> operations.add(Operation.byId(id.asText())
                    .orElseThrow(() -> Refusal.badRequest("No such operation: " + id))));
            return new Fault(effect(json), operations, json.path("times").asInt(0),
                    json.path("probability").asDouble(1), run(json.path("run").asText()));
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest(String.valueOf(e.getMessage()));
        }
    }

    public static ObjectNode write(Fault fault) {
        var json = SandboxJson.MAPPER.createObjectNode();
        switch (fault.effect()) {
            case FaultEffect.Latency(var delay, var moment) -> moment(json, "latency", moment).put("millis",
                    delay.toMillis());
            case FaultEffect.Hold(var moment) -> moment(json, "hold", moment);
            case FaultEffect.Drop(var moment) -> moment(json, "drop", moment);
            case FaultEffect.ErrorStatus(var status, var retryAfter, var moment) -> {
                moment(json, "status", moment).put("status", status);
                retryAfter.ifPresent(wait -> json.put("retryAfterSeconds", wait.toSeconds()));
            }
            case FaultEffect.HtmlPage(var status, var moment) -> moment(json, "html", moment).put("status", status);
            case FaultEffect.BrokenJson() -> json.put("effect", "broken-json");
            case FaultEffect.NullFields(var fields) -> {
                var names = json.put("effect", "null-fields").putArray("fields");
                fields.stream().sorted().forEach(names::add);
            }
            case FaultEffect.ExpireTokens() -> json.put("effect", "expire-tokens");
            case FaultEffect.ColleagueFirst(var patch) -> {
                var operations = json.put("effect", "colleague").putArray("patch");
                patch.forEach(each -> operations.addObject()
                        .put("op", each.op().wire())
                        .put("path", each.path())
                        .put("value", each.value()));
            }
            case FaultEffect.StallStage(var stage, var percent) -> json.put("effect", "stall")
                    .put("stage", stage.name())
                    .put("percent", percent);
        }
        var operations = json.putArray("operations");
        fault.operations().stream().map(Operation::id).sorted().forEach(operations::add);
        fault.run().ifPresent(run -> json.put("run", run.path()));
        return json.put("times", fault.times()).put("probability", fault.probability());
    }

    /** A run by its path under the base address. */
    private static Optional<RunKey> run(String path) {
        if (path.isEmpty()) {
            return Optional.empty();
        }
        return Stream.of(RunKind.values())
                .filter(kind -> path.startsWith(new RunKey(kind, 1).path().replaceFirst("1$", "")))
                .map(kind -> new RunKey(kind, Long.parseLong(path.substring(path.lastIndexOf('/') + 1))))
                .findFirst()
                .or(() -> {
                    throw Refusal.badRequest("'run' is a path such as /bill-runs/7");
                });
    }

    private static ObjectNode moment(ObjectNode json, String effect, Moment moment) {
        return json.put("effect", effect).put("moment", moment.name().toLowerCase(Locale.ROOT));
    }

    private static FaultEffect effect(JsonNode json) {
        var kind = json.path("effect").asText();
        return switch (kind) {
            case "latency" -> {
                only(json, "millis", "moment");
                yield new FaultEffect.Latency(Duration.ofMillis(number(json, "millis")), moment(json));
            }
            case "hold" -> {
                only(json, "moment");
                yield new FaultEffect.Hold(moment(json));
            }
            case "drop" -> {
                only(json, "moment");
                yield new FaultEffect.Drop(moment(json));
            }
            case "status" -> {
                only(json, "status", "retryAfterSeconds", "moment");
                var retryAfter = json.has("retryAfterSeconds")
                        ? Optional.of(Duration.ofSeconds(number(json, "retryAfterSeconds")))
                        : Optional.<Duration>empty();
                yield new FaultEffect.ErrorStatus(number(json, "status"), retryAfter, moment(json));
            }
            case "html" -> {
                only(json, "status", "moment");
                yield new FaultEffect.HtmlPage(number(json, "status"), moment(json));
            }
            case "broken-json" -> {
                only(json);
                yield new FaultEffect.BrokenJson();
            }
            case "null-fields" -> {
                only(json, "fields");
                yield new FaultEffect.NullFields(
                        json.path("fields").valueStream().map(JsonNode::asText).collect(Collectors.toSet()));
            }
            case "expire-tokens" -> {
                only(json);
                yield new FaultEffect.ExpireTokens();
            }
            case "colleague" -> {
                only(json, "patch");
                yield new FaultEffect.ColleagueFirst(
                        json.path("patch").valueStream().map(FaultJson::operation).toList());
            }
            case "stall" -> {
                only(json, "stage", "percent");
                yield new FaultEffect.StallStage(Stage.Known.valueOf(json.path("stage").asText()),
                        number(json, "percent"));
            }
            default -> throw Refusal.badRequest("No such effect: '" + kind + "'");
        };
    }

    private static PatchOperation operation(JsonNode json) {
        return switch (json.path("op").asText()) {
            case "replace" -> PatchOperation.replace(json.path("path").asText(), json.path("value").asText());
            case "test" -> PatchOperation.test(json.path("path").asText(), json.path("value").asText());
            default -> throw Refusal.badRequest("A colleague's patch has replace and test only");
        };
    }

    private static int number(JsonNode json, String name) {
        if (!json.path(name).canConvertToInt() || !json.path(name).isIntegralNumber()) {
            throw Refusal.badRequest("'" + name + "' is a whole number");
        }
        return json.path(name).asInt();
    }

    private static Moment moment(JsonNode json) {
        return switch (json.path("moment").asText("before")) {
            case "before" -> Moment.BEFORE;
            case "after" -> Moment.AFTER;
            default -> throw Refusal.badRequest("'moment' is before or after");
        };
    }

    /** A member that is misspelt would silently make another fault of it. */
    private static void only(JsonNode json, String... names) {
        var known = new HashSet<>(COMMON);
        known.addAll(Set.of(names));
        json.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw Refusal.badRequest("'" + name + "' does not go with this effect");
            }
        });
    }
}
