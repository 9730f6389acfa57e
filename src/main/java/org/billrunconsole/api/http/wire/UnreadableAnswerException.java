package org.billrunconsole.api.http.wire;

import java.io.IOException;

/** An answer came whole but is not what the contract says. Its message quotes nothing of the answer but names. */
public final class UnreadableAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    public UnreadableAnswerException(String detail) {
        super(detail);
    }
}
