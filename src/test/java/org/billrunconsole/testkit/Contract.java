package org.billrunconsole.testkit;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** The contract's two files in one, to hold requests and answers against. */
public final class Contract {

    private static final String FILE = "/contract/bill-run-api.yaml";
    /** Operations beside the bill-run API: fragments of the same file. */
    private static final String NEIGHBOURS = "/contract/neighbours.yaml";

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

    /** The files as they are in the test resources; they are parsed once. */
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
                .filter(operation -> operationId.equals(operation.getOperationId()))
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
            try {
                return new Contract(new ObjectMapper().writeValueAsString(merged(read(FILE), read(NEIGHBOURS))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Map<String, Object> read(String name) throws IOException {
            try (var file = Contract.class.getResourceAsStream(name)) {
                if (file == null) {
                    throw new IllegalStateException("No " + name);
                }
                // The fragments name each parameter once and refer to it; by default that is taken for an attack.
                var options = new LoaderOptions();
                options.setMaxAliasesForCollections(1000);
                return new Yaml(options).load(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            }
        }

        private static Map<String, Object> merged(Map<String, Object> whole, Map<String, Object> fragments) {
            var paths = under(fragments, "paths");
            paths.values().forEach(path -> addUnexpected(under(object(path), "get")));
            under(whole, "paths").putAll(paths);
            under(under(whole, "components"), "schemas").putAll(under(under(fragments, "components"), "schemas"));
            return whole;
        }

        /** The fragments leave it to the contract's general page to name the statuses that any operation may have. */
        private static void addUnexpected(Map<String, Object> operation) {
            under(operation, "responses").put("default", Map.of("$ref", "#/components/responses/Unexpected"));
        }

        private static Map<String, Object> under(Map<String, Object> object, String member) {
            return object(object.get(member));
        }

        @SuppressWarnings("unchecked")
        private static Map<String, Object> object(Object value) {
            return (Map<String, Object>) value;
        }
    }
}
