package org.billrunconsole.api.http.transport;

import java.io.IOException;

/** An answer has more bytes than the connection accepts. */
final class TooLargeAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    private final long limit;

    TooLargeAnswerException(long limit) {
        super("More than " + limit + " bytes");
        this.limit = limit;
    }

    long limit() {
        return limit;
    }
}
