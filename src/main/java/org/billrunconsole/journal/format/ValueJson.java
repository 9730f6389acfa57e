package org.billrunconsole.journal.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.lifecycle.Reason;
import org.billrunconsole.domain.review.Check;
import org.billrunconsole.domain.review.Severity;

/**
 * Writes checks and reasons as JSON and reads them back equal. Each of their values names its type, since a count, a day
 * and a name are compared as what they are: {@code {"day":"2026-12-01"}}.
 */
final class ValueJson {

    private static final String ARGS = "args";

    private ValueJson() {}

    static ArrayNode checks(List<Check> checks) {
        var json = JsonNodeFactory.instance.arrayNode();
        checks.forEach(check -> json.addObject()
                .put("check", check.kind().name())
                .put("severity", check.severity().name())
                .set(ARGS, values(check.args())));
        return json;
    }

    static List<Check> checks(JsonNode json) {
        return StreamSupport.stream(json.spliterator(), false)
                .map(check -> new Check(Check.Kind.valueOf(check.path("check").asText()), Severity.valueOf(check.path(
                        "severity").asText()), values(check.path(ARGS))))
                .toList();
    }

    static ObjectNode reason(Reason reason) {
        var json = JsonNodeFactory.instance.objectNode().put("code", reason.code().name());
        json.set(ARGS, values(reason.args()));
        return json;
    }

    static Reason reason(JsonNode json) {
        return new Reason(Reason.Code.valueOf(json.path("code").asText()), values(json.path(ARGS)));
    }

    private static ArrayNode values(List<Object> values) {
        var json = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> {
            var tagged = json.addObject();
            switch (value) {
                case Integer number -> tagged.put("int", number);
                case Long number -> tagged.put("long", number);
                case LocalDate day -> tagged.put("day", day.toString());
                case Instant time -> tagged.put("time", time.toString());
                case Check.Money(var amount) -> tagged.put("money", amount.toString());
                case RunStatus status -> tagged.put("status", status.wire());
                case Stage stage -> tagged.put("stage", stage.wire());
                case String text -> tagged.put("text", text);
                default -> throw new IllegalArgumentException("Not a value of a check or a reason: " + value
                        .getClass());
            }
        });
        return json;
    }

    private static List<Object> values(JsonNode json) {
        return StreamSupport.stream(json.spliterator(), false).map(ValueJson::value).toList();
    }

    private static Object value(JsonNode json) {
        var tagged = json.properties().iterator().next();
        var value = tagged.getValue();
        return switch (tagged.getKey()) {
            case "int" -> value.intValue();
            case "long" -> value.longValue();
            case "day" -> LocalDate.parse(value.asText());
            case "time" -> Instant.parse(value.asText());
            case "money" -> new Check.Money(new BigDecimal(value.asText()));
            case "status" -> RunStatus.of(value.asText());
            case "stage" -> Stage.of(value.asText());
            case "text" -> value.asText();
            default -> throw new IllegalArgumentException("Not a type of value known to this version");
        };
    }
}
