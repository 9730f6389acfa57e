package org.billrunconsole.domain.write;

/** What a write came to, as far as the run and the server's answer show. */
public enum Finding {
    /**
     * The run is where the step leads, or beyond. If no answer came, the same step by somebody else looks the same and
     * cannot be told apart.
     */
    APPLIED,
    /**
     * Nothing left this machine, the server said no and the run is as it was, or the run stayed as it was for the whole
     * reconciliation time.
     */
    NOT_APPLIED,
    /** The run is neither as it was nor where the step leads: somebody else has changed it. */
    CHANGED_BY_OTHERS,
    /**
     * Nobody can tell from here. Either the server had said no, and yet the run shows the step: somebody else has taken
     * it, or the "no" came from something in between. Or no answer came, and the schedule was seen where the step leads
     * and then elsewhere: it was moved by more than one.
     */
    CANNOT_BE_TOLD,
    /**
     * Nobody can say any more: the server that it was sent to has ended for good and taken its runs with it, as the
     * built-in sandbox does.
     */
    SERVER_GONE
}
