package org.billrunconsole.settings;

import java.util.List;
import java.util.Map;

/**
 * A way of looking at a list that somebody has saved under a name.
 *
 * @param name    by which it is chosen; no two of a list are alike
 * @param search  what is searched for; may be empty
 * @param filters by the filter's node id, in the filter's own words
 * @param table   columns, order and grouping
 * @param unknown the parts of it that this version does not know, by the names they have in the file; one that has any
 *                must not be used as if they were not there
 */
public record SavedView(String name, String search, Map<String, String> filters, LayoutMemory.Table table,
        List<String> unknown) {

    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 60;

    public SavedView {
        filters = Map.copyOf(filters);
        unknown = List.copyOf(unknown);
    }
}
