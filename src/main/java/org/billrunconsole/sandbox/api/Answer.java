package org.billrunconsole.sandbox.api;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.billrunconsole.sandbox.wire.SandboxJson;

/**
 * A response that has not been sent yet.
 *
 * @param headers further header fields
 * @param applied true if a run was changed
 */
public record Answer(int status, String contentType, byte[] body, Map<String, String> headers, boolean applied) {

    static final String JSON = "application/json";

    public static Answer ok(byte[] json) {
        return new Answer(200, JSON, json, Map.of(), false);
    }

    static Answer applied(byte[] json) {
        return new Answer(200, JSON, json, Map.of(), true);
    }

    /** An error with the body the vendor describes. */
    public static Answer error(int status, String message) {
        var body = SandboxJson.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("error", nameOf(status));
            json.writeStringField("message", message);
            json.writeEndObject();
        });
        return new Answer(status, JSON, body, Map.of(), false);
    }

    public Answer with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, contentType, body, Map.copyOf(more), applied);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static String nameOf(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 406 -> "Not Acceptable";
            case 409 -> "Conflict";
            case 412 -> "Precondition Failed";
            case 413 -> "Content Too Large";
            case 415 -> "Unsupported Media Type";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            case 501 -> "Not Implemented";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            default -> "Status " + status;
        };
    }
}
