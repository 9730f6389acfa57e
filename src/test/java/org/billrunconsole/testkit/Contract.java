package org.billrunconsole.testkit;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The contract file, to hold requests and answers against. */
public final class Contract {

    private static final String FILE = "/contract/bill-run-api.yaml";

    private final OpenApiInteractionValidator whole;
    private final OpenApiInteractionValidator partial;

    private Contract(String yaml) {
        this.whole = validator(yaml, LevelResolver.create());
        // With "fields", members that the contract calls required are missing (x-partial-when-fields).
        this.partial = validator(yaml,
                LevelResolver.create().withLevel("validation.response.body.schema.required", Level.IGNORE));
    }

    /**
     * One request.
     *
     * @param method  HTTP method
     * @param path    path under the base address, without the query
     * @param query   decoded query parameters
     * @param headers by name, each with its values
     * @param body    empty for none
     */
    public record Asked(String method, String path, Map<String, List<String>> query, Map<String, List<String>> headers,
            Optional<String> body) {}

    /** The file as it is in the test resources; it is parsed once. */
    public static Contract get() {
        return Holder.INSTANCE;
    }

    /** What in a request is not as the contract has it. */
    public List<String> problems(Asked asked) {
        var request = new SimpleRequest.Builder(asked.method(), asked.path());
        asked.query().forEach(request::withQueryParam);
        asked.headers().forEach(request::withHeader);
        asked.body().ifPresent(request::withBody);
        return lines(whole.validateRequest(request.build())).toList();
    }

    /** What in the answer to a request is not as the contract has it. */
    public List<String> problems(Asked asked, int status, String contentType, String body) {
        var answer = SimpleResponse.Builder.status(status).withContentType(contentType).withBody(body).build();
        var validator = asked.query().containsKey("fields") ? partial : whole;
        return lines(validator.validateResponse(asked.path(), Request.Method.valueOf(asked.method()), answer))
                .toList();
    }

    private static OpenApiInteractionValidator validator(String yaml, LevelResolver.Builder levels) {
        return OpenApiInteractionValidator.createForInlineApiSpecification(yaml)
                .withBasePathOverride("/")
                .withLevelResolver(levels.build())
                .build();
    }

    private static Stream<String> lines(ValidationReport report) {
        return report.getMessages()
                .stream()
                .filter(message -> message.getLevel() == Level.ERROR || message.getLevel() == Level.WARN)
                .map(message -> message.getKey() + ": " + message.getMessage());
    }

    private static final class Holder {

        private static final Contract INSTANCE = load();

        private static Contract load() {
            try (var file = Contract.class.getResourceAsStream(FILE)) {
                if (file == null) {
                    throw new IllegalStateException("No " + FILE);
                }
                return new Contract(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
