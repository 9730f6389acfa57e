package org.billrunconsole.api.http.transport;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.HttpUrl;
import okhttp3.Response;
import org.billrunconsole.domain.DisplayText;
import org.jspecify.annotations.Nullable;

/**
 * Records the HTTP library's events of one call. It alone decides whether a write may have arrived: before
 * {@link #requestHeadersStart} no byte of the request is on a socket, after it any number may be.
 */
public final class CallTrace extends EventListener {

    /** Why nobody waits for the call any longer. */
    enum GivenUp {
        NO, CANCELLED, OVERDUE
    }

    private static final int LONGEST_TEXT = 500;

    private final List<String> secrets;
    private final SingleExchangeGate gate = new SingleExchangeGate();
    private volatile GivenUp givenUp = GivenUp.NO;
    private volatile boolean proxied;
    private volatile boolean securing;
    private volatile boolean connected;
    private volatile boolean sent;
    private volatile OptionalInt status = OptionalInt.empty();
    private volatile Optional<String> requestId = Optional.empty();

    /** @param secrets what the request carries that may show up nowhere else, even if the server repeats it */
    public CallTrace(List<String> secrets) {
        this.secrets = List.copyOf(secrets);
    }

    /** What the server or the library says, fit for one line and without the call's secrets. */
    public String plain(String text) {
        var clean = text;
        for (var secret : secrets) {
            clean = secret.isEmpty() ? clean : clean.replace(secret, "***");
        }
        return DisplayText.line(clean.replaceAll("[\\p{Cc}\\s]+", " ").strip(), LONGEST_TEXT);
    }

    /** True if at least one byte of the request may have left. */
    public boolean isSent() {
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

    GivenUp givenUp() {
        return givenUp;
    }

    public OptionalInt status() {
        return status;
    }

    Optional<String> requestId() {
        return requestId;
    }

    SingleExchangeGate gate() {
        return gate;
    }

    /**
     * Gives the call up for its caller.
     *
     * @return true if the request has not left and now never will
     */
    boolean giveUp(GivenUp why) {
        givenUp = why;
        return gate.abandon();
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
    private Optional<String> requestId(Response response) {
        return Stream.of("X-Request-Id", "Request-Id", "X-Correlation-Id", "X-Amzn-RequestId", "X-Amz-Cf-Id", "CF-Ray")
                .flatMap(name -> Optional.ofNullable(response.header(name)).stream())
                .findFirst()
                .map(this::plain)
                .filter(id -> !id.isEmpty());
    }
}
