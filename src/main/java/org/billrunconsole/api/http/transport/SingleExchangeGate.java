package org.billrunconsole.api.http.transport;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * The last place at which a request can be held back. It lets one exchange through and no second: the settings of the
 * client for writes already keep the library from sending twice; this holds even if one of them is lost.
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
