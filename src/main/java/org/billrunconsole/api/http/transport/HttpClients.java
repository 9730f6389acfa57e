package org.billrunconsole.api.http.transport;

import java.net.Proxy;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.billrunconsole.api.ClientOptions;

/** Makes the two OkHttp clients: one for reads, and one for writes that never repeats anything. */
public final class HttpClients {

    /** Reads under way at once; the contract is silent about rate limits, so few. */
    private static final int READS_AT_ONCE = 8;

    private HttpClients() {}

    /** For reads: keeps connections. The library may re-send a GET on a stale one, which is harmless. */
    public static OkHttpClient reading(ClientOptions options) {
        var builder = new OkHttpClient.Builder().dispatcher(dispatcher(READS_AT_ONCE))
                .connectTimeout(options.connectTimeout())
                .readTimeout(options.readTimeout())
                .writeTimeout(options.readTimeout())
                .callTimeout(options.callTimeout())
                .followRedirects(false)
                .followSslRedirects(false)
                .eventListenerFactory(CallTrace::of);
        options.sslContext().ifPresent(context -> builder.sslSocketFactory(
                new PromptTls(context.getSocketFactory(), options.connectTimeout()),
                options.trustManager().orElseThrow()));
        options.proxies().ifPresent(builder::proxySelector);
        options.proxyLogin().ifPresent(login -> builder.proxyAuthenticator(new ProxyLogin(login)));
        if ("http".equalsIgnoreCase(options.base().getScheme())) {
            // A proxy would get to see the token of a call that is meant for this machine.
            builder.proxy(Proxy.NO_PROXY);
            // Without this the library reads every certificate of the system before its first call.
            builder.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
        }
        return builder.build();
    }

    /**
     * For writes: nothing is ever repeated, and every call has a connection of its own. A pooled connection may have
     * been closed by the server a moment ago, and whether a write on it arrived could not be told. HTTP/1.1, since
     * calls at the same time would share a connection of HTTP/2.
     */
    public static OkHttpClient writing(ClientOptions options) {
        return reading(options).newBuilder()
                .dispatcher(dispatcher(Integer.MAX_VALUE))
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .protocols(List.of(Protocol.HTTP_1_1))
                .retryOnConnectionFailure(false)
                .addNetworkInterceptor(SingleExchangeGate::passOnce)
                .build();
    }

    private static Dispatcher dispatcher(int callsAtOnce) {
        ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("api call ", 0).factory());
        var dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(callsAtOnce);
        dispatcher.setMaxRequestsPerHost(callsAtOnce);
        return dispatcher;
    }
}
