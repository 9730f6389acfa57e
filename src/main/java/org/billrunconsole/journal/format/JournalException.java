package org.billrunconsole.journal.format;

/** The journal could not be written or read: full disk, missing rights, another console that holds it too long. */
public final class JournalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JournalException(String message, Throwable cause) {
        super(message, cause);
    }

    public JournalException(String message) {
        super(message);
    }
}
