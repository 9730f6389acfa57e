package org.billrunconsole.ui.shell;

/** Whether changes are allowed on a connection. */
public enum Access {
    /** From the start. */
    CHANGES,
    /** Only once the operator has switched them on for the session. */
    READ_ONLY_AT_FIRST,
    /** The program was started to look only. */
    READ_ONLY,
    /** The computer's policy forbids them. */
    RULED_OUT
}
