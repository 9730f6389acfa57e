package org.billrunconsole.api;

import java.util.List;

/**
 * One page of a list.
 *
 * @param rows rows in the server's order, without ids that an earlier page had
 * @param last true if the server has no further page
 */
public record Page<T>(List<T> rows, boolean last) {

    public Page {
        rows = List.copyOf(rows);
    }
}
