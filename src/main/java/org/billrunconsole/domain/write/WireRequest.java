package org.billrunconsole.domain.write;

import org.billrunconsole.domain.RunKey;

/**
 * A write exactly as it goes over the wire: the confirmation shows it, the journal keeps it and the API sends it.
 *
 * @param run         what it changes
 * @param method      HTTP method
 * @param path        path and query under the base address, for example {@code /bill-runs/7}
 * @param contentType media type of the body; empty without one
 * @param body        the body's text; empty without one
 */
public record WireRequest(RunKey run, String method, String path, String contentType, String body) {

    /** The media type of RFC 6902. */
    public static final String JSON_PATCH = "application/json-patch+json";
}
