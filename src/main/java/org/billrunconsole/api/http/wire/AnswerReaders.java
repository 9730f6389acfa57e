package org.billrunconsole.api.http.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
     * @param rows     those that could be read
     * @param received how many the server sent, those without a needed id included
     */
    public record Rows<T>(List<T> rows, int received) {}

    /** The object with this id; the contract lets the answer leave the id out, but not name another. */
    public static <T> AnswerReader<T> one(long id, RowMapping<T> mapping) {
        return in -> {
            try (var parser = ApiJson.MAPPER.createParser(in)) {
                if (parser.nextToken() != JsonToken.START_OBJECT) {
                    // One that is cut off is that first of all, whatever it began to be.
                    parser.skipChildren();
                    throw new UnreadableAnswerException("Not a JSON object");
                }
                var row = new JsonRow();
                row.read(parser);
                if (parser.nextToken() != null) {
                    throw new UnreadableAnswerException("Something follows the JSON object");
                }
                if (row.has("id") && row.id("id").orElse(0) != id) {
                    throw new UnreadableAnswerException("The answer is about another id");
                }
                return mapping.map(id, row);
            }
        };
    }

    /** The rows that have an id in a member of this name; the others are left out, with a line in the log. */
    public static <T> AnswerReader<Rows<T>> list(String id, RowMapping<T> mapping) {
        return in -> array(in, (number, row) -> {
            var key = row.id(id);
            if (key.isEmpty()) {
                LOG.warn("Skipped row {} of a list: it has no {}", number, id);
                return Optional.empty();
            }
            return Optional.of(mapping.map(key.getAsLong(), row));
        });
    }

    /** All rows, with an id or without. */
    public static <T> AnswerReader<Rows<T>> listOfAny(ObjectMapping<T> mapping) {
        return in -> array(in, (_, row) -> Optional.of(mapping.map(row)));
    }

    /** Reads one row of an array. */
    @FunctionalInterface
    private interface RowReader<T> {

        Optional<T> read(int number, JsonRow row) throws IOException;
    }

    private static <T> Rows<T> array(InputStream in, RowReader<T> reader) throws IOException {
        try (var parser = ApiJson.MAPPER.createParser(in)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new UnreadableAnswerException("Not a JSON array");
            }
            var rows = rows(parser, reader);
            if (parser.nextToken() != null) {
                throw new UnreadableAnswerException("Something follows the JSON array");
            }
            return rows;
        }
    }

    private static <T> Rows<T> rows(JsonParser parser, RowReader<T> reader) throws IOException {
        var rows = new ArrayList<T>();
        var row = new JsonRow();
        int received = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            row.read(parser);
            reader.read(received, row).ifPresent(rows::add);
            received++;
            if (received > MOST_ROWS) {
                throw new UnreadableAnswerException("More than " + MOST_ROWS + " rows on one page");
            }
        }
        return new Rows<>(rows, received);
    }
}
