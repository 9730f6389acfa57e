package org.billrunconsole.sandbox.lifecycle;

/**
 * The API refuses a request: a status and the words for the body. It is an answer, not a failure, so it has no stack
 * trace.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    public Refusal(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    public static Refusal badRequest(String message) {
        return new Refusal(400, message);
    }

    public int status() {
        return status;
    }

    /** The explanation; never null, unlike {@link #getMessage}. */
    public String words() {
        return String.valueOf(getMessage());
    }
}
