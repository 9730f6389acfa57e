package org.billrunconsole.journal.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.plan.PlanEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what happened to a plan as a line of JSON and reads it back. */
public final class PlanEventJson {

    private static final Logger LOG = LoggerFactory.getLogger(PlanEventJson.class);
    private static final String ENDED = "ended";
    private static final String TIME = "time";

    private PlanEventJson() {}

    /** A line without its end. */
    public static String write(PlanEvent event) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put(LineFields.KIND, kind(event)).put(TIME, event.time().toString());
        switch (event) {
            case PlanEvent.Claimed(_, var lease, var by) -> EntryJson.origin(json.put("lease", lease.toString()), by);
            case PlanEvent.Begun(_, var run) -> json.set(LineFields.RUN, EntryJson.key(run));
            case PlanEvent.Sending(_, var run, var action) -> EntryJson.runAndAction(json, run, action);
            case PlanEvent.Taken(_, var run, var action) -> EntryJson.runAndAction(json, run, action);
            case PlanEvent.NotTaken(_, var run, var action) -> EntryJson.runAndAction(json, run, action);
            case PlanEvent.SaidDone(_, var run, var stage, var by) -> {
                json.set(LineFields.RUN, EntryJson.key(run));
                EntryJson.origin(json.put("stage", stage.name()), by);
            }
            case PlanEvent.RunEnded(_, var run, var verdict) -> {
                json.set(LineFields.RUN, EntryJson.key(run));
                json.set("verdict", VerdictJson.write(verdict));
            }
            case PlanEvent.Paused _,PlanEvent.WentOn _,PlanEvent.Ended _ -> {
            }
        }
        return JournalLine.withoutHalves(json.toString());
    }

    private static String kind(PlanEvent event) {
        return switch (event) {
            case PlanEvent.Claimed _ -> "claimed";
            case PlanEvent.Begun _ -> "begun";
            case PlanEvent.Sending _ -> "sending";
            case PlanEvent.Taken _ -> "taken";
            case PlanEvent.NotTaken _ -> "notTaken";
            case PlanEvent.SaidDone _ -> "saidDone";
            case PlanEvent.RunEnded _ -> "runEnded";
            case PlanEvent.Paused _ -> "paused";
            case PlanEvent.WentOn _ -> "wentOn";
            case PlanEvent.Ended _ -> ENDED;
        };
    }

    /** True if a line is the event that a plan has ended, told without reading the rest of it. */
    public static boolean isEnd(String line) {
        return line.startsWith("{\"" + LineFields.KIND + "\":\"" + ENDED + "\"");
    }

    /** Empty for a line that is damaged, or of a later version. */
    public static Optional<PlanEvent> read(String line) {
        try {
            return Optional.of(read(JournalLine.JSON.readTree(line)));
        } catch (JsonProcessingException | RuntimeException e) {
            LOG.warn("A plan's event of {} characters cannot be read: {}", line.length(), e.getClass()
                    .getSimpleName());
            return Optional.empty();
        }
    }

    private static PlanEvent read(JsonNode json) {
        var time = Instant.parse(json.path(TIME).asText());
        return switch (json.path(LineFields.KIND).asText()) {
            case "claimed" -> new PlanEvent.Claimed(time, UUID.fromString(json.path("lease").asText()),
                    EntryJson.origin(json));
            case "begun" -> new PlanEvent.Begun(time, EntryJson.run(json));
            case "sending" -> new PlanEvent.Sending(time, EntryJson.run(json), EntryJson.action(json));
            case "taken" -> new PlanEvent.Taken(time, EntryJson.run(json), EntryJson.action(json));
            case "notTaken" -> new PlanEvent.NotTaken(time, EntryJson.run(json), EntryJson.action(json));
            case "saidDone" -> new PlanEvent.SaidDone(time, EntryJson.run(json), Stage.Known.valueOf(json.path("stage")
                    .asText()), EntryJson.origin(json));
            case "runEnded" -> new PlanEvent.RunEnded(time, EntryJson.run(json), VerdictJson.read(json.path(
                    "verdict")));
            case "paused" -> new PlanEvent.Paused(time);
            case "wentOn" -> new PlanEvent.WentOn(time);
            case ENDED -> new PlanEvent.Ended(time);
            default -> throw new IllegalArgumentException("Not a kind of event known to this version");
        };
    }
}
