package org.billrunconsole.api.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What the transport reports of one call. Whether a write may have arrived is read from here and from nothing else:
 * before {@link #requestHeadersStart} no byte of the request is on a socket, after it any number may be.
 */
final class CallTrace extends EventListener {

    private enum Gate {
        SHUT, PASSED, ABANDONED
    }

    private final AtomicReference<Gate> gate = new AtomicReference<>(Gate.SHUT);
    private volatile boolean cancelled;
    private volatile boolean proxied;
    private volatile boolean securing;
    private volatile boolean connected;
    private volatile boolean sent;
    private volatile OptionalInt status = OptionalInt.empty();
    private volatile Optional<String> requestId = Optional.empty();

    /** True if at least one byte of the request may have left. */
    boolean isSent() {
        return sent;
    }

    /** True if the connection to be made, or made, goes through a proxy. */
    boolean isProxied() {
        return proxied;
    }

    /** True between the beginning and the success of a TLS handshake. */
    boolean isSecuring() {
        return securing;
    }

    boolean isConnected() {
        return connected;
    }

    boolean isCancelled() {
        return cancelled;
    }

    OptionalInt status() {
        return status;
    }

    Optional<String> requestId() {
        return requestId;
    }

    /**
     * Gives the call up for its caller.
     *
     * @return true if the request has not left and now never will
     */
    boolean abandon() {
        cancelled = true;
        return gate.compareAndSet(Gate.SHUT, Gate.ABANDONED);
    }

    /**
     * Lets one exchange of a call through and no second. The settings of the client for writes already keep the library
     * from sending twice; this holds even if one of them is lost.
     */
    static Response passOnce(Interceptor.Chain chain) throws IOException {
        var trace = chain.request().tag(CallTrace.class);
        if (trace == null || !trace.gate.compareAndSet(Gate.SHUT, Gate.PASSED)) {
            throw new IOException("Kept from being sent");
        }
        return chain.proceed(chain.request());
    }

    /** The trace that was put on a call, so that the library reports to it. */
    static EventListener of(Call call) {
        var trace = call.request().tag(CallTrace.class);
        return trace == null ? EventListener.NONE : trace;
    }

    @Override
    public void proxySelectEnd(Call call, HttpUrl url, List<Proxy> proxies) {
        proxied = proxies.stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        proxied = proxy.type() != Proxy.Type.DIRECT;
    }

    @Override
    public void secureConnectStart(Call call) {
        securing = true;
    }

    @Override
    public void secureConnectEnd(Call call, @Nullable Handshake handshake) {
        securing = false;
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        connected = true;
    }

    @Override
    public void requestHeadersStart(Call call) {
        sent = true;
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        status = OptionalInt.of(response.code());
        requestId = requestId(response);
    }

    /** The contract names no such header; these are the usual ones. */
    private static Optional<String> requestId(Response response) {
        return Stream.of("X-Request-Id", "Request-Id", "X-Correlation-Id", "X-Amzn-RequestId", "X-Amz-Cf-Id", "CF-Ray")
                .flatMap(name -> Optional.ofNullable(response.header(name)).stream())
                .findFirst()
                .map(id -> Subject.plain(id, List.of()))
                .filter(id -> !id.isEmpty());
    }
}
