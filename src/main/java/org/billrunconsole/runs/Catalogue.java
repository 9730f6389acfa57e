package org.billrunconsole.runs;

import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.billrunconsole.api.AdhocBillRunQuery;
import org.billrunconsole.api.BillRunApi;
import org.billrunconsole.api.BillRunQuery;
import org.billrunconsole.api.Pages;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads whole lists of runs into the store. */
public final class Catalogue {

    private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);

    private static final List<RunStatus.Known> UNFINISHED = List.of(RunStatus.Known.OPEN, RunStatus.Known.CLOSED);

    /** As many as a screen shows; the rest of them come in their turn. */
    private static final int FIRST_ROWS = 100;

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
     * Reads every run of a kind, page by page into the store; blocks. A long list begins with years of finished runs, so
     * the first of those that are not finished are read after its first page.
     *
     * @return true once all have been read; false if it was stopped, so that the store holds only some
     * @throws FailureException if the server cannot be read; what was read before stays in the store
     */
    public boolean load(RunKind kind, ListReading reading) {
        return switch (kind) {
            case REGULAR -> load(kind, api.billRuns(BillRunQuery.all()), reading,
                    status -> api.billRuns(
                            BillRunQuery.all().withStatus(status).withPageSize(FIRST_ROWS).withoutReadingAhead()));
            case ADHOC -> load(kind, api.adhocBillRuns(AdhocBillRunQuery.all()), reading,
                    status -> api.adhocBillRuns(
                            AdhocBillRunQuery.all().withStatus(status).withPageSize(FIRST_ROWS).withoutReadingAhead()));
        };
    }

    private <R extends Run> boolean load(RunKind kind, Pages<R> pages, ListReading reading,
            Function<RunStatus.Known, Pages<R>> inStatus) {
        var listed = new HashSet<RunKey>();
        // Pages are fetched ahead; a run that a write or a tick reads meanwhile is newer than its row here.
        var asked = store.mark();
        var last = false;
        reading.begin(pages);
        try (pages) {
            while (!reading.isStopped() && pages.hasNext()) {
                var page = pages.next();
                page.rows().forEach(run -> listed.add(run.key()));
                store.put(page.rows(), asked);
                last = page.last();
                if (!last) {
                    var first = listed.size() == page.rows().size();
                    if (first) {
                        UNFINISHED.forEach(status -> readFirst(inStatus.apply(status)));
                    }
                    reading.read(listed.size());
                    if (first) {
                        reading.firstRead();
                    }
                }
            }
        } catch (FailureException | NoSuchElementException e) {
            // A page that was no longer wanted ends like one that could not be read.
            if (!reading.isStopped()) {
                throw e;
            }
        }
        if (reading.isStopped() && !last) {
            return false;
        }
        store.retain(kind, listed, asked);
        return true;
    }

    /** What is read ahead of its turn can wait for it, should that fail. */
    private <R extends Run> void readFirst(Pages<R> pages) {
        var asked = store.mark();
        try (pages) {
            store.put(pages.next().rows(), asked);
        } catch (FailureException e) {
            LOG.warn("Runs that are not finished cannot be read before the others: {}", e.getMessage());
        }
    }
}
