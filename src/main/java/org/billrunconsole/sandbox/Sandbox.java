package org.billrunconsole.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;

/**
 * An Elevate Bill Run API of one's own, on the loopback address only. Its state lives as long as it does. Source of its
 * rules: the contract digest; where that is silent it takes the stricter reading.
 */
public final class Sandbox implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private final HttpServer server;
    private final ExecutorService threads;
    private final SandboxOptions options;
    private final Tokens tokens;
    private final RequestLog log;
    private final RunBook book;

    private Sandbox(SandboxOptions options) throws IOException {
        this.options = options;
        var seed = Seed.of(options);
        book = new RunBook(options, seed.regular(), seed.adhoc());
        tokens = new Tokens(options.clock(), options.tokenLifetime());
        log = new RequestLog();
        var api = new Api(tokens, new RunCalls(book, options), new SideCalls(tokens, options.seed()));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(LOOPBACK), options.port()), 0);
        threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.createContext("/", new HttpFront(api, log, options));
        server.start();
    }

    /**
     * Starts one; it answers when this returns.
     *
     * @throws UncheckedIOException if the port cannot be had
     */
    public static Sandbox start(SandboxOptions options) {
        try {
            return new Sandbox(options);
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox cannot listen on port " + options.port(), e);
        }
    }

    /** The base address, for example {@code http://127.0.0.1:43117/v1}. */
    public URI baseUri() {
        return URI.create("http://" + LOOPBACK + ":" + server.getAddress().getPort() + HttpFront.BASE_PATH);
    }

    /** A token as {@code POST /authenticate} would give it. */
    public String token(SandboxUser user) {
        return tokens.issue(user);
    }

    public RequestLog log() {
        return log;
    }

    /** Somebody else who changes runs at the same time. */
    public Operator otherOperator() {
        return new Operator(book);
    }

    /** All runs of a kind by id, as they are now. Asks the sandbox itself, so it leaves no trace in the record. */
    public List<RunSnapshot> runs(RunKind kind) {
        var now = options.clock().instant();
        return book.all(kind, now, _ -> true)
                .map(run -> RunSnapshot.of(book.seen(run, now), options.clock().today()))
                .toList();
    }

    /** One run, as it is now. @throws IllegalArgumentException if there is none */
    public RunSnapshot run(RunKey key) {
        return RunSnapshot.of(book.find(key).orElseThrow(() -> new IllegalArgumentException("No run " + key)),
                options.clock().today());
    }

    /** Stops answering at once. Everything is forgotten. */
    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
