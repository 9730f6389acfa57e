package org.billrunconsole.domain;

/** The two kinds of bill run of the API; their ids are counted apart. */
public enum RunKind {
    /** One of the runs that follow one another in a billing cycle ({@code /bill-runs}). */
    REGULAR,
    /** A run outside the cycle, for chosen inventory items ({@code /adhoc-bill-runs}). */
    ADHOC
}
