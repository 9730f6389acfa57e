package org.billrunconsole.ui.runlist;

/** A cell that knows how wide it would have to be to show all it holds. */
interface ContentWidth {

    /** In pixels, with the space around it. */
    double contentWidth();
}
