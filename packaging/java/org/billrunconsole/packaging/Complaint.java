package org.billrunconsole.packaging;

/** A reason to stop that the person at the keyboard can remove: shown as one line, without a stack trace. */
final class Complaint extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Complaint(String message) {
        super(message);
    }
}
