package org.billrunconsole.api;

import java.net.Authenticator;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import org.billrunconsole.domain.write.PatchOperation;

/**
 * The settings of the HTTP client for one connection: address, time limits, certificates, proxy. It holds no secret.
 *
 * @param base           base address, for example {@code https://rest.elevatebilling.com/v1}; {@code http} only to this
 *                       machine, since every request carries a token
 * @param connectTimeout longest wait for a TCP or TLS connection
 * @param readTimeout    longest silence of the server
 * @param callTimeout    longest time for a whole call, retries and their waits included
 * @param maxAnswerBytes largest answer accepted, in bytes after decompression
 * @param guard          whether a patch begins with {@code test} operations on billRunStatus and summaryStatus; the
 *                       vendor shows only {@code replace}, so a server may refuse them
 * @param reopenPatch    what to send to reopen a run. An assumption: the vendor names reopening but shows no patch
 * @param retries        how reads are tried again
 * @param sslContext     where TLS sockets come from; empty for the JDK's own. Only together with {@code trustManager}
 * @param trustManager   the trust manager of that context
 * @param proxies        which proxy to use for an address; empty for the system's choice
 * @param proxyLogin     who is asked when a proxy wants a user and password (basic authentication)
 * @param userAgent      value of the User-Agent header
 */
public record ClientOptions(URI base, Duration connectTimeout, Duration readTimeout, Duration callTimeout,
        long maxAnswerBytes, boolean guard, List<PatchOperation> reopenPatch, ReadRetries retries,
        Optional<SSLContext> sslContext, Optional<X509TrustManager> trustManager, Optional<ProxySelector> proxies,
        Optional<Authenticator> proxyLogin, String userAgent) {

    /** An assumption, see {@link #reopenPatch}. */
    public static final List<PatchOperation> ASSUMED_REOPEN_PATCH = List.of(
            PatchOperation.replace("/billRunStatus", "OPEN"));

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(60);
    private static final long MAX_ANSWER_BYTES = 64L << 20;

    public ClientOptions {
        requireAddress(base);
        reopenPatch = List.copyOf(reopenPatch);
        for (var timeout : List.of(connectTimeout, readTimeout, callTimeout)) {
            // Zero would mean "for ever" to the HTTP library.
            if (timeout.toMillis() < 1 || timeout.compareTo(Duration.ofHours(1)) > 0) {
                throw new IllegalArgumentException("A timeout is 1 millisecond to 1 hour, not " + timeout);
            }
        }
        if (maxAnswerBytes < 1) {
            throw new IllegalArgumentException("The largest answer has 1 byte or more, not " + maxAnswerBytes);
        }
        if (reopenPatch.isEmpty()) {
            throw new IllegalArgumentException("A patch to reopen has one operation or more");
        }
        if (sslContext.isPresent() != trustManager.isPresent()) {
            throw new IllegalArgumentException("A TLS context and its trust manager come together");
        }
        if (userAgent.isBlank() || !userAgent.chars().allMatch(c -> c >= ' ' && c < 127)) {
            throw new IllegalArgumentException("A user agent is printable ASCII: " + userAgent);
        }
    }

    /** The vendor's limits and the JDK's TLS for a base address. */
    public static ClientOptions of(URI base) {
        return new ClientOptions(base, CONNECT_TIMEOUT, READ_TIMEOUT, CALL_TIMEOUT, MAX_ANSWER_BYTES, false,
                ASSUMED_REOPEN_PATCH, ReadRetries.DEFAULT, Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), "BillRunConsole");
    }

    public ClientOptions withTimeouts(Duration connect, Duration read, Duration call) {
        return new ClientOptions(base, connect, read, call, maxAnswerBytes, guard, reopenPatch, retries, sslContext,
                trustManager, proxies, proxyLogin, userAgent);
    }

    public ClientOptions withMaxAnswerBytes(long bytes) {
        return new ClientOptions(base, connectTimeout, readTimeout, callTimeout, bytes, guard, reopenPatch, retries,
                sslContext, trustManager, proxies, proxyLogin, userAgent);
    }

    public ClientOptions withGuard(boolean wanted) {
        return new ClientOptions(base, connectTimeout, readTimeout, callTimeout, maxAnswerBytes, wanted, reopenPatch,
                retries, sslContext, trustManager, proxies, proxyLogin, userAgent);
    }

    public ClientOptions withReopenPatch(List<PatchOperation> patch) {
        return new ClientOptions(base, connectTimeout, readTimeout, callTimeout, maxAnswerBytes, guard, patch, retries,
                sslContext, trustManager, proxies, proxyLogin, userAgent);
    }

    public ClientOptions withRetries(ReadRetries wanted) {
        return new ClientOptions(base, connectTimeout, readTimeout, callTimeout, maxAnswerBytes, guard, reopenPatch,
                wanted, sslContext, trustManager, proxies, proxyLogin, userAgent);
    }

    public ClientOptions withTls(SSLContext context, X509TrustManager trust) {
        return new ClientOptions(base, connectTimeout, readTimeout, callTimeout, maxAnswerBytes, guard, reopenPatch,
                retries, Optional.of(context), Optional.of(trust), proxies, proxyLogin, userAgent);
    }

    public ClientOptions withProxies(ProxySelector selector, Optional<Authenticator> login) {
        return new ClientOptions(base, connectTimeout, readTimeout, callTimeout, maxAnswerBytes, guard, reopenPatch,
                retries, sslContext, trustManager, Optional.of(selector), login, userAgent);
    }

    public ClientOptions withUserAgent(String agent) {
        return new ClientOptions(base, connectTimeout, readTimeout, callTimeout, maxAnswerBytes, guard, reopenPatch,
                retries, sslContext, trustManager, proxies, proxyLogin, agent);
    }

    private static void requireAddress(URI base) {
        var host = base.getHost();
        if (host == null || base.getRawUserInfo() != null || base.getRawQuery() != null
                || base.getRawFragment() != null) {
            throw new IllegalArgumentException("A base address has a host and a path, nothing else");
        }
        if ("https".equalsIgnoreCase(base.getScheme())) {
            return;
        }
        if (!"http".equalsIgnoreCase(base.getScheme()) || !isThisMachine(host)) {
            throw new IllegalArgumentException("A base address begins with https (http only to this machine): " + base);
        }
    }

    /** Decided by the text alone: what a name resolves to can change between this check and the call. */
    private static boolean isThisMachine(String host) {
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
