package org.billrunconsole.api;

import java.util.List;
import java.util.Optional;
import org.billrunconsole.domain.RunStatus;

/**
 * The filters, fields and page size with which ad hoc runs are listed.
 *
 * @param status   only runs in this status; the API takes one value
 * @param fields   fields to return; empty for all
 * @param pageSize rows a page, 1 to 1000
 * @param ahead    whether a page may be asked for before the one before it has shown that there is more
 */
public record AdhocBillRunQuery(Optional<RunStatus.Known> status, List<String> fields, int pageSize,
        boolean ahead) {

    public AdhocBillRunQuery {
        fields = List.copyOf(fields);
        BillRunQuery.requirePageSize(pageSize);
    }

    /** Every run, every field, in the largest pages. */
    public static AdhocBillRunQuery all() {
        return new AdhocBillRunQuery(Optional.empty(), List.of(), BillRunQuery.LARGEST_PAGE, true);
    }

    public AdhocBillRunQuery withStatus(RunStatus.Known wanted) {
        return new AdhocBillRunQuery(Optional.of(wanted), fields, pageSize, ahead);
    }

    public AdhocBillRunQuery withFields(List<String> wanted) {
        return new AdhocBillRunQuery(status, wanted, pageSize, ahead);
    }

    public AdhocBillRunQuery withPageSize(int rows) {
        return new AdhocBillRunQuery(status, fields, rows, ahead);
    }

    /** One page after another: slower for long lists, and never a request that was not needed. */
    public AdhocBillRunQuery withoutReadingAhead() {
        return new AdhocBillRunQuery(status, fields, pageSize, false);
    }
}
