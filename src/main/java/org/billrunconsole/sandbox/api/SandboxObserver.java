package org.billrunconsole.sandbox.api;

/** Is called with every request and its answer before the answer is sent. For tests. */
@FunctionalInterface
public interface SandboxObserver {

    /** Called on the thread that serves the request; may be called by many at once. */
    void answered(HttpExchangeRecord exchange);

    /** Watches nothing. */
    static SandboxObserver none() {
        return _ -> {};
    }
}
