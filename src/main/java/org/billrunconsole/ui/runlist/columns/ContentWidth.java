package org.billrunconsole.ui.runlist.columns;

/** A cell that knows how wide it would have to be to show all it holds. */
public interface ContentWidth {

    /** In pixels, with the space around it. */
    double contentWidth();
}
