package org.billrunconsole.ui.runlist;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.billrunconsole.domain.ApiCall;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.runs.ListReading;
import org.billrunconsole.runs.monitor.RunRefresh;
import org.billrunconsole.work.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The reading of a list of runs: under way, stopped, failed or done. For the window's thread. */
final class ListLoading {

    private static final Logger LOG = LoggerFactory.getLogger(ListLoading.class);

    /** How long the rest of a list waits for a window that shows nothing. */
    static final Duration LONGEST_WAIT = Duration.ofMillis(500);

    private final RunKind kind;
    private final RunRefresh refresh;
    private final TaskRunner tasks;
    private final Executor window;
    private final Runnable changed;
    private final Duration longestWait;
    private final ReadOnlyObjectWrapper<ListProgress> progress = new ReadOnlyObjectWrapper<>(new ListProgress.Quiet());
    private final ReadOnlyObjectWrapper<Optional<Failure>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final CountDownLatch firstShown = new CountDownLatch(1);
    private Optional<ListReading> reading = Optional.empty();
    private boolean complete;
    private boolean tried;

    /**
     * @param changed     told of every change of what is known here, once for each
     * @param longestWait how long the rest of a list waits for its first rows to be shown
     */
    ListLoading(RunKind kind, RunRefresh refresh, TaskRunner tasks, Executor window, Runnable changed,
            Duration longestWait) {
        this.kind = kind;
        this.refresh = refresh;
        this.tasks = tasks;
        this.window = window;
        this.changed = changed;
        this.longestWait = longestWait;
    }

    ReadOnlyObjectProperty<ListProgress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Why the last attempt failed; empty once one has gone well. */
    ReadOnlyObjectProperty<Optional<Failure>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    boolean isReading() {
        return reading.isPresent();
    }

    /** Whether the last page has ever been read. */
    boolean isComplete() {
        return complete;
    }

    /** Whether no attempt has come to an end yet. */
    boolean isFirst() {
        return !tried;
    }

    /** Reads the whole list, at first or again, unless that is being done. */
    void load() {
        if (isReading()) {
            return;
        }
        var now = new ListReading(read -> window.execute(() -> read(read)), this::awaitFirst);
        reading = Optional.of(now);
        failure.set(Optional.empty());
        progress.set(new ListProgress.Quiet());
        changed.run();
        tasks.run("load " + kind, () -> refresh.load(kind, now), this::ended, this::failed);
    }

    /** Reads no further. What has been read stays, and nobody takes it for all. */
    void stop() {
        reading.ifPresent(ListReading::stop);
        firstShown.countDown();
    }

    /** The first rows are laid out in the window. */
    void firstShown() {
        firstShown.countDown();
    }

    /**
     * Reading the rest takes the processors that the first rows need to be shown, so it begins when they are: on the
     * thread that reads.
     */
    private void awaitFirst() {
        try {
            if (!firstShown.await(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("The {} list is not on the screen and is read nevertheless", kind);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(int soFar) {
        if (isReading()) {
            progress.set(new ListProgress.Reading(soFar));
        }
    }

    private void ended(boolean whole) {
        var soFar = progress.get() instanceof ListProgress.Reading(var read) ? read : 0;
        complete |= whole;
        LOG.info("The {} list is read, {}", kind, whole ? "all of it" : "not all of it");
        end(Optional.empty(), whole || complete ? new ListProgress.Quiet() : new ListProgress.Stopped(soFar));
    }

    private void failed(Exception e) {
        if (e instanceof FailureException known) {
            end(Optional.of(known.failure()), new ListProgress.Quiet());
        } else {
            LOG.error("Loading the {} list failed unexpectedly", kind, e);
            // Something to look at and to try again, rather than a list that loads for ever.
            end(Optional.of(Failure.Unexpected.of(ApiCall.notMade("GET",
                    kind == RunKind.REGULAR ? "/bill-runs" : "/adhoc-bill-runs"), e)), new ListProgress.Quiet());
        }
    }

    private void end(Optional<Failure> why, ListProgress now) {
        reading = Optional.empty();
        tried = true;
        failure.set(why);
        progress.set(now);
        changed.run();
    }
}
