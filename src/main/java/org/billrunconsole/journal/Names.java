package org.billrunconsole.journal;

/** Names in a line that more than one class needs. */
final class Names {

    static final String KIND = "kind";
    static final String ID = "id";
    static final String PREVIOUS = "prev";
    static final String RUN = "run";

    static final String INTENT = "intent";
    static final String OUTCOME = "outcome";
    static final String VERDICT = "verdict";
    static final String NOTICE = "notice";

    /** The notice that something was found to be altered or missing. */
    static final String DAMAGED = "journal.damaged";

    /** The notice that follows a torn line. */
    static final String TORN = "journal.torn";

    private Names() {}
}
