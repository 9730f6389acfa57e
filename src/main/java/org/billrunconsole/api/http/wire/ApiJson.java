package org.billrunconsole.api.http.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;

/** The Jackson configuration for the API's JSON: trees only, and numbers digit for digit. */
public final class ApiJson {

    /**
     * A page of the largest size has some 50,000 values. An answer within the limit of bytes can have thirty million, which
     * would fill the memory that other calls need.
     */
    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxTokenCount(2_000_000)
            .maxStringLength(2_000_000)
            .maxNestingDepth(200)
            .build();

    public static final JsonMapper MAPPER = JsonMapper
            .builder(JsonFactory.builder().streamReadConstraints(BOUNDS).build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            // Money of 12.50 stays 12.50.
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final ObjectReader WHOLE = MAPPER.reader(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private ApiJson() {}

    /** The only value in an answer; what follows it makes it broken. */
    public static JsonNode document(InputStream in) throws IOException {
        return tree(() -> WHOLE.readTree(in));
    }

    /** The next value of a longer answer. */
    static JsonNode next(JsonParser parser) throws IOException {
        return tree(parser::readValueAsTree);
    }

    /** Reads a tree. */
    @FunctionalInterface
    private interface TreeReader {

        JsonNode read() throws IOException;
    }

    private static JsonNode tree(TreeReader reader) throws IOException {
        try {
            return reader.read();
        } catch (ArithmeticException | NumberFormatException _) {
            // JSON has numbers, such as 1e9999999999999, that the library takes for one and then cannot make.
            throw new UnreadableAnswerException("A number that is out of any range");
        }
    }
}
