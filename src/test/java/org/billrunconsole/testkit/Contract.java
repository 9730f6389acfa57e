package org.billrunconsole.testkit;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
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

    private final OpenAPI model;
    private final OpenApiInteractionValidator whole;
    private final OpenApiInteractionValidator partial;

    private Contract(String yaml) {
        this.model = new OpenAPIV3Parser().readContents(yaml).getOpenAPI();
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

    /**
     * The statuses that the contract lists for an operation, without its {@code default}.
     *
     * @param operationId for example {@code getBillRuns}
     */
    public List<Integer> statuses(String operationId) {
        return model.getPaths()
                .values()
                .stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(operation -> operation.getOperationId().equals(operationId))
                .flatMap(operation -> operation.getResponses().keySet().stream())
                .filter(status -> !status.equals("default"))
                .map(Integer::valueOf)
                .sorted()
                .toList();
    }

    /** What in a request is not as the contract has it. */
    public List<String> problems(Asked asked) {
        var request = new SimpleRequest.Builder(asked.method(), asked.path());
        asked.query().forEach(request::withQueryParam);
        asked.headers().forEach(request::withHeader);
        asked.body().ifPresent(request::withBody);
        return Stream.concat(lines(whole.validateRequest(request.build())), tokenProblems(asked)).toList();
    }

    /** What in the answer to a request is not as the contract has it. */
    public List<String> problems(Asked asked, int status, String contentType, String body) {
        var answer = SimpleResponse.Builder.status(status).withContentType(contentType).withBody(body).build();
        var validator = asked.query().containsKey("fields") ? partial : whole;
        return lines(validator.validateResponse(asked.path(), Request.Method.valueOf(asked.method()), answer))
                .toList();
    }

    /** The validator does not look at bearer tokens: every operation has one but that which obtains it. */
    private static Stream<String> tokenProblems(Asked asked) {
        boolean token = asked.headers()
                .entrySet()
                .stream()
                .anyMatch(header -> header.getKey().equalsIgnoreCase("Authorization")
                        && header.getValue().size() == 1
                        && header.getValue().getFirst().startsWith("Bearer "));
        return token == asked.path().equals("/authenticate")
                ? Stream.of("Bearer token " + (token ? "not wanted" : "missing"))
                : Stream.empty();
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
