package org.billrunconsole.runs;

import java.util.HashSet;
import java.util.List;
import java.util.function.IntConsumer;
import org.billrunconsole.api.AdhocBillRunQuery;
import org.billrunconsole.api.BillRunApi;
import org.billrunconsole.api.BillRunQuery;
import org.billrunconsole.api.Pages;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;

/** Reads whole lists of runs into the store. */
public final class Catalogue {

    private final BillRunApi api;
    private final RunStore store;

    public Catalogue(BillRunApi api, RunStore store) {
        this.api = api;
        this.store = store;
    }

    /**
     * Reads one run into the store.
     *
     * @throws FailureException if it cannot be read
     */
    public Run read(RunKey run) {
        var now = api.run(run);
        store.put(List.of(now));
        return now;
    }

    /**
     * Reads every run of a kind, page by page into the store; blocks.
     *
     * @param loaded told how many have been read so far, after each page
     * @return how many there are
     * @throws FailureException if the server cannot be read; what was read before stays in the store
     */
    public int load(RunKind kind, IntConsumer loaded) {
        return switch (kind) {
            case REGULAR -> load(kind, api.billRuns(BillRunQuery.all()), loaded);
            case ADHOC -> load(kind, api.adhocBillRuns(AdhocBillRunQuery.all()), loaded);
        };
    }

    private <R extends Run> int load(RunKind kind, Pages<R> pages, IntConsumer loaded) {
        var listed = new HashSet<RunKey>();
        // Pages are fetched ahead; a run that a write or a tick reads meanwhile is newer than its row here.
        var asked = store.mark();
        try (pages) {
            while (pages.hasNext()) {
                var rows = pages.next().rows();
                rows.forEach(run -> listed.add(run.key()));
                store.put(rows, asked);
                loaded.accept(listed.size());
            }
        }
        store.retain(kind, listed, asked);
        return listed.size();
    }
}
