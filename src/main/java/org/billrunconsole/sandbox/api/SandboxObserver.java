package org.billrunconsole.sandbox.api;

/** Told of every request under the base address and what it was answered, before the answer leaves. For tests. */
@FunctionalInterface
public interface SandboxObserver {

    /** Called on the thread that serves the request; may be called by many at once. */
    void answered(HttpExchangeRecord exchange);

    /** Watches nothing. */
    static SandboxObserver none() {
        return _ -> {};
    }
}
