package org.billrunconsole.domain.review;

/** How much a finding about a run should keep somebody from going on, least first. */
public enum Severity {
    /** Good to know. */
    INFO,
    /** Somebody should have looked at it; an irreversible step needs a reason in spite of it. */
    WARNING,
    /** Very likely wrong, or sure to be refused. */
    SERIOUS;

    /** True if an irreversible step needs a reason in spite of it. */
    public boolean needsReason() {
        return this != INFO;
    }
}
