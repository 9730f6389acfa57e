package org.billrunconsole.runs.monitor;

/** How closely somebody is looking at the window. */
public enum WindowAttention {
    /** On the screen. */
    VISIBLE,
    /** Minimised: nobody sees the difference between now and a little later. */
    MINIMISED
}
