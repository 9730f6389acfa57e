package org.billrunconsole.api;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.billrunconsole.domain.RunStatus;

/**
 * The filters, fields and page size with which regular runs are listed.
 *
 * @param status    only runs in this status; the API takes one value
 * @param cycleId   only runs of this billing cycle
 * @param groupName only runs whose cycle is in such a group
 * @param fields    fields to return; empty for all
 * @param pageSize  rows a page, 1 to 1000
 * @param ahead     whether a page may be asked for before the one before it has shown that there is more
 */
public record BillRunQuery(Optional<RunStatus.Known> status, OptionalLong cycleId, Optional<TextFilter> groupName,
        List<String> fields, int pageSize, boolean ahead) {

    /** The largest page the API gives. */
    public static final int LARGEST_PAGE = 1000;

    public BillRunQuery {
        fields = List.copyOf(fields);
        requirePageSize(pageSize);
    }

    /** Every run, every field, in the largest pages. */
    public static BillRunQuery all() {
        return new BillRunQuery(Optional.empty(), OptionalLong.empty(), Optional.empty(), List.of(), LARGEST_PAGE,
                true);
    }

    public BillRunQuery withStatus(RunStatus.Known wanted) {
        return new BillRunQuery(Optional.of(wanted), cycleId, groupName, fields, pageSize, ahead);
    }

    public BillRunQuery withFields(List<String> wanted) {
        return new BillRunQuery(status, cycleId, groupName, wanted, pageSize, ahead);
    }

    public BillRunQuery withPageSize(int rows) {
        return new BillRunQuery(status, cycleId, groupName, fields, rows, ahead);
    }

    /** One page after another: slower for long lists, and never a request that was not needed. */
    public BillRunQuery withoutReadingAhead() {
        return new BillRunQuery(status, cycleId, groupName, fields, pageSize, false);
    }

    static void requirePageSize(int pageSize) {
        if (pageSize < 1 || pageSize > LARGEST_PAGE) {
            throw new IllegalArgumentException("A page has 1 to 1000 rows, not " + pageSize);
        }
    }
}
