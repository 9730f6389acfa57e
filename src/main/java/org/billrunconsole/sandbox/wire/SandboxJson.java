package org.billrunconsole.sandbox.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.billrunconsole.sandbox.lifecycle.Refusal;

/** Reads and writes JSON, strictly. */
public final class SandboxJson {

    /** Takes no trailing tokens and no name twice in one object, and numbers as they were written. */
    public static final ObjectMapper MAPPER = JsonMapper.builder(
            JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private SandboxJson() {}

    /** Writes into a generator. */
    @FunctionalInterface
    public interface Writing {

        void to(JsonGenerator json) throws IOException;
    }

    public static byte[] bytes(Writing writing) {
        var bytes = new ByteArrayOutputStream(512);
        try (var json = MAPPER.createGenerator(bytes)) {
            writing.to(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws Refusal 400 if the bytes are not one JSON value */
    public static JsonNode read(byte[] body) {
        try {
            var node = MAPPER.readTree(body);
            if (node == null || node.isMissingNode()) {
                throw Refusal.badRequest("The request has no body");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw Refusal.badRequest("The body is not JSON: " + e.getOriginalMessage());
        } catch (ArithmeticException | NumberFormatException _) {
            // 1e9999999999999 is a number by its syntax, and none that the library can make.
            throw Refusal.badRequest("The body holds a number that is out of any range");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
