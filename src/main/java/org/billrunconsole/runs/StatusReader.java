package org.billrunconsole.runs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.billrunconsole.api.AdhocBillRunQuery;
import org.billrunconsole.api.BillRunApi;
import org.billrunconsole.api.BillRunQuery;
import org.billrunconsole.api.Pages;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;

/**
 * Reads what has moved among the runs of one status: one list request for each page, however many runs are in progress,
 * limited to the fields that change; then a full row for each run that changed its stage.
 */
final class StatusReader {

    private static final List<String> MOVING = List.of("id", "billRunStatus", "summaryStatus",
            "summaryStatusPercentage", "invoiceDate", "billingUserAdminId", "revenueInMajorCurrency");
    private static final List<String> MOVING_REGULAR = and(MOVING, "usageSuspenseCount", "rentalSuspenseCount",
            "maxInvoiceValue", "maxInvoiceCustomerId", "paused", "periodStartDate", "periodEndDate");
    private static final List<String> MOVING_ADHOC = and(MOVING, "nickname");

    private final BillRunApi api;
    private final RunStore store;
    private volatile boolean wholeRows;

    StatusReader(BillRunApi api, RunStore store) {
        this.api = api;
        this.store = store;
    }

    /** One tick for a kind of run; blocks. */
    void read(RunKind kind, RunStatus.Known status) {
        var toReadWhole = new ArrayList<RunKey>();
        var merged = new ArrayList<Run>();
        var listed = new HashSet<RunKey>();
        for (var partial : list(kind, status)) {
            listed.add(partial.key());
            var known = store.find(partial.key());
            if (known.isEmpty() || moved(known.get(), partial)) {
                toReadWhole.add(partial.key());
            }
            known.ifPresent(run -> merged.add(update(run, partial)));
        }
        toReadWhole.addAll(gone(kind, status, listed));
        // The stage shows at once; the fields that came with it follow.
        store.put(merged);
        for (var key : toReadWhole) {
            readWhole(key).ifPresent(run -> store.put(List.of(run)));
        }
    }

    private List<Run> list(RunKind kind, RunStatus.Known status) {
        if (!wholeRows) {
            try {
                return rows(kind, status, kind == RunKind.REGULAR ? MOVING_REGULAR : MOVING_ADHOC);
            } catch (FailureException e) {
                if (!(e.failure() instanceof Failure.Rejected)) {
                    throw e;
                }
                // The contract does not say which names "fields" takes; a server that refuses ours gets none.
                wholeRows = true;
            }
        }
        return rows(kind, status, List.of());
    }

    private List<Run> rows(RunKind kind, RunStatus.Known status, List<String> fields) {
        return switch (kind) {
            case REGULAR -> drain(api.billRuns(BillRunQuery.all().withStatus(status).withFields(fields)));
            case ADHOC -> drain(api.adhocBillRuns(AdhocBillRunQuery.all().withStatus(status).withFields(fields)));
        };
    }

    private static <R extends Run> List<Run> drain(Pages<R> pages) {
        var rows = new ArrayList<Run>();
        try (pages) {
            while (pages.hasNext()) {
                rows.addAll(pages.next().rows());
            }
        }
        return rows;
    }

    /** Runs that were in this status and are no longer listed: finished, reopened, or closed. */
    private List<RunKey> gone(RunKind kind, RunStatus.Known status, Set<RunKey> listed) {
        return store.inStatus(kind, status).stream().map(Run::key).filter(key -> !listed.contains(key)).toList();
    }

    private Optional<Run> readWhole(RunKey key) {
        try {
            return Optional.of(api.run(key));
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.NotFound) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static boolean moved(Run known, Run partial) {
        return partial.stage().isPresent() && !partial.stage().equals(known.stage())
                || partial.status().isPresent() && !partial.status().equals(known.status());
    }

    private static Run update(Run known, Run partial) {
        return switch (known) {
            case BillRun run -> run.updatedBy((BillRun) partial);
            case AdhocBillRun run -> run.updatedBy((AdhocBillRun) partial);
        };
    }

    private static List<String> and(List<String> some, String... more) {
        var all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }
}
