package org.billrunconsole.settings.policy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the lines of values in JSON: what reports a wrong one often knows only where the object around it ends. */
final class KeyLines {

    /**
     * Where a value begins.
     *
     * @param key as in {@code connections[0].kind}
     */
    record Place(String key, int line, JsonToken token) {}

    private KeyLines() {}

    /** The line of a value; of the nearest object around it if it is not there. */
    static Optional<Integer> of(byte[] json, String key) {
        return places(json).stream()
                .filter(place -> isAtOrAbove(place.key(), key))
                .max(Comparator.comparingInt(place -> place.key().length()))
                .map(Place::line);
    }

    /** The first value that is null. */
    static Optional<Place> firstNull(byte[] json) {
        return places(json).stream().filter(place -> place.token() == JsonToken.VALUE_NULL).findFirst();
    }

    /** Of all values, as far as the text is JSON. */
    private static List<Place> places(byte[] json) {
        var places = new ArrayList<Place>();
        try (var parser = new JsonFactory().createParser(json)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                var around = token.isStructStart() ? parser.getParsingContext().getParent()
                        : parser.getParsingContext();
                if (token.isStructStart() || token.isScalarValue()) {
                    places.add(new Place(key(around), parser.currentTokenLocation().getLineNr(), token));
                }
            }
        } catch (IOException _) {
            // What comes behind cannot be told, and whoever maps it says what is wrong.
        }
        return places;
    }

    private static boolean isAtOrAbove(String here, String key) {
        return key.equals(here) || here.isEmpty() || key.startsWith(here + ".") || key.startsWith(here + "[");
    }

    private static String key(JsonStreamContext context) {
        if (context.inRoot()) {
            return "";
        }
        var above = key(context.getParent());
        return context.inArray() ? above + "[" + context.getCurrentIndex() + "]"
                : above.isEmpty() ? context.getCurrentName() : above + "." + context.getCurrentName();
    }
}
