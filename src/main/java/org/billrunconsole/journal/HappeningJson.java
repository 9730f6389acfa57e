package org.billrunconsole.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.billrunconsole.domain.Happening;
import org.billrunconsole.domain.Happening.Who;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage;

/** A happening as a line of JSON, and back. Names are short, because there are many lines. */
final class HappeningJson {

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

    private HappeningJson() {}

    static String write(Happening happening) {
        var line = JSON.createObjectNode()
                .put(TIME, happening.time().toString())
                .put(KIND, kind(happening))
                .put(RUN_KIND, happening.run().kind().name())
                .put(ID, happening.run().id());
        switch (happening) {
            case Happening.StageEntered entered -> {
                line.put(WHO, entered.who().name()).put(STAGE, entered.stage().wire()).put(SEEN, entered.seen());
                entered.before().ifPresent(stage -> line.put(BEFORE, stage.wire()));
                put(line, CYCLE, entered.billingCycle());
            }
            case Happening.StageDone done -> line.put(STAGE, done.stage().wire()).put(SEEN, done.seen());
            case Happening.PercentSeen seen -> line.put(STAGE, seen.stage().wire()).put(PERCENT, seen.percent());
            case Happening.FieldChanged changed -> {
                line.put(WHO, changed.who().name()).put(FIELD, changed.field()).put(NOW, changed.now());
                changed.before().ifPresent(text -> line.put(BEFORE, text));
            }
            case Happening.Drifted drifted -> {
                put(line, REVENUE, drifted.revenue());
                put(line, SUSPENSE, drifted.suspense());
            }
        }
        return line.toString();
    }

    /** Empty for a line that is damaged or of a newer console. */
    static Optional<Happening> read(String line) {
        try {
            var node = JSON.readTree(line);
            return node == null || !node.isObject() ? Optional.empty() : of(node);
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String kind(Happening happening) {
        return switch (happening) {
            case Happening.StageEntered _ -> "entered";
            case Happening.StageDone _ -> "done";
            case Happening.PercentSeen _ -> "percent";
            case Happening.FieldChanged _ -> "field";
            case Happening.Drifted _ -> "drift";
        };
    }

    private static Optional<Happening> of(JsonNode node) {
        var time = Instant.parse(text(node, TIME));
        var run = new RunKey(RunKind.valueOf(text(node, RUN_KIND)), node.path(ID).asLong());
        return switch (text(node, KIND)) {
            case "entered" -> Optional.of(new Happening.StageEntered(time, run, who(node), number(node, CYCLE),
                    maybe(node, BEFORE).map(Stage::of), Stage.of(text(node, STAGE)), node.path(SEEN).asBoolean()));
            case "done" -> Optional.of(new Happening.StageDone(time, run, Stage.of(text(node, STAGE)),
                    node.path(SEEN).asBoolean()));
            case "percent" -> Optional.of(new Happening.PercentSeen(time, run, Stage.of(text(node, STAGE)),
                    Math.clamp(node.path(PERCENT).asInt(), 0, 100)));
            case "field" -> Optional.of(new Happening.FieldChanged(time, run, who(node), text(node, FIELD),
                    maybe(node, BEFORE), text(node, NOW)));
            case "drift" -> Optional.of(new Happening.Drifted(time, run, number(node, REVENUE),
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
