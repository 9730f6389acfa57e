package org.billrunconsole.sandbox;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request.Builder;
import okhttp3.RequestBody;
import org.billrunconsole.sandbox.data.SandboxUser;

/** A plain client of a sandbox, which also sends what the console never would. */
final class SandboxClient {

    static final String PATCH = "application/json-patch+json";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final OkHttpClient http = new OkHttpClient.Builder().retryOnConnectionFailure(false)
            .readTimeout(Duration.ofMinutes(1))
            .build();
    private final String base;
    private Supplier<String> token;

    SandboxClient(Sandbox sandbox, SandboxUser user) {
        base = sandbox.baseUri().toString();
        token = () -> sandbox.token(user);
    }

    /** An answer, with its body as JSON where it is that. */
    record Got(int status, Headers headers, String body, JsonNode json) {

        String message() {
            return json.path("message").asText();
        }

        String text(String field) {
            return json.path(field).asText();
        }
    }

    /** Keeps to one token from now on, instead of a new one for each request. */
    void use(String other) {
        token = () -> other;
    }

    Got get(String path) {
        return send(authorised(path).get());
    }

    Got patch(String path, String body) {
        return patch(path, body, PATCH);
    }

    Got patch(String path, String body, String mediaType) {
        return send(authorised(path).patch(body(body, mediaType)));
    }

    Got stage(String path, String stage) {
        return patch(path, replace("summaryStatus", stage));
    }

    Got close(String path) {
        return patch(path, """
                [{"op":"replace","path":"/billRunStatus","value":"CLOSED"},
                {"op":"replace","path":"/summaryStatus","value":"REPORTING"}]""");
    }

    Got reopen(String path) {
        return patch(path, replace("billRunStatus", "OPEN"));
    }

    Got post(String path, String body) {
        return send(authorised(path).post(body(body, "application/json")));
    }

    static String replace(String field, String value) {
        return "[{\"op\":\"replace\",\"path\":\"/" + field + "\",\"value\":\"" + value + "\"}]";
    }

    /** From bytes: given text, the library would add a charset to the media type. */
    static RequestBody body(String text, String mediaType) {
        return RequestBody.create(text.getBytes(StandardCharsets.UTF_8), MediaType.parse(mediaType));
    }

    Builder authorised(String path) {
        return plain(path).header("Authorization", "Bearer " + token.get());
    }

    Builder plain(String path) {
        return new Builder().url(base + path);
    }

    Got send(Builder request) {
        return trySend(request).orElseThrow(() -> new AssertionError("No answer to " + request.build()));
    }

    /** Empty if the connection was closed without an answer. */
    Optional<Got> trySend(Builder request) {
        try (var answer = http.newCall(request.build()).execute()) {
            var body = answer.body().string();
            var isJson = answer.header("Content-Type", "").equals("application/json") && !body.isEmpty();
            return Optional.of(new Got(answer.code(), answer.headers(), body,
                    isJson ? MAPPER.readTree(body) : MAPPER.missingNode()));
        } catch (JacksonException e) {
            throw new AssertionError("Broken JSON", e);
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
