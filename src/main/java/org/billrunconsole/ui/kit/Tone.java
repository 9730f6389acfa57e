package org.billrunconsole.ui.kit;

/** The meanings that a colour can have; the words beside the colour say the same. */
public enum Tone {
    NEUTRAL, ACCENT, DONE, SUCCESS, WARNING, DANGER
}
