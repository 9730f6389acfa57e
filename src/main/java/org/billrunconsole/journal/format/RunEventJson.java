package org.billrunconsole.journal.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.history.RunEvent;
import org.billrunconsole.domain.history.RunEvent.Who;

/** Writes a run event as a line of JSON and reads it back. Names are short, because there are many lines. */
public final class RunEventJson {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TIME = "t";
    private static final String KIND = "k";
    private static final String RUN_KIND = "of";
    private static final String ID = "id";
    private static final String WHO = "who";
    private static final String STAGE = "stage";
    private static final String BEFORE = "before";
    private static final String SEEN = "seen";
    private static final String CYCLE = "cycle";
    private static final String PERCENT = "percent";
    private static final String FIELD = "field";
    private static final String NOW = "now";
    private static final String REVENUE = "revenue";
    private static final String SUSPENSE = "suspense";

    private RunEventJson() {}

    public static String write(RunEvent event) {
        var line = JSON.createObjectNode()
                .put(TIME, event.time().toString())
                .put(KIND, kind(event))
                .put(RUN_KIND, event.run().kind().name())
                .put(ID, event.run().id());
        switch (event) {
            case RunEvent.StageEntered entered -> {
                line.put(WHO, entered.who().name()).put(STAGE, entered.stage().wire()).put(SEEN, entered.seen());
                entered.before().ifPresent(stage -> line.put(BEFORE, stage.wire()));
                put(line, CYCLE, entered.billingCycle());
            }
            case RunEvent.StageDone done -> line.put(STAGE, done.stage().wire()).put(SEEN, done.seen());
            case RunEvent.PercentSeen seen -> line.put(STAGE, seen.stage().wire()).put(PERCENT, seen.percent());
            case RunEvent.FieldChanged changed -> {
                line.put(WHO, changed.who().name()).put(FIELD, changed.field()).put(NOW, changed.now());
                changed.before().ifPresent(text -> line.put(BEFORE, text));
            }
            case RunEvent.Drifted drifted -> {
                put(line, REVENUE, drifted.revenue());
                put(line, SUSPENSE, drifted.suspense());
            }
        }
        return line.toString();
    }

    /** Empty for a line that is damaged or of a newer console. */
    public static Optional<RunEvent> read(String line) {
        try {
            var node = JSON.readTree(line);
            return node == null || !node.isObject() ? Optional.empty() : of(node);
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String kind(RunEvent event) {
        return switch (event) {
            case RunEvent.StageEntered _ -> "entered";
            case RunEvent.StageDone _ -> "done";
            case RunEvent.PercentSeen _ -> "percent";
            case RunEvent.FieldChanged _ -> "field";
            case RunEvent.Drifted _ -> "drift";
        };
    }

    private static Optional<RunEvent> of(JsonNode node) {
        var time = Instant.parse(text(node, TIME));
        var run = new RunKey(RunKind.valueOf(text(node, RUN_KIND)), node.path(ID).asLong());
        return switch (text(node, KIND)) {
            case "entered" -> Optional.of(new RunEvent.StageEntered(time, run, who(node), number(node, CYCLE),
                    maybe(node, BEFORE).map(Stage::of), Stage.of(text(node, STAGE)), node.path(SEEN).asBoolean()));
            case "done" -> Optional.of(new RunEvent.StageDone(time, run, Stage.of(text(node, STAGE)),
                    node.path(SEEN).asBoolean()));
            case "percent" -> Optional.of(new RunEvent.PercentSeen(time, run, Stage.of(text(node, STAGE)),
                    Math.clamp(node.path(PERCENT).asInt(), 0, 100)));
            case "field" -> Optional.of(new RunEvent.FieldChanged(time, run, who(node), text(node, FIELD),
                    maybe(node, BEFORE), text(node, NOW)));
            case "drift" -> Optional.of(new RunEvent.Drifted(time, run, number(node, REVENUE),
                    number(node, SUSPENSE)));
            default -> Optional.empty();
        };
    }

    private static Who who(JsonNode node) {
        return Who.valueOf(text(node, WHO));
    }

    private static String text(JsonNode node, String name) {
        return maybe(node, name).orElseThrow(() -> new IllegalArgumentException("A line without " + name));
    }

    private static Optional<String> maybe(JsonNode node, String name) {
        return Optional.ofNullable(node.get(name)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    private static OptionalLong number(JsonNode node, String name) {
        var value = node.path(name);
        return value.isIntegralNumber() ? OptionalLong.of(value.longValue()) : OptionalLong.empty();
    }

    private static void put(ObjectNode line, String name, OptionalLong value) {
        value.ifPresent(present -> line.put(name, present));
    }
}
