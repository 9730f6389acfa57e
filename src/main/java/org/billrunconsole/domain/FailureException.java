package org.billrunconsole.domain;

import org.jspecify.annotations.Nullable;

/** Carries a {@link Failure} to the caller that shows it. */
public final class FailureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public FailureException(Failure failure) {
        this(failure, null);
    }

    public FailureException(Failure failure, @Nullable Throwable cause) {
        super(describe(failure), cause);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }

    private static String describe(Failure failure) {
        var exchange = failure.exchange();
        var status = exchange.status().isPresent() ? " status " + exchange.status().getAsInt() : "";
        return failure.getClass().getSimpleName() + ": " + exchange.method() + " " + exchange.path() + status;
    }
}
