package org.billrunconsole.api.http.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Readers of whole answers: one object, or a bare array of objects, one at a time as they arrive. */
public final class AnswerReaders {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerReaders.class);

    /** Ten times the largest page; a server that sends more is not paging. */
    private static final int MOST_ROWS = 10_000;

    private AnswerReaders() {}

    /**
     * Rows of one page.
     *
     * @param rows     those with an id
     * @param received how many the server sent, those without an id included
     */
    public record Rows<T>(List<T> rows, int received) {}

    /** The object with this id; the contract lets the answer leave the id out, but not name another. */
    public static <T> AnswerReader<T> one(long id, RowMapping<T> mapping) {
        return in -> {
            var json = ApiJson.document(in);
            if (!json.isObject()) {
                throw new UnreadableAnswerException("Not a JSON object");
            }
            if (json.hasNonNull("id") && new JsonRow(json).id().orElse(0) != id) {
                throw new UnreadableAnswerException("The answer is about another id");
            }
            return mapping.map(id, json);
        };
    }

    public static <T> AnswerReader<Rows<T>> list(RowMapping<T> mapping) {
        return in -> {
            try (var parser = ApiJson.MAPPER.createParser(in)) {
                if (parser.nextToken() != JsonToken.START_ARRAY) {
                    throw new UnreadableAnswerException("Not a JSON array");
                }
                var rows = rows(parser, mapping);
                if (parser.nextToken() != null) {
                    throw new UnreadableAnswerException("Something follows the JSON array");
                }
                return rows;
            }
        };
    }

    private static <T> Rows<T> rows(JsonParser parser, RowMapping<T> mapping) throws IOException {
        var rows = new ArrayList<T>();
        int received = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var json = ApiJson.next(parser);
            var id = new JsonRow(json).id();
            if (id.isPresent()) {
                rows.add(mapping.map(id.getAsLong(), json));
            } else {
                LOG.warn("Skipped row {} of a list: it has no id", received);
            }
            received++;
            if (received > MOST_ROWS) {
                throw new UnreadableAnswerException("More than " + MOST_ROWS + " rows on one page");
            }
        }
        return new Rows<>(rows, received);
    }
}
