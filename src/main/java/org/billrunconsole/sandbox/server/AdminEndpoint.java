package org.billrunconsole.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.sandbox.api.Answer;
import org.billrunconsole.sandbox.api.Operator;
import org.billrunconsole.sandbox.api.Request;
import org.billrunconsole.sandbox.api.RequestLog;
import org.billrunconsole.sandbox.faults.FaultJson;
import org.billrunconsole.sandbox.faults.Faults;
import org.billrunconsole.sandbox.lifecycle.Refusal;
import org.billrunconsole.sandbox.wire.QueryReader;
import org.billrunconsole.sandbox.wire.SandboxJson;

/**
 * The sandbox's own endpoint, beside the API and never part of it, for whoever drives it from outside the JVM. It needs
 * no token: it is on the loopback address, and {@link LocalRequestsOnly} refuses what a web page could send.
 *
 * <pre>
 * GET    /_sandbox/faults             the orders that stand
 * POST   /_sandbox/faults             give an order
 * DELETE /_sandbox/faults             take all orders back, network up, held requests go on
 * POST   /_sandbox/network-down       close every connection without an answer
 * POST   /_sandbox/network-up         answer again
 * POST   /_sandbox/expire-tokens      make every token invalid
 * POST   /_sandbox/release            let held requests go
 * GET    /_sandbox/requests           the record of requests, oldest first
 * POST   /_sandbox/bill-runs/7        a JSON Patch in a colleague's name; also /_sandbox/adhoc-bill-runs/7
 * POST   /_sandbox/bill-runs/7/stall  stop the run where it is
 * POST   /_sandbox/bill-runs/7/resume let it go on
 * </pre>
 *
 * An order is a JSON object with {@code effect} and, if wanted, {@code operations} (operation ids of the contract),
 * {@code times}, {@code probability}, {@code run} (the path of the one it strikes). Effects and what goes with them: {@code latency} (millis, moment), {@code hold}
 * (moment), {@code drop} (moment), {@code status} (status, retryAfterSeconds, moment), {@code html} (status, moment),
 * {@code broken-json}, {@code null-fields} (fields), {@code expire-tokens}, {@code colleague} (patch), {@code stall} (stage, percent). The moment is
 * {@code before} (also if left out) or {@code after} the request did its work.
 */
public final class AdminEndpoint implements HttpHandler {

    public static final String PATH = "/_sandbox";

    private final Faults faults;
    private final RequestLog log;
    private final Operator colleague;

    public AdminEndpoint(Faults faults, RequestLog log, Operator colleague) {
        this.faults = faults;
        this.log = log;
        this.colleague = colleague;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpServerFront.send(exchange, answer(HttpServerFront.read(exchange)));
        }
    }

    private Answer answer(Request request) {
        try {
            return perform(request.method() + " " + request.path().substring(PATH.length()), request);
        } catch (Refusal refusal) {
            return Answer.error(refusal.status(), refusal.words());
        } catch (IllegalArgumentException e) {
            return Answer.error(400, String.valueOf(e.getMessage()));
        }
    }

    private Answer perform(String what, Request request) {
        return switch (what) {
            case "GET /faults" -> standing();
            case "POST /faults" -> {
                faults.order(FaultJson.read(SandboxJson.read(request.body())));
                yield standing();
            }
            case "DELETE /faults" -> after(Faults::lift);
            case "POST /network-down" -> after(Faults::networkDown);
            case "POST /network-up" -> after(Faults::networkUp);
            case "POST /expire-tokens" -> after(Faults::expireTokens);
            case "POST /release" -> after(Faults::releaseHeld);
            case "GET /requests" -> requests();
            default -> onRun(what, request);
        };
    }

    private Answer onRun(String what, Request request) {
        var parts = what.split("/");
        if (parts.length < 3 || !parts[0].equals("POST ")) {
            throw new Refusal(404, "Nothing at " + what);
        }
        var id = QueryReader.id("id", parts[2]);
        var run = switch (parts[1]) {
            case "bill-runs" -> RunKey.regular(id);
            case "adhoc-bill-runs" -> RunKey.adhoc(id);
            default -> throw new Refusal(404, "Nothing at " + what);
        };
        return switch (parts.length == 3 ? "" : parts[3]) {
            case "" -> {
                colleague.patch(run, SandboxJson.read(request.body()));
                yield standing();
            }
            case "stall" -> after(each -> each.stall(run));
            case "resume" -> after(each -> each.resume(run));
            default -> throw new Refusal(404, "Nothing at " + what);
        };
    }

    private Answer after(Consumer<Faults> order) {
        order.accept(faults);
        return standing();
    }

    private Answer standing() {
        var orders = SandboxJson.MAPPER.createArrayNode();
        faults.standing().forEach(fault -> orders.add(FaultJson.write(fault)));
        return json(
                SandboxJson.MAPPER.createObjectNode().put("networkDown", faults.isNetworkDown()).set("faults", orders));
    }

    private Answer requests() {
        var entries = SandboxJson.MAPPER.createArrayNode();
        for (var entry : log.entries()) {
            entries.addObject()
                    .put("number", entry.number())
                    .put("time", entry.time().toString())
                    .put("method", entry.method())
                    .put("path", entry.path())
                    .put("contentType", entry.contentType())
                    .put("body", entry.body())
                    .put("status", entry.status())
                    .put("applied", entry.applied());
        }
        return json(entries);
    }

    private static Answer json(JsonNode node) {
        return Answer.ok(node.toString().getBytes(StandardCharsets.UTF_8));
    }
}
