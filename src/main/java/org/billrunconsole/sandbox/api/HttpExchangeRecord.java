package org.billrunconsole.sandbox.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request and its answer, as they are on the wire.
 *
 * @param operation       the contract's operation; empty if it has none there
 * @param method          HTTP method
 * @param path            path under the base address, without the query
 * @param query           decoded query parameters
 * @param requestHeaders  header fields of the request
 * @param requestBody     body of the request, empty for none
 * @param status          HTTP status
 * @param contentType     media type of the answer
 * @param body            body of the answer
 * @param byFault         true if a fault made the answer, which then need not follow the contract
 */
public record HttpExchangeRecord(Optional<Operation> operation, String method, String path,
        Map<String, List<String>> query,
        Map<String, List<String>> requestHeaders, String requestBody, int status, String contentType, String body,
        boolean byFault) {}
