package org.billrunconsole.domain.write;

/**
 * A write exactly as it goes over the wire, for the confirmation and the journal.
 *
 * @param method      HTTP method
 * @param path        path and query under the base address, for example {@code /bill-runs/7}
 * @param contentType media type of the body; empty without one
 * @param body        the body's text; empty without one
 */
public record WireRequest(String method, String path, String contentType, String body) {

    /** The media type of RFC 6902. */
    public static final String JSON_PATCH = "application/json-patch+json";
}
