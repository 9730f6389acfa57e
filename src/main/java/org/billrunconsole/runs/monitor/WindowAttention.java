package org.billrunconsole.runs.monitor;

/** Whether the window can be seen or is minimised. */
public enum WindowAttention {
    /** On the screen. */
    VISIBLE,
    /** Minimised: nobody sees the difference between now and a little later. */
    MINIMISED
}
