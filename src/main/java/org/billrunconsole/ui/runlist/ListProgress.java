package org.billrunconsole.ui.runlist;

/** How far the reading of a list is, where that takes long enough to be told. */
public sealed interface ListProgress {

    /** Nothing to tell: it is over, it is short, or it has just begun. */
    record Quiet() implements ListProgress {}

    /**
     * More pages come.
     *
     * @param soFar how many runs have been read
     */
    record Reading(int soFar) implements ListProgress {}

    /**
     * A person has stopped it before its end.
     *
     * @param loaded how many runs have been read
     */
    record Stopped(int loaded) implements ListProgress {}
}
