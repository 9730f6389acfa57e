package org.billrunconsole.runs.monitor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
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
import org.billrunconsole.runs.RunStore;

/**
 * Reads what has changed among the runs of one status: one list request for each page, limited to the fields that
 * change; then a full row for each run that entered another stage.
 */
final class StatusReader {

    /** What the server's work changes from one second to the next. */
    private static final List<String> PROGRESS = List.of("id", "billRunStatus", "summaryStatus",
            "summaryStatusPercentage");
    private static final List<String> MOVING = and(PROGRESS, "invoiceDate", "billingUserAdminId",
            "revenueInMajorCurrency");
    private static final List<String> MOVING_REGULAR = and(MOVING, "usageSuspenseCount", "rentalSuspenseCount",
            "maxInvoiceValue", "maxInvoiceCustomerId", "paused", "periodStartDate", "periodEndDate");
    private static final List<String> MOVING_ADHOC = and(MOVING, "nickname");

    /** From so many runs on, whole rows are read by list and not one by one. */
    private static final int MANY = 20;
    private static final int FINISHING_AT_ONCE = 5;

    private final BillRunApi api;
    private final RunStore store;
    private final Set<RunKey> toReadWhole = ConcurrentHashMap.newKeySet();
    private volatile boolean wholeRows;
    private int turn;

    StatusReader(BillRunApi api, RunStore store) {
        this.api = api;
        this.store = store;
    }

    /**
     * One tick for a kind of run; blocks.
     *
     * @param figures whether money, dates and what else seldom changes are read too: several times as many bytes
     */
    void read(RunKind kind, RunStatus.Known status, boolean figures) {
        var asked = store.mark();
        var merged = new ArrayList<Run>();
        var listed = new HashSet<RunKey>();
        for (var partial : list(kind, status, figures)) {
            listed.add(partial.key());
            var known = store.find(partial.key());
            if (known.isEmpty() || moved(known.get(), partial)) {
                toReadWhole.add(partial.key());
            }
            known.ifPresent(run -> merged.add(update(run, partial)));
        }
        toReadWhole.addAll(unlisted(kind, status, listed));
        // The stage shows at once; the fields that came with it follow.
        store.put(merged, asked);
        readWhole(kind, status, listed);
    }

    /** What is not read because a call fails stays due for the next tick. */
    private void readWhole(RunKind kind, RunStatus.Known status, Set<RunKey> listed) {
        var due = toReadWhole.stream().filter(key -> key.kind() == kind).toList();
        if (due.size() > MANY && due.stream().anyMatch(listed::contains)) {
            // A bulk step moves hundreds at once: whole rows of the list are one request for each page.
            var asked = store.mark();
            var rows = rows(kind, status, List.of());
            store.put(rows, asked);
            rows.stream().map(Run::key).forEach(toReadWhole::remove);
        }
        if (due.stream().filter(toReadWhole::contains).count() > MANY) {
            // As many have left the list at once: where they went the whole list says, page by page.
            var asked = store.mark();
            var rows = rows(kind);
            store.put(rows.stream().filter(run -> toReadWhole.contains(run.key())).toList(), asked);
            rows.stream().map(Run::key).forEach(toReadWhole::remove);
        }
        for (var key : due) {
            if (toReadWhole.contains(key)) {
                readWhole(key);
            }
        }
    }

    private List<Run> list(RunKind kind, RunStatus.Known status, boolean figures) {
        if (!wholeRows) {
            try {
                return rows(kind, status, figures ? moving(kind) : PROGRESS);
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

    private static List<String> moving(RunKind kind) {
        return switch (kind) {
            case REGULAR -> MOVING_REGULAR;
            case ADHOC -> MOVING_ADHOC;
        };
    }

    private List<Run> rows(RunKind kind, RunStatus.Known status, List<String> fields) {
        return switch (kind) {
            case REGULAR -> drain(api.billRuns(BillRunQuery.all()
                    .withStatus(status)
                    .withFields(fields)
                    .withoutReadingAhead()));
            case ADHOC -> drain(api.adhocBillRuns(AdhocBillRunQuery.all()
                    .withStatus(status)
                    .withFields(fields)
                    .withoutReadingAhead()));
        };
    }

    private List<Run> rows(RunKind kind) {
        return switch (kind) {
            case REGULAR -> drain(api.billRuns(BillRunQuery.all()));
            case ADHOC -> drain(api.adhocBillRuns(AdhocBillRunQuery.all()));
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

    /**
     * Runs that were in this status and are no longer listed: finished, reopened, or closed. And those that the server
     * calls finalized while it is still at work on them: the list of finalized runs is all of history, so these few are
     * read one by one, in turns.
     */
    private List<RunKey> unlisted(RunKind kind, RunStatus.Known status, Set<RunKey> listed) {
        var gone = store.inStatus(kind, status).stream().map(Run::key).filter(key -> !listed.contains(key));
        if (status != RunStatus.Known.CLOSED) {
            return gone.toList();
        }
        var finishing = store.active(kind)
                .stream()
                .filter(run -> run.hasStatus(RunStatus.Known.FINALIZED))
                .map(Run::key)
                .sorted(Comparator.comparingLong(RunKey::id))
                .toList();
        var skipped = finishing.size() <= FINISHING_AT_ONCE ? 0
                : Math.floorMod(turn++ * FINISHING_AT_ONCE,
                        finishing.size());
        return Stream.concat(gone, finishing.stream().skip(skipped).limit(FINISHING_AT_ONCE)).toList();
    }

    private void readWhole(RunKey key) {
        var asked = store.mark();
        try {
            store.put(List.of(api.run(key)), asked);
        } catch (FailureException e) {
            if (!(e.failure() instanceof Failure.NotFound)) {
                throw e;
            }
            store.remove(List.of(key));
        }
        toReadWhole.remove(key);
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
