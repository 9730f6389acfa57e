package org.billrunconsole.journal.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.billrunconsole.domain.plan.Plan;
import org.billrunconsole.domain.plan.PlanGoal;
import org.billrunconsole.domain.plan.PlanOptions;
import org.billrunconsole.domain.plan.PlanOrder;
import org.billrunconsole.domain.plan.PlannedRun;
import org.billrunconsole.domain.write.Action;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a plan as a line of JSON, with everything the operator saw, and reads it back. Credentials are removed from
 * reasons only, as in a journal's entry.
 */
public final class PlanJson {

    private static final Logger LOG = LoggerFactory.getLogger(PlanJson.class);
    private static final int VERSION = 1;
    private static final String PLAN = "plan";
    private static final String TIME = "time";

    private PlanJson() {}

    /** A line without its end. */
    public static String write(Plan plan) {
        var json = JsonNodeFactory.instance.objectNode()
                .put(LineFields.KIND, PLAN)
                .put(LineFields.ID, plan.id().toString())
                .put("v", VERSION)
                .put(TIME, plan.made().toString());
        EntryJson.origin(json, plan.origin());
        switch (plan.goal()) {
            case PlanGoal.OneStep(var action) -> json.put("oneStep", action.name());
            case PlanGoal.RunThrough stage -> json.put("runThrough", stage.name());
        }
        json.put("mostInProgress", plan.options().mostInProgress());
        json.put("order", plan.options().order().name());
        json.put("stopOnFailure", plan.options().stopOnFailure());
        var runs = json.putArray("runs");
        plan.runs().forEach(run -> runs.add(run(run)));
        return JournalLine.withoutHalves(json.toString());
    }

    private static ObjectNode run(PlannedRun run) {
        var json = JsonNodeFactory.instance.objectNode();
        json.set("shown", JournalRunJson.write(run.shown()));
        json.set("accepted", ValueJson.checks(run.accepted()));
        json.put("reason", CredentialFilter.of(run.reason()));
        json.put("acceptsUnproven", run.acceptsUnproven());
        run.skipped().ifPresent(why -> json.set("skipped", VerdictJson.stop(why)));
        return json;
    }

    /** Empty for a line that is damaged, of a later version, or no plan. */
    public static Optional<Plan> read(String line) {
        try {
            var json = JournalLine.JSON.readTree(line);
            return json.path(LineFields.KIND).asText().equals(PLAN) && json.path("v").asInt() == VERSION
                    ? Optional.of(plan(json))
                    : Optional.empty();
        } catch (JsonProcessingException | RuntimeException e) {
            LOG.warn("A plan of {} characters cannot be read: {}", line.length(), e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static Plan plan(JsonNode json) {
        var goal = json.has("oneStep")
                ? new PlanGoal.OneStep(Action.valueOf(json.path("oneStep").asText()))
                : PlanGoal.RunThrough.valueOf(json.path("runThrough").asText());
        var options = new PlanOptions(json.path("mostInProgress").asInt(), PlanOrder.valueOf(json.path("order")
                .asText()), json.required("stopOnFailure").asBoolean());
        return new Plan(UUID.fromString(json.path(LineFields.ID).asText()), Instant.parse(json.path(TIME).asText()),
                EntryJson.origin(json), goal, options, StreamSupport.stream(json.path("runs").spliterator(), false)
                        .map(PlanJson::run)
                        .toList());
    }

    private static PlannedRun run(JsonNode json) {
        return new PlannedRun(JournalRunJson.read(json.path("shown")), ValueJson.checks(json.path("accepted")),
                json.path("reason").asText(), json.path("acceptsUnproven").asBoolean(),
                Optional.ofNullable(json.get("skipped")).map(VerdictJson::stop));
    }
}
