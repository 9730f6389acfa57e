package org.billrunconsole.sandbox.lifecycle;

import org.billrunconsole.domain.RunKind;

/**
 * Which runs carry {@code summaryStatusPercentage}. Version 1.9 documents it for ad hoc runs only; what later versions
 * send for regular runs is not known.
 */
public enum Percentages {
    /** Both kinds of run. */
    BOTH,
    /** Ad hoc runs only, as 1.9 documents. A regular run has no such field, so {@code fields} may not name it. */
    ADHOC_ONLY,
    /** Neither: progress shows by stages alone. */
    NONE;

    public boolean sentFor(RunKind kind) {
        return this == BOTH || this == ADHOC_ONLY && kind == RunKind.ADHOC;
    }
}
