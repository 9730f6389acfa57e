package org.billrunconsole.ui.actions;

import org.billrunconsole.domain.BillRun;

/** What the dialog that closes a run says of the run's review, and how it gets there. Reads nothing. */
public interface ReviewPort {

    /**
     * A review on one line.
     *
     * @param warns true if somebody should look before the run is closed
     */
    record Line(String text, boolean warns) {}

    Line line(BillRun run);

    /** Shows the review. */
    void look(BillRun run);
}
