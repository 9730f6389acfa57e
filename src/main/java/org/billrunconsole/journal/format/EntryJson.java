package org.billrunconsole.journal.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.domain.write.Origin;
import org.billrunconsole.domain.write.WireRequest;
import org.billrunconsole.journal.format.JournalEntry.Intent;
import org.billrunconsole.journal.format.JournalEntry.Notice;
import org.billrunconsole.journal.format.JournalEntry.Outcome;
import org.billrunconsole.journal.format.JournalEntry.Ruling;
import org.billrunconsole.journal.format.JournalEntry.Verdict;

/**
 * Writes an entry as a JSON object and reads it back. Kind and id come first, so that old lines can be scanned without
 * parsing the rest. Credentials are removed from free text only (reasons, a server's words): whatever is read back to
 * act upon is kept as it was given.
 */
public final class EntryJson {

    private static final int VERSION = 1;
    private static final String RULED = "ruled";

    /** Details of a notice that hold what somebody called something, not free text. */
    private static final Set<String> NAMES = Set.of("before", "now", "name", "field");

    private EntryJson() {}

    static ObjectNode write(JournalEntry entry) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put(LineFields.KIND, switch (entry) {
            case Intent _ -> LineFields.INTENT;
            case Outcome _ -> LineFields.OUTCOME;
            case Verdict _,Ruling _ -> LineFields.VERDICT;
            case Notice _ -> LineFields.NOTICE;
        });
        json.put(LineFields.ID, entry.id().toString());
        json.put("v", VERSION);
        json.put("time", entry.time().toString());
        origin(json, entry.origin());
        switch (entry) {
            case Intent intent -> intent(json, intent);
            case Outcome outcome -> outcome(json, outcome);
            case Verdict verdict -> verdict(json, verdict);
            case Ruling ruling -> ruling(json, ruling);
            case Notice notice -> notice(json, notice);
        }
        return json;
    }

    private static void intent(ObjectNode json, Intent intent) {
        json.put("owner", intent.lease().toString());
        runAndAction(json, intent.command().run(), intent.command().action());
        json.set("parameters", CommandJson.parameters(intent.command()));
        json.put("reason", CredentialFilter.of(intent.reason()));
        json.set("before", JournalRunJson.write(intent.before()));
        var request = json.putObject("request");
        request.put("method", intent.request().method());
        request.put("path", intent.request().path());
        request.put("mediaType", intent.request().contentType());
        request.put("body", intent.request().body());
    }

    private static void outcome(ObjectNode json, Outcome outcome) {
        runAndAction(json, outcome.run(), outcome.action());
        var answer = outcome.answer();
        json.put("outcome", answer.sending().name());
        answer.status().ifPresent(status -> json.put("status", status));
        json.put("durationMillis", answer.took().toMillis());
        answer.run().ifPresent(run -> json.set("answer", JournalRunJson.write(run)));
        if (!answer.details().isEmpty()) {
            json.put("details", CredentialFilter.of(answer.details()));
        }
    }

    private static void verdict(ObjectNode json, Verdict verdict) {
        runAndAction(json, verdict.run(), verdict.action());
        json.put("verdict", verdict.conclusion().finding().name());
        verdict.conclusion().after().ifPresent(run -> json.set("after", JournalRunJson.write(run)));
    }

    /** A verdict all the same, so that a version that knows no rulings sees the intent ended. */
    private static void ruling(ObjectNode json, Ruling ruling) {
        ruling.run().ifPresent(run -> json.set(LineFields.RUN, key(run)));
        json.put("verdict", ruling.finding().name());
        json.put(RULED, CredentialFilter.of(ruling.reason()));
    }

    private static void notice(ObjectNode json, Notice notice) {
        notice.run().ifPresent(run -> json.set(LineFields.RUN, key(run)));
        json.put("notice", notice.kind());
        var details = json.putObject("details");
        // Sorted, so that equal notices give equal lines.
        new TreeMap<>(notice.details()).forEach((name, value) -> details.put(name, NAMES.contains(name)
                ? value
                : CredentialFilter.of(value)));
    }

    static void runAndAction(ObjectNode json, RunKey run, Action action) {
        json.set(LineFields.RUN, key(run));
        json.put("action", action.name());
    }

    static void origin(ObjectNode json, Origin origin) {
        json.put("user", origin.user());
        json.put("connection", origin.connection());
        json.put("host", origin.host());
    }

    static Origin origin(JsonNode json) {
        return new Origin(json.path("user").asText(), json.path("connection").asText(), json.path("host").asText());
    }

    static ObjectNode key(RunKey run) {
        return JsonNodeFactory.instance.objectNode().put(LineFields.KIND, run.kind().name()).put("id", run.id());
    }

    /** @throws RuntimeException of any kind if it is not an entry this version can read */
    static JournalEntry read(JsonNode json) {
        var id = UUID.fromString(json.path(LineFields.ID).asText());
        var time = Instant.parse(json.path("time").asText());
        var origin = origin(json);
        return switch (json.path(LineFields.KIND).asText()) {
            case LineFields.INTENT -> new Intent(id, time, origin, UUID.fromString(json.path("owner").asText()),
                    CommandJson.read(run(json), action(json), json.path("parameters")), json.path("reason").asText(),
                    JournalRunJson.read(json.path("before")), request(run(json), json.path("request")));
            case LineFields.OUTCOME -> new Outcome(id, origin, run(json), action(json), answer(time, json));
            case LineFields.VERDICT -> verdict(id, time, origin, json);
            case LineFields.NOTICE -> new Notice(id, time, origin, runIfTold(json), json.path("notice").asText(),
                    details(json.path("details")));
            default -> throw new IllegalArgumentException("Not a kind of entry known to this version");
        };
    }

    private static JournalEntry verdict(UUID id, Instant time, Origin origin, JsonNode json) {
        var finding = Finding.valueOf(json.path("verdict").asText());
        return json.has(RULED)
                ? new Ruling(id, time, origin, runIfTold(json), finding, json.path(RULED).asText())
                : new Verdict(id, origin, run(json), action(json), new Activity.Conclusion(time, finding,
                        Optional.ofNullable(json.get("after")).map(JournalRunJson::read)));
    }

    /** What of an entry a person or a server wrote freely; everything else are names, and values of fields. */
    public static List<String> freeText(JournalEntry entry) {
        return switch (entry) {
            case Intent intent -> List.of(intent.reason());
            case Outcome outcome -> List.of(outcome.answer().details());
            case Verdict _ -> List.of();
            case Ruling ruling -> List.of(ruling.reason());
            case Notice notice -> notice.details()
                    .entrySet()
                    .stream()
                    .filter(detail -> !NAMES.contains(detail.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
        };
    }

    /** The run that an entry names, even if the rest of it cannot be read. */
    public static Optional<RunKey> runIfTold(JsonNode json) {
        return json.has(LineFields.RUN) ? Optional.of(run(json)) : Optional.empty();
    }

    private static Activity.Answer answer(Instant time, JsonNode json) {
        var status = json.has("status") ? OptionalInt.of(json.path("status").asInt()) : OptionalInt.empty();
        return new Activity.Answer(time, Activity.Sending.valueOf(json.path("outcome").asText()), status,
                Duration.ofMillis(json.path("durationMillis").asLong()),
                Optional.ofNullable(json.get("answer")).map(JournalRunJson::read), json.path("details").asText(""));
    }

    static RunKey run(JsonNode json) {
        var run = json.path(LineFields.RUN);
        return new RunKey(RunKind.valueOf(run.path(LineFields.KIND).asText()), run.path("id").asLong());
    }

    static Action action(JsonNode json) {
        return Action.valueOf(json.path("action").asText());
    }

    private static WireRequest request(RunKey run, JsonNode json) {
        return new WireRequest(run, json.path("method").asText(), json.path("path").asText(),
                json.path("mediaType").asText(), json.path("body").asText());
    }

    private static Map<String, String> details(JsonNode json) {
        var details = new TreeMap<String, String>();
        json.properties().forEach(field -> details.put(field.getKey(), field.getValue().asText()));
        return details;
    }
}
