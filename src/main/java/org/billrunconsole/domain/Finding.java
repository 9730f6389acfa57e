package org.billrunconsole.domain;

/** What an attempt to change a run came to, as far as the run itself and the server's answer show. */
public enum Finding {
    /**
     * The run is where the step leads, or beyond. If no answer came, the same step by somebody else looks the same and
     * cannot be told apart.
     */
    APPLIED,
    /** The server said no, nothing left this machine, or the run stayed as it was for the whole settling time. */
    NOT_APPLIED,
    /** The run is neither as it was nor where the step leads: somebody else has changed it. */
    CHANGED_BY_OTHERS,
    /**
     * Nobody can say any more: the server that it was sent to has ended for good and taken its runs with it, as the
     * built-in sandbox does.
     */
    SERVER_GONE
}
