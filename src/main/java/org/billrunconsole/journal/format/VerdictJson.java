package org.billrunconsole.journal.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.plan.RunVerdict;
import org.billrunconsole.domain.plan.StopReason;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.domain.write.FieldChange;
import org.billrunconsole.domain.write.Finding;

/** Writes how a run ended in a plan, and why it was stopped, as JSON and reads it back. */
final class VerdictJson {

    private static final String WHY = "why";
    private static final String ACTION = "action";
    private static final String STAGE = "stage";

    private VerdictJson() {}

    static ObjectNode write(RunVerdict verdict) {
        var json = JsonNodeFactory.instance.objectNode().put("outcome", verdict.outcome().name());
        verdict.why().ifPresent(why -> json.set(WHY, stop(why)));
        return json;
    }

    static RunVerdict read(JsonNode json) {
        return new RunVerdict(RunVerdict.Outcome.valueOf(json.path("outcome").asText()),
                Optional.ofNullable(json.get(WHY)).map(VerdictJson::stop));
    }

    static ObjectNode stop(StopReason why) {
        var json = JsonNodeFactory.instance.objectNode();
        switch (why) {
            case StopReason.NotAllowed(var action, var reason) -> json.put(WHY, "notAllowed")
                    .put(ACTION, action.name())
                    .set("reason", ValueJson.reason(reason));
            case StopReason.Warned(var action, var checks) -> json.put(WHY, "warned")
                    .put(ACTION, action.name())
                    .set("checks", ValueJson.checks(checks));
            case StopReason.Stalled(var stage, var since) -> json.put(WHY, "stalled")
                    .put(STAGE, stage.name())
                    .put("since", since.toString());
            case StopReason.Failed(var action, var kind, var said) -> json.put(WHY, "failed")
                    .put(ACTION, action.name())
                    .put("failure", kind)
                    .put("said", CredentialFilter.of(said));
            case StopReason.OutcomeUnknown(var action, var found) -> {
                json.put(WHY, "outcomeUnknown").put(ACTION, action.name());
                found.ifPresent(finding -> json.put("found", finding.name()));
            }
            case StopReason.Changed(var changes) -> {
                var list = json.put(WHY, "changed").putArray("changes");
                changes.forEach(change -> list.addObject()
                        .put("field", change.field())
                        .put("before", change.before())
                        .put("now", change.now()));
            }
            case StopReason.MovedOn(var expected, var now) -> {
                json.put(WHY, "movedOn");
                expected.ifPresent(stage -> json.put("expected", stage.wire()));
                now.ifPresent(stage -> json.put("now", stage.wire()));
            }
            case StopReason.Plain plain -> json.put(WHY, "plain").put("reason", plain.name());
        }
        return json;
    }

    static StopReason stop(JsonNode json) {
        return switch (json.path(WHY).asText()) {
            case "notAllowed" -> new StopReason.NotAllowed(action(json), ValueJson.reason(json.path("reason")));
            case "warned" -> new StopReason.Warned(action(json), ValueJson.checks(json.path("checks")));
            case "stalled" -> new StopReason.Stalled(Stage.Known.valueOf(json.path(STAGE).asText()), Instant.parse(json
                    .path("since").asText()));
            case "failed" -> new StopReason.Failed(action(json), json.path("failure").asText(), json.path("said")
                    .asText());
            case "outcomeUnknown" -> new StopReason.OutcomeUnknown(action(json), Optional.ofNullable(json.get("found"))
                    .map(found -> Finding.valueOf(found.asText())));
            case "changed" -> new StopReason.Changed(StreamSupport.stream(json.path("changes").spliterator(), false)
                    .map(change -> new FieldChange(change.path("field").asText(), change.path("before").asText(),
                            change.path("now").asText()))
                    .toList());
            case "movedOn" -> new StopReason.MovedOn(stage(json, "expected"), stage(json, "now"));
            case "plain" -> StopReason.Plain.valueOf(json.path("reason").asText());
            default -> throw new IllegalArgumentException("Not a reason known to this version");
        };
    }

    private static Action action(JsonNode json) {
        return Action.valueOf(json.path(ACTION).asText());
    }

    private static Optional<Stage> stage(JsonNode json, String name) {
        return Optional.ofNullable(json.get(name)).map(JsonNode::asText).map(Stage::of);
    }
}
