package org.billrunconsole.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import okio.ByteString;

/** A local server whose answers a test chooses, and which holds what was asked and answered against the contract. */
public final class ApiServer implements AutoCloseable {

    private static final String BASE = "/v1";

    private final MockWebServer server = new MockWebServer();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private volatile Function<RecordedRequest, MockResponse> answers = _ -> problem(404, "Nothing here");

    /** A request and what it was answered. */
    public record Seen(RecordedRequest request, MockResponse answer) {

        /** Method, path and query under the base address, as they were on the wire. */
        public String line() {
            return request.getMethod() + " " + request.getTarget().substring(BASE.length());
        }

        public String body() {
            return Optional.ofNullable(request.getBody()).map(ByteString::utf8).orElse("");
        }
    }

    public ApiServer() {
        this(Optional.empty());
    }

    /** A server that speaks TLS. */
    public ApiServer(TlsIdentity identity) {
        this(Optional.of(identity));
    }

    private ApiServer(Optional<TlsIdentity> identity) {
        identity.ifPresent(tls -> server.useHttps(tls.server().getSocketFactory()));
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                var answer = answers.apply(request);
                seen.add(new Seen(request, answer));
                return answer;
            }
        });
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI base() {
        return server.url(BASE).uri();
    }

    /** Gives the same answer to every request from now on. */
    public void answer(MockResponse answer) {
        answers = _ -> answer;
    }

    public void answer(Function<RecordedRequest, MockResponse> chosen) {
        answers = chosen;
    }

    /** Gives these answers one after another, and the last of them for ever. */
    public void answerInTurn(MockResponse... inTurn) {
        var left = new ArrayList<>(List.of(inTurn));
        answers = _ -> {
            synchronized (left) {
                return left.size() > 1 ? left.removeFirst() : left.getFirst();
            }
        };
    }

    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    public List<String> lines() {
        return seen.stream().map(Seen::line).toList();
    }

    /** How many requests came that could change something. */
    public long writes() {
        return seen.stream().filter(each -> !each.request().getMethod().equals("GET")).count();
    }

    /** How many connections carried requests. */
    public long connections() {
        return seen.stream().map(each -> each.request().getConnectionIndex()).distinct().count();
    }

    /** What of the requests was not as the contract has it. */
    public List<String> requestProblems() {
        return seen.stream().flatMap(each -> Contract.get().problems(asked(each)).stream()).toList();
    }

    /** What of requests and answers was not as the contract has it. */
    public List<String> problems() {
        return seen.stream()
                .flatMap(each -> Stream.concat(Contract.get().problems(asked(each)).stream(),
                        answerProblems(each).stream()))
                .toList();
    }

    public static MockResponse json(String body) {
        return json(200, body).build();
    }

    public static MockResponse.Builder json(int status, String body) {
        return new MockResponse.Builder().code(status).setHeader("Content-Type", "application/json").body(body);
    }

    /** An error as the vendor describes it. */
    public static MockResponse problem(int status, String message) {
        return json(status, "{\"error\":\"Status " + status + "\",\"message\":\"" + message + "\"}").build();
    }

    @Override
    public void close() {
        server.close();
    }

    private static List<String> answerProblems(Seen each) {
        var answer = each.answer();
        return Contract.get()
                .problems(asked(each), answer.getCode(), Optional.ofNullable(answer.getHeaders().get("Content-Type"))
                        .orElse(""), text(answer));
    }

    private static String text(MockResponse answer) {
        var buffer = new Buffer();
        if (answer.getBody() != null) {
            try {
                answer.getBody().writeTo(buffer);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return buffer.readUtf8();
    }

    private static Contract.Asked asked(Seen each) {
        var url = each.request().getUrl();
        Map<String, List<String>> query = new HashMap<>();
        url.queryParameterNames().forEach(name -> query.put(name, url.queryParameterValues(name)));
        return new Contract.Asked(each.request().getMethod(), url.encodedPath().substring(BASE.length()), query,
                each.request().getHeaders().toMultimap(), Optional.of(each.body()).filter(body -> !body.isEmpty()));
    }
}
