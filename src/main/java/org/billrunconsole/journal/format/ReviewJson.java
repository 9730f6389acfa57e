package org.billrunconsole.journal.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.review.Acknowledgement;
import org.billrunconsole.domain.review.Acknowledgement.Subject;
import org.billrunconsole.domain.review.DraftFigures;
import org.billrunconsole.domain.review.ReviewFigures;
import org.billrunconsole.domain.review.RunFigures;

/** Writes acknowledgements and the figures of drafts as lines of JSON and reads them back equal. */
public final class ReviewJson {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TIME = "time";
    private static final String CHECK = "check";
    private static final String REVIEW = "review";
    private static final String FIGURES = "figures";
    private static final String REVENUE = "revenue";
    private static final String USAGE_SUSPENSE = "usageSuspense";
    private static final String RENTAL_SUSPENSE = "rentalSuspense";
    private static final String LARGEST_INVOICE = "largestInvoice";
    private static final String UNEXPLAINED = "unexplained";
    private static final String UNEXPLAINED_SUM = "unexplainedSum";
    private static final String NOT_BILLED = "notBilled";

    private ReviewJson() {}

    /** A line without its end. */
    public static String write(Acknowledgement given) {
        var json = begun(given.run(), given.when()).put("user", given.user())
                .put("reason", CredentialFilter.of(given.reason()));
        switch (given.of()) {
            case Subject.OfCheck(var check) -> json.set(CHECK, ValueJson.checks(List.of(check)));
            case Subject.OfReview(var figures) -> json.set(REVIEW, review(figures));
        }
        return json.toString();
    }

    /** A line without its end. */
    public static String write(DraftFigures drafts) {
        return begun(drafts.run(), drafts.when()).put("basis", drafts.basis().name())
                .<ObjectNode>set(FIGURES, figures(drafts.figures()))
                .toString();
    }

    /** Empty for a line that is damaged or of a newer console. */
    public static Optional<Acknowledgement> readGiven(String line) {
        return read(line, json -> new Acknowledgement(run(json), time(json), json.path("user").asText(), json.path(
                "reason").asText(), subject(json)));
    }

    /** Empty for a line that is damaged or of a newer console. */
    public static Optional<DraftFigures> readDrafts(String line) {
        return read(line, json -> new DraftFigures(run(json), time(json), DraftFigures.Basis.valueOf(json.path("basis")
                .asText()), figures(json.path(FIGURES))));
    }

    private static <T> Optional<T> read(String line, Function<JsonNode, T> reader) {
        try {
            return Optional.of(reader.apply(JSON.readTree(line)));
        } catch (JsonProcessingException | RuntimeException _) {
            return Optional.empty();
        }
    }

    private static ObjectNode begun(RunKey run, Instant time) {
        var json = JsonNodeFactory.instance.objectNode().put(TIME, time.toString());
        json.set(LineFields.RUN, EntryJson.key(run));
        return json;
    }

    private static RunKey run(JsonNode json) {
        var run = json.path(LineFields.RUN);
        return new RunKey(RunKind.valueOf(run.path(LineFields.KIND).asText()), run.path(LineFields.ID).asLong());
    }

    private static Instant time(JsonNode json) {
        return Instant.parse(json.path(TIME).asText());
    }

    private static Subject subject(JsonNode json) {
        return json.has(CHECK)
                ? new Subject.OfCheck(ValueJson.checks(json.get(CHECK)).getFirst())
                : new Subject.OfReview(reviewed(json.required(REVIEW)));
    }

    private static ObjectNode review(ReviewFigures review) {
        var json = JsonNodeFactory.instance.objectNode();
        json.set(FIGURES, figures(review.run()));
        review.unexplained().ifPresent(count -> json.put(UNEXPLAINED, count));
        review.unexplainedSum().ifPresent(sum -> json.put(UNEXPLAINED_SUM, sum.toString()));
        review.notBilled().ifPresent(count -> json.put(NOT_BILLED, count));
        return json;
    }

    private static ReviewFigures reviewed(JsonNode json) {
        return new ReviewFigures(figures(json.path(FIGURES)), number(json, UNEXPLAINED), decimal(json,
                UNEXPLAINED_SUM), number(json, NOT_BILLED));
    }

    private static ObjectNode figures(RunFigures figures) {
        var json = JsonNodeFactory.instance.objectNode();
        figures.revenue().ifPresent(amount -> json.put(REVENUE, amount));
        figures.usageSuspense().ifPresent(count -> json.put(USAGE_SUSPENSE, count));
        figures.rentalSuspense().ifPresent(count -> json.put(RENTAL_SUSPENSE, count));
        // As text, so that no digit is lost on the way.
        figures.largestInvoice().ifPresent(value -> json.put(LARGEST_INVOICE, value.toString()));
        return json;
    }

    private static RunFigures figures(JsonNode json) {
        return new RunFigures(number(json, REVENUE), number(json, USAGE_SUSPENSE), number(json, RENTAL_SUSPENSE),
                decimal(json, LARGEST_INVOICE));
    }

    private static OptionalLong number(JsonNode json, String name) {
        var value = json.path(name);
        return value.isIntegralNumber() ? OptionalLong.of(value.longValue()) : OptionalLong.empty();
    }

    private static Optional<BigDecimal> decimal(JsonNode json, String name) {
        return Optional.ofNullable(json.get(name)).filter(JsonNode::isTextual).map(value -> new BigDecimal(value
                .textValue()));
    }
}
