package org.billrunconsole.runs;

/** How closely somebody is looking at the window. */
public enum Attention {
    /** On the screen. */
    VISIBLE,
    /** Minimised: nobody sees the difference between now and a little later. */
    MINIMISED
}
