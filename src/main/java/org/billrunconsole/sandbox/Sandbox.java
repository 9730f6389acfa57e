package org.billrunconsole.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.sandbox.api.ApiRouter;
import org.billrunconsole.sandbox.api.AuxiliaryEndpoints;
import org.billrunconsole.sandbox.api.Operator;
import org.billrunconsole.sandbox.api.RequestLog;
import org.billrunconsole.sandbox.api.ReviewEndpoints;
import org.billrunconsole.sandbox.api.RunOperations;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.sandbox.api.SandboxState;
import org.billrunconsole.sandbox.api.Tokens;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.billrunconsole.sandbox.faults.Faults;
import org.billrunconsole.sandbox.faults.FaultyApi;
import org.billrunconsole.sandbox.lifecycle.RunSnapshot;
import org.billrunconsole.sandbox.lifecycle.SortKey;
import org.billrunconsole.sandbox.server.AdminEndpoint;
import org.billrunconsole.sandbox.server.HttpServerFront;
import org.billrunconsole.sandbox.server.LocalRequestsOnly;

/**
 * An Elevate Bill Run API that runs inside this process on the loopback address, for trying the console and for tests.
 * Its state is gone when it is closed. Source of its rules: the contract digest; where that is silent it takes the
 * stricter reading.
 */
public final class Sandbox implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private final Instant began = Instant.now();
    private final HttpServer server;
    private final ExecutorService threads;
    private final SandboxOptions options;
    private final Tokens tokens;
    private final RequestLog log;
    private final SandboxState state;
    private final Faults faults;

    private Sandbox(SandboxOptions options) throws IOException {
        this.options = options;
        state = SandboxState.of(options);
        tokens = new Tokens(options.clock(), options.tokenLifetime());
        log = new RequestLog();
        faults = new Faults(state.book(), tokens, options.seed());
        var api = new FaultyApi(
                new ApiRouter(tokens, new RunOperations(state.book(), state.patches(), options.percentages()),
                        new AuxiliaryEndpoints(tokens), new ReviewEndpoints(state)),
                faults, tokens,
                otherOperator());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(LOOPBACK), options.port()), 0);
        threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        var contexts = List.of(
                server.createContext("/", HttpServerFront::nothing),
                server.createContext(HttpServerFront.BASE_PATH + "/",
                        new HttpServerFront(api, log, options.clock(), options.observer())),
                server.createContext(AdminEndpoint.PATH + "/", new AdminEndpoint(faults, log, otherOperator())));
        contexts.forEach(context -> context.getFilters().add(new LocalRequestsOnly()));
        server.start();
    }

    /**
     * Starts one; it answers when this returns.
     *
     * @throws UncheckedIOException if the port cannot be used
     */
    public static Sandbox start(SandboxOptions options) {
        try {
            return new Sandbox(options);
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox cannot listen on port " + options.port(), e);
        }
    }

    /** When it began, by the machine's clock; whatever was sent before was sent to another one. */
    public Instant began() {
        return began;
    }

    /** The base address, for example {@code http://127.0.0.1:43117/v1}. */
    public URI baseUri() {
        return URI.create("http://" + LOOPBACK + ":" + server.getAddress().getPort() + HttpServerFront.BASE_PATH);
    }

    /** The address of the endpoint for faults and the like, see {@link AdminEndpoint}. */
    URI adminUri() {
        return URI.create("http://" + LOOPBACK + ":" + server.getAddress().getPort() + AdminEndpoint.PATH);
    }

    /** A token as {@code POST /authenticate} would give it. */
    public String token(SandboxUser user) {
        return tokens.issue(user);
    }

    public RequestLog log() {
        return log;
    }

    /** Trouble on order. */
    public Faults faults() {
        return faults;
    }

    /** Somebody else who changes runs at the same time. */
    public Operator otherOperator() {
        return new Operator(state.book(), state.patches());
    }

    /** All runs of a kind by id, as they are now. Asks the sandbox itself, so it leaves no trace in the record. */
    public List<RunSnapshot> runs(RunKind kind) {
        return state.book().page(kind, List.of(new SortKey("id", false)), Optional.empty(), 0, Long.MAX_VALUE)
                .stream()
                .map(view -> RunSnapshot.of(view, options.clock().today()))
                .toList();
    }

    /** One run, as it is now. @throws IllegalArgumentException if there is none */
    public RunSnapshot run(RunKey key) {
        return RunSnapshot.of(state.book().find(key).orElseThrow(() -> new IllegalArgumentException("No run " + key)),
                options.clock().today());
    }

    /** Stops answering at once. Everything is forgotten. */
    @Override
    public void close() {
        server.stop(0);
        // Requests that a fault holds back would never end by themselves.
        threads.shutdownNow();
        threads.close();
    }
}
