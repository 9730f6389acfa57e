package org.billrunconsole.ui.runlist.views;

import java.util.Map;
import org.billrunconsole.settings.SavedView;

/** A way of looking at a list. */
public sealed interface NamedView {

    /** One that comes with the program. It filters the list; columns and order stay as they are. */
    enum BuiltIn implements NamedView {
        /** The period ends, or the invoice date lies, in this month. */
        THIS_MONTH(Map.of("statusFilter", "ALL", "billedFilter", "this_month")),
        /** The next step is a person's. */
        WAITING(Map.of("statusFilter", "ALL", "flagFilter", "WAITING")),
        /** Something may be left out of the invoices, or billed without anybody having looked. */
        AT_RISK(Map.of("statusFilter", "ALL", "flagFilter", "AT_RISK"));

        private final Map<String, String> filters;

        BuiltIn(Map<String, String> filters) {
            this.filters = filters;
        }

        Map<String, String> filters() {
            return filters;
        }
    }

    /** One that somebody has saved. */
    record Saved(SavedView view) implements NamedView {}
}
