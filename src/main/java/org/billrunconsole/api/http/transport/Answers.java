package org.billrunconsole.api.http.transport;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.Response;
import org.billrunconsole.api.http.wire.AnswerReader;
import org.billrunconsole.api.http.wire.ApiJson;
import org.billrunconsole.api.http.wire.UnreadableAnswerException;
import org.billrunconsole.domain.Failure.ServerWords;
import org.jspecify.annotations.Nullable;

/** Reads an answer: a success as JSON within the limit, anything else as leniently as can be. */
public final class Answers {

    /** An error's body is read no further; the status has said what matters. */
    private static final long LONGEST_ERROR = 64L << 10;

    private final long maxBytes;

    public Answers(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    <T> Attempt<T> read(Response response, CallContext context, CallTrace trace,
            AnswerReader<T> reader) throws IOException {
        if (response.isSuccessful()) {
            requireJson(response.body().contentType());
            if (response.body().contentLength() > maxBytes) {
                throw new TooLargeAnswerException(maxBytes);
            }
            return new Attempt.Done<>(reader.read(new LimitedStream(response.body().byteStream(), maxBytes)));
        }
        var retryAfter = RetryAfter.parse(response.headers(), Instant.now());
        var exchange = context.exchange(trace.status(), trace.requestId());
        var failure = Failures.ofStatus(response.code(), exchange, words(response, trace), retryAfter,
                isPage(response.body().contentType()), redirect(response));
        return new Attempt.Failed<>(failure, retryAfter);
    }

    private static void requireJson(@Nullable MediaType type) throws UnreadableAnswerException {
        // No Content-Type at all is forgiven: what is not JSON shows at its first character.
        if (type != null && !isJson(type)) {
            throw new UnreadableAnswerException("Content type " + type.type() + "/" + type.subtype());
        }
    }

    private static boolean isJson(MediaType type) {
        var subtype = type.subtype().toLowerCase(Locale.ROOT);
        return subtype.equals("json") || subtype.endsWith("+json");
    }

    private static boolean isPage(@Nullable MediaType type) {
        return type != null && type.type().equalsIgnoreCase("text") && type.subtype().equalsIgnoreCase("html");
    }

    /** Only the host: the rest of a redirect may carry someone's secret. */
    private static String redirect(Response response) {
        var location = response.header("Location");
        var to = location == null ? null : response.request().url().resolve(location);
        return to == null ? "" : ", a redirect to " + to.host();
    }

    private static ServerWords words(Response response, CallTrace trace) {
        try {
            var json = ApiJson.document(new LimitedStream(response.body().byteStream(), LONGEST_ERROR));
            return new ServerWords(word(json, "error", trace), word(json, "message", trace));
        } catch (IOException _) {
            // Cut off, too long, or not JSON at all: the status has said enough.
            return ServerWords.NONE;
        }
    }

    private static Optional<String> word(JsonNode json, String name, CallTrace trace) {
        var node = json.path(name);
        return node.isTextual()
                ? Optional.of(trace.plain(node.textValue())).filter(text -> !text.isEmpty())
                : Optional.empty();
    }
}
