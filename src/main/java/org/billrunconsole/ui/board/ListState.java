package org.billrunconsole.ui.board;

import java.util.Optional;
import org.billrunconsole.domain.Failure;

/**
 * How far the list of bill runs has been read, from which the board is made.
 *
 * @param loaded   how many runs have been read
 * @param complete whether the last page has been read
 * @param ended    whether nothing more comes for now, be it that it is complete, was stopped or failed
 * @param failure  why the last attempt failed; empty once one has gone well
 */
public record ListState(int loaded, boolean complete, boolean ended, Optional<Failure> failure) {

    public static final ListState NOTHING = new ListState(0, false, false, Optional.empty());
}
