package org.billrunconsole.domain.write;

/** What an operator can do to a bill run. */
public enum Action {
    CLOSE, DRAFT_INVOICES, FULL_INVOICES, DISTRIBUTE, REOPEN, CHANGE_INVOICE_DATE, CHANGE_NICKNAME, ADJUST_SCHEDULE;

    /** True if the step sends invoices to customers and cannot be taken back. */
    public boolean isIrreversible() {
        return this == DISTRIBUTE;
    }

    /** True if another action can take it back, as long as nothing has been done on top of it. */
    public boolean isUndoable() {
        return this != FULL_INVOICES && this != DISTRIBUTE;
    }

    /**
     * The same on a connection.
     *
     * @param canReopen whether runs can be reopened there, which is what takes back closing and drafts
     */
    public boolean isUndoable(boolean canReopen) {
        return isUndoable() && (canReopen || this != CLOSE && this != DRAFT_INVOICES);
    }
}
