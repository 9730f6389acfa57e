package org.billrunconsole.sandbox.api;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/**
 * The sandbox's record of requests, in the order in which they were handled. A request is recorded before its answer is
 * sent, so whoever has an answer finds its request here. New entries push out the oldest.
 */
public final class RequestLog {

    /** How many entries are kept. */
    public static final int CAPACITY = 20_000;

    private final ArrayDeque<LoggedRequest> entries = new ArrayDeque<>();
    private long count;

    public RequestLog() {}

    /** The entries kept, oldest first. */
    public synchronized List<LoggedRequest> entries() {
        return List.copyOf(entries);
    }

    /** Those that could change a run, whatever became of them. */
    public List<LoggedRequest> writes() {
        return entries().stream().filter(LoggedRequest::isWrite).toList();
    }

    /** How many requests there were since the start, kept or not. */
    public synchronized long count() {
        return count;
    }

    /** Forgets the entries, not their number. */
    public synchronized void clear() {
        entries.clear();
    }

    public synchronized void add(Instant time, Request request, RequestOutcome outcome) {
        if (entries.size() == CAPACITY) {
            entries.removeFirst();
        }
        var operation = ApiRouter.operation(request);
        var body = operation.equals(Optional.of(Operation.CREATE_BEARER_TOKEN))
                ? "(not kept)"
                : request.text();
        entries.addLast(new LoggedRequest(++count, time, request.method(), request.pathAndQuery(),
                request.header("content-type").orElse(""), body, outcome.answer().map(Answer::status).orElse(0),
                outcome.applied(), operation));
    }
}
