package org.billrunconsole.journal.format;

/** Names of fields and kinds that more than one class uses. */
public final class LineFields {

    static final String KIND = "kind";
    static final String ID = "id";
    static final String PREVIOUS = "prev";
    static final String RUN = "run";

    public static final String INTENT = "intent";
    public static final String OUTCOME = "outcome";
    public static final String VERDICT = "verdict";
    public static final String NOTICE = "notice";

    /** The notice that something was found to be altered or missing. */
    public static final String DAMAGED = "journal.damaged";

    /** The notice that follows a torn line. */
    public static final String TORN = "journal.torn";

    private LineFields() {}
}
