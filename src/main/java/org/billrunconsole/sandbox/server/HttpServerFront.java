package org.billrunconsole.sandbox.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.billrunconsole.sandbox.api.Answer;
import org.billrunconsole.sandbox.api.ApiRouter;
import org.billrunconsole.sandbox.api.HttpExchangeRecord;
import org.billrunconsole.sandbox.api.Request;
import org.billrunconsole.sandbox.api.RequestLog;
import org.billrunconsole.sandbox.api.SandboxObserver;
import org.billrunconsole.sandbox.faults.FaultyApi;
import org.billrunconsole.sandbox.lifecycle.SandboxClock;
import org.billrunconsole.sandbox.wire.QueryReader;

/** The HTTP server: reads requests, has them answered, records them and sends the answers. */
public final class HttpServerFront implements HttpHandler {

    public static final String BASE_PATH = "/v1";

    private static final int MOST_BODY_BYTES = 1 << 20;

    private final FaultyApi api;
    private final RequestLog log;
    private final SandboxClock clock;
    private final SandboxObserver observer;
    private final AtomicLong requestIds = new AtomicLong();

    public HttpServerFront(FaultyApi api, RequestLog log, SandboxClock clock, SandboxObserver observer) {
        this.api = api;
        this.log = log;
        this.clock = clock;
        this.observer = observer;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = read(exchange);
            var outcome = api.answer(request);
            log.add(clock.instant(), request, outcome);
            if (outcome.answer().isPresent()) {
                var answer = outcome.answer().get();
                observe(request, answer, outcome.byFault());
                send(exchange,
                        answer.with("X-Request-Id",
                                String.format(Locale.ROOT, "sandbox-%06d", requestIds.incrementAndGet())));
            }
            // Without an answer, closing the exchange closes the connection.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers what is beside the API: a base address that is wrong must not work here and fail elsewhere. */
    public static void nothing(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, Answer.error(404, "Nothing at " + exchange.getRequestURI().getRawPath()));
        }
    }

    private void observe(Request request, Answer answer, boolean byFault) {
        observer.answered(new HttpExchangeRecord(ApiRouter.operation(request), request.method(), request.path(),
                QueryReader.decoded(request.rawQuery()),
                request.headers(), request.text(), answer.status(),
                answer.contentType(), answer.text(), byFault));
    }

    static Request read(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getRawPath();
        var under = path.startsWith(BASE_PATH + "/") ? path.substring(BASE_PATH.length()) : path;
        var query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        var headers = new HashMap<String, List<String>>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT),
                List.copyOf(values)));
        var body = exchange.getRequestBody().readNBytes(MOST_BODY_BYTES);
        return new Request(exchange.getRequestMethod(), under, query, Map.copyOf(headers), body);
    }

    static void send(HttpExchange exchange, Answer answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        // An answer to HEAD has no body, and minus one is how this server is told "none".
        var silent = exchange.getRequestMethod().equals("HEAD") || answer.body().length == 0;
        exchange.sendResponseHeaders(answer.status(), silent ? -1 : answer.body().length);
        if (!silent) {
            exchange.getResponseBody().write(answer.body());
        }
    }
}
