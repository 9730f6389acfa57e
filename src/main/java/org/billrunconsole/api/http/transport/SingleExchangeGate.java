package org.billrunconsole.api.http.transport;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Lets one request of a call onto the network and refuses a second. The client for writes is already set up never to
 * send twice; this holds even if one of those settings is lost.
 */
final class SingleExchangeGate {

    private enum State {
        SHUT, PASSED, ABANDONED
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.SHUT);

    /** Between the connection and the first byte: a network interceptor. */
    static Response passOnce(Interceptor.Chain chain) throws IOException {
        var trace = chain.request().tag(CallTrace.class);
        if (trace == null || !trace.gate().state.compareAndSet(State.SHUT, State.PASSED)) {
            throw new IOException("Kept from being sent");
        }
        return chain.proceed(chain.request());
    }

    /**
     * Gives a request up.
     *
     * @return true if it has not left and now never will
     */
    boolean abandon() {
        return state.compareAndSet(State.SHUT, State.ABANDONED);
    }
}
