package org.billrunconsole.sandbox.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it arrived.
 *
 * @param path     path under the base address, still encoded
 * @param rawQuery query, still encoded; empty for none
 * @param headers  header fields by lower-case name
 */
public record Request(String method, String path, String rawQuery, Map<String, List<String>> headers, byte[] body) {

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).flatMap(values -> values.stream().findFirst());
    }

    /** Media type of the body without its parameters, in lower case. */
    String mediaType() {
        return header("content-type").map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    String pathAndQuery() {
        return rawQuery.isEmpty() ? path : path + "?" + rawQuery;
    }
}
