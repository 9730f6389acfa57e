package org.billrunconsole.ui.kit;

/** Meanings that have a colour; the words beside the colour say the same. */
public enum Tone {
    NEUTRAL, ACCENT, DONE, SUCCESS, WARNING, DANGER
}
