package org.billrunconsole.sandbox.api;

import java.time.Instant;
import java.util.Optional;

/**
 * One request as the sandbox's record has it. The token is not kept, nor is the body of {@code POST /authenticate}.
 *
 * @param number      counted from 1 in the order in which the requests were handled
 * @param time        when, by the sandbox's clock
 * @param method      HTTP method
 * @param path        path and query under the base address, as they were on the wire
 * @param contentType media type of the body as it was sent; empty for none
 * @param body        body as text, byte for byte if it was UTF-8; empty for none
 * @param status      HTTP status of the answer; 0 if none was sent
 * @param applied     true if the request changed a run
 * @param operation   the operation; empty if the contract has none there
 */
public record LoggedRequest(long number, Instant time, String method, String path, String contentType, String body,
        int status, boolean applied, Optional<Operation> operation) {

    /** True if the request was for an operation that changes a run, whatever became of it. */
    public boolean isWrite() {
        return operation.filter(Operation::isWrite).isPresent();
    }
}
