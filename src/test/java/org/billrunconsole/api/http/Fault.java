package org.billrunconsole.api.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import mockwebserver3.MockResponse;
import org.billrunconsole.api.ClientOptions;
import org.billrunconsole.testkit.ApiServer;
import org.billrunconsole.testkit.Bodies;
import org.billrunconsole.testkit.RawServer;
import org.billrunconsole.testkit.TlsIdentity;

/** The ways in which a network or a server can let a call down. */
enum Fault {

    CONNECTION_REFUSED(() -> nobody(closedPort())),
    UNKNOWN_HOST(() -> nobody(URI.create("https://nowhere.invalid/v1"))),
    TLS_UNTRUSTED(Fault::untrusted),
    TLS_NOT_SPOKEN(() -> secure(connection -> {
        connection.send("HTTP/1.1 400 Bad Request\r\n\r\n");
        connection.stall();
    })),
    TLS_HANDSHAKE_SILENT(() -> impatiently(secure(RawServer.Connection::stall))),
    CLOSED_BEFORE_READING(() -> raw(_ -> {})),
    CLOSED_AFTER_REQUEST(() -> raw(RawServer.Connection::request)),
    RESET_AFTER_REQUEST(() -> raw(connection -> {
        connection.request();
        connection.reset();
    })),
    CLOSED_IN_HEADERS(() -> raw(connection -> {
        connection.request();
        connection.send("HTTP/1.1 200 OK\r\nContent-Type: appl");
    })),
    CLOSED_BEFORE_BODY(() -> raw(connection -> {
        connection.request();
        connection.send(Fault.HEAD + "Content-Length: 1000\r\n\r\n");
    })),
    CLOSED_IN_BODY(() -> raw(connection -> {
        connection.request();
        connection.send(Fault.HEAD + "Content-Length: 1000\r\n\r\n[{\"id\":1,");
    })),
    CLOSED_IN_CHUNKED_BODY(() -> raw(connection -> {
        connection.request();
        connection.send(Fault.HEAD + "Transfer-Encoding: chunked\r\n\r\n8\r\n[{\"id\":1\r\n");
    })),
    NOT_HTTP(() -> raw(connection -> {
        connection.request();
        connection.send("220 mail.example ESMTP\r\n\r\n");
    })),
    SLOW_HEADERS(() -> impatiently(raw(connection -> {
        connection.request();
        connection.stall();
    }))),
    SLOW_BODY(() -> impatiently(raw(connection -> {
        connection.request();
        connection.send(Fault.HEAD + "Content-Length: 1000\r\n\r\n[{\"id\":1,");
        connection.stall();
    }))),
    STATUS_408(() -> answering(ApiServer.problem(408, "Too slow"))),
    STATUS_429(() -> answering(ApiServer.problem(429, "Slow down"))),
    STATUS_429_RETRY_AFTER(() -> answering(retryAfter(429, "3600"))),
    STATUS_500(() -> answering(ApiServer.problem(500, "Broken"))),
    STATUS_503_RETRY_AFTER_0(() -> answering(retryAfter(503, "0"))),
    REDIRECT_302(Fault::redirecting),
    WRONG_CONTENT_TYPE(() -> answering(ApiServer.json(200, "{\"id\":1}").setHeader("Content-Type", "text/plain")
            .build())),
    TRUNCATED_JSON(() -> answering(ApiServer.json("{\"id\":1,\"name\":"))),
    EMPTY_ANSWER(() -> answering(ApiServer.json(""))),
    HTML_PAGE_200(() -> answering(html(200))),
    HTML_PAGE_502(() -> answering(html(502))),
    TOO_LARGE(() -> answering(ApiServer.json(200, "").body(Bodies.spaces(65 << 20)).build())),
    TOO_LARGE_ONCE_UNZIPPED(() -> answering(ApiServer.json(200, "")
            .setHeader("Content-Encoding", "gzip")
            .body(Bodies.gzippedSpaces(65 << 20))
            .build()));

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private final Supplier<Broken> start;

    Fault(Supplier<Broken> start) {
        this.start = start;
    }

    Broken start() {
        return start.get();
    }

    /**
     * A server with the fault.
     *
     * @param options     how to reach it
     * @param writes      how many requests other than GET it has seen
     * @param connections how many connections it has seen
     * @param strangers   how many requests have gone where none may go
     * @param ending      stops it
     */
    record Broken(ClientOptions options, LongSupplier writes, LongSupplier connections, LongSupplier strangers,
            Runnable ending) implements AutoCloseable {

        @Override
        public void close() {
            ending.run();
        }
    }

    private static Broken nobody(URI base) {
        return new Broken(TestClient.options(base), () -> 0, () -> 0, () -> 0, () -> {});
    }

    private static Broken raw(RawServer.Behaviour behaviour) {
        var server = new RawServer(behaviour);
        return raw(server, server.base());
    }

    private static Broken secure(RawServer.Behaviour behaviour) {
        var server = new RawServer(behaviour);
        return raw(server, server.secureBase());
    }

    private static Broken raw(RawServer server, URI base) {
        return new Broken(TestClient.options(base),
                () -> server.requests().stream().filter(line -> !line.startsWith("GET ")).count(),
                server::connections, () -> 0, server::close);
    }

    private static Broken impatiently(Broken server) {
        return new Broken(TestClient.impatient(server.options().base()), server.writes(), server.connections(),
                server.strangers(), server.ending());
    }

    private static Broken answering(MockResponse answer) {
        var server = new ApiServer();
        server.answer(answer);
        return mock(server, () -> 0);
    }

    private static Broken untrusted() {
        var server = new ApiServer(TlsIdentity.selfSigned());
        return mock(server, () -> 0);
    }

    private static Broken redirecting() {
        var other = new ApiServer();
        var server = new ApiServer();
        server.answer(new MockResponse.Builder().code(302)
                .setHeader("Location", other.base() + "/elsewhere")
                .build());
        var broken = mock(server, () -> other.seen().size());
        return new Broken(broken.options(), broken.writes(), broken.connections(), broken.strangers(), () -> {
            server.close();
            other.close();
        });
    }

    private static Broken mock(ApiServer server, LongSupplier strangers) {
        return new Broken(TestClient.options(server.base()), server::writes, server::connections, strangers,
                server::close);
    }

    private static MockResponse retryAfter(int status, String value) {
        return ApiServer.problem(status, "Later").newBuilder().setHeader("Retry-After", value).build();
    }

    private static MockResponse html(int status) {
        return ApiServer.json(status, "<!doctype html><title>Oops</title>")
                .setHeader("Content-Type", "text/html; charset=utf-8")
                .build();
    }

    private static URI closedPort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/v1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
