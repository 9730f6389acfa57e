package org.billrunconsole.sandbox.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.billrunconsole.sandbox.lifecycle.Refusal;
import org.billrunconsole.sandbox.lifecycle.SortKey;

/**
 * Reads the query of a request strictly: a name that the operation does not have, a name twice or a value that cannot
 * be understood is refused with 400.
 */
public final class QueryReader {

    static final int LARGEST_PAGE = 1000;

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

    private final Map<String, String> values;

    private QueryReader(Map<String, String> values) {
        this.values = values;
    }

    /** Every parameter with all its values, leniently; for records. */
    public static Map<String, List<String>> decoded(String raw) {
        var all = new LinkedHashMap<String, List<String>>();
        for (var pair : raw.isEmpty() ? new String[0] : raw.split("&")) {
            var parts = pair.split("=", 2);
            all.computeIfAbsent(decode(parts[0]), _ -> new ArrayList<>()).add(parts.length < 2 ? "" : decode(parts[1]));
        }
        return all;
    }

    /** @throws Refusal 400 */
    public static QueryReader of(String raw, Set<String> known) {
        var values = new LinkedHashMap<String, String>();
        for (var pair : raw.isEmpty() ? new String[0] : raw.split("&")) {
            var parts = pair.split("=", 2);
            var name = decode(parts[0]);
            if (!known.contains(name)) {
                throw Refusal.badRequest("Unknown parameter '" + name + "'");
            }
            var value = parts.length < 2 ? "" : decode(parts[1]);
            if (values.put(name, value) != null) {
                throw Refusal.badRequest("Parameter '" + name + "' is given twice");
            }
        }
        return new QueryReader(values);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public int page() {
        return required("page", Integer.MAX_VALUE);
    }

    public int pageSize() {
        return required("pageSize", LARGEST_PAGE);
    }

    /** A plain id, 1 or more. */
    public OptionalLong id(String name) {
        return text(name).map(value -> OptionalLong.of(id(name, value))).orElse(OptionalLong.empty());
    }

    /** One value of an enum. */
    public <E extends Enum<E>> Optional<E> oneOf(String name, Class<E> values) {
        return text(name).map(value -> {
            for (var constant : values.getEnumConstants()) {
                if (constant.name().equals(value)) {
                    return constant;
                }
            }
            throw Refusal.badRequest(
                    "Parameter '" + name + "' must be one of " + List.of(values.getEnumConstants()));
        });
    }

    /** The fields asked for; empty for all. */
    public Set<String> fields(Set<String> known) {
        var wanted = list("fields", Function.identity());
        for (var field : wanted) {
            if (!known.contains(field)) {
                throw Refusal.badRequest("Unknown field '" + field + "' in 'fields'");
            }
        }
        return Set.copyOf(wanted);
    }

    /** A field to sort by. */
    public List<SortKey> sort(Set<String> sortable) {
        var named = new HashSet<String>();
        return list("sort", part -> {
            var descending = part.endsWith(":desc");
            var field = descending ? part.substring(0, part.length() - ":desc".length()) : part;
            if (!sortable.contains(field)) {
                throw Refusal.badRequest("Cannot sort by '" + part + "'");
            }
            if (!named.add(field)) {
                throw Refusal.badRequest("'sort' names '" + field + "' twice");
            }
            return new SortKey(field, descending);
        });
    }

    /** An id in a path. */
    public static long id(String name, String value) {
        if (!DIGITS.matcher(value).matches() || Long.parseLong(value) < 1) {
            throw Refusal.badRequest("'" + name + "' must be a number, 1 or more");
        }
        return Long.parseLong(value);
    }

    private int required(String name, int most) {
        var value = text(name).orElseThrow(() -> Refusal.badRequest("Parameter '" + name + "' is required"));
        if (!DIGITS.matcher(value).matches() || Long.parseLong(value) < 1 || Long.parseLong(value) > most) {
            throw Refusal.badRequest("Parameter '" + name + "' must be a number from 1 to " + most);
        }
        return Integer.parseInt(value);
    }

    private <T> List<T> list(String name, Function<String, T> reading) {
        var value = text(name);
        if (value.isEmpty()) {
            return List.of();
        }
        var parts = new ArrayList<T>();
        for (var part : value.get().split(",", -1)) {
            if (part.isBlank()) {
                throw Refusal.badRequest("Parameter '" + name + "' has an empty part");
            }
            parts.add(reading.apply(part.strip()));
        }
        return parts;
    }

    /** Never fails: the server under this one refuses a query that is not well encoded. */
    private static String decode(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }
}
