package org.billrunconsole.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Figures as JSON, an array of objects with {@code name, value, unit, reference, reference_value, ratio, runs, spread,
 * goal, met}; absent is null. A measurement without figures has its name and {@code not_measured}, why.
 */
final class OutcomeFile {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private OutcomeFile() {}

    static void write(Path file, List<Outcome> outcomes) throws IOException {
        var all = JSON.createArrayNode();
        for (var outcome : outcomes) {
            outcome.figures().forEach(figure -> all.add(json(figure)));
            outcome.missing()
                    .ifPresent(why -> all.add(JSON.createObjectNode()
                            .put("name", outcome.measurement())
                            .put("not_measured", why)));
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, JSON.writeValueAsString(all) + System.lineSeparator());
    }

    /** @param measurement whose file it is */
    static Outcome read(Path file, String measurement) throws IOException {
        var figures = new ArrayList<Figure>();
        for (var each : JSON.readTree(file.toFile())) {
            if (each.has("not_measured")) {
                return Outcome.missing(measurement, each.get("not_measured").asText());
            }
            figures.add(figure(each));
        }
        return Outcome.of(measurement, figures);
    }

    private static ObjectNode json(Figure figure) {
        var json = JSON.createObjectNode();
        json.put("name", figure.name());
        json.put("value", figure.value());
        json.put("unit", figure.unit());
        json.put("reference", figure.reference().map(Reference::name).orElse(null));
        json.put("reference_value", figure.reference().map(Reference::value).orElse(null));
        json.put("ratio", figure.ratio().isPresent() ? (Double) figure.ratio().getAsDouble() : null);
        json.put("runs", figure.runs());
        json.put("spread", figure.spread());
        json.set("goal", figure.goal().map(OutcomeFile::json).orElse(null));
        json.put("met", figure.met().orElse(null));
        return json;
    }

    private static ObjectNode json(Goal goal) {
        var json = JSON.createObjectNode();
        return switch (goal) {
            case Goal.Value(var atMost) -> json.put("value", atMost);
            case Goal.Ratio(var atMost) -> json.put("ratio", atMost);
        };
    }

    private static Figure figure(JsonNode json) {
        var reference = Optional.of(json.get("reference"))
                .filter(JsonNode::isTextual)
                .map(name -> new Reference(name.asText(), json.get("reference_value").asDouble()));
        return new Figure(json.get("name").asText(), json.get("value").asDouble(), json.get("unit").asText(), reference,
                json.get("runs").asInt(), json.get("spread").asDouble(),
                Optional.of(json.get("goal")).filter(JsonNode::isObject).map(OutcomeFile::goal));
    }

    private static Goal goal(JsonNode json) {
        return json.has("ratio") ? Goal.atMostTimes(json.get("ratio").asDouble())
                : Goal.atMost(json.get("value").asDouble());
    }
}
