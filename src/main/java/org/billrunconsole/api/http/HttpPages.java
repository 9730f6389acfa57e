package org.billrunconsole.api.http;

import java.util.Deque;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.billrunconsole.api.Page;
import org.billrunconsole.api.Pages;
import org.billrunconsole.api.http.transport.CallContext;
import org.billrunconsole.api.http.transport.Endpoint;
import org.billrunconsole.api.http.transport.FailureLog;
import org.billrunconsole.api.http.wire.AnswerReaders.Rows;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.FailureException;

/**
 * Reads a list page by page. The first page is asked for alone; once the caller wants a second, the next ones are asked
 * for ahead, so that a list of one page costs one request, nothing hinders the caller from showing the first, and a long
 * list does not wait for its reader. Used by one thread, but for
 * {@link #close}.
 */
final class HttpPages<T> implements Pages<T> {

    /** Where pages come from. */
    @FunctionalInterface
    interface Source<T> {

        /** @param number from 1 */
        Rows<T> page(int number);
    }

    private final Source<T> source;
    private final ListBounds<T> bounds;
    private final Endpoint list;
    private final int pageSize;
    private final int mostPages;
    private final int most;
    private final Deque<FutureTask<Rows<T>>> ahead = new ConcurrentLinkedDeque<>();
    private final CallContext context;
    private int asked;
    private int given;
    private volatile boolean done;

    /** @param most how many pages the reader may be ahead of the caller; 0 to read a page when it is wanted */
    HttpPages(Source<T> source, ListBounds<T> bounds, Endpoint list, int pageSize, int mostPages, int most) {
        this.source = source;
        this.bounds = bounds;
        this.list = list;
        this.pageSize = pageSize;
        this.mostPages = mostPages;
        this.most = most;
        this.context = CallContext.begin(list);
    }

    @Override
    public boolean hasNext() {
        return !done;
    }

    @Override
    public Page<T> next() {
        if (done) {
            throw new NoSuchElementException();
        }
        try {
            return page();
        } catch (FailureException e) {
            close();
            throw e;
        }
    }

    private Page<T> page() {
        if (given == mostPages) {
            throw tooLong("The list does not end within " + mostPages + " pages");
        }
        askAhead(given == 0 ? 1 : Math.max(1, most));
        var page = take();
        given++;
        boolean last = page.received() < pageSize;
        if (last) {
            close();
        } else if (given > 1) {
            askAhead(most);
        }
        var fresh = bounds.unseen(page);
        var excess = bounds.excess(last);
        if (excess.isPresent()) {
            throw tooLong(excess.get());
        }
        return new Page<>(fresh, last);
    }

    private FailureException tooLong(String how) {
        var failure = new Failure.ListTooLong(context.unanswered(), how);
        FailureLog.failed(failure);
        return new FailureException(failure);
    }

    private void askAhead(int pages) {
        while (ahead.size() < pages && asked < mostPages && !done) {
            int number = ++asked;
            var task = new FutureTask<>(() -> source.page(number));
            ahead.add(task);
            Thread.ofVirtual().name("page " + number + " of " + list.path()).start(task);
        }
        if (done) {
            // Closed by another thread in between.
            close();
        }
    }

    private Rows<T> take() {
        var task = ahead.peek();
        try {
            // A page that has come already would be taken without a look at whether it is still wanted.
            if (task == null || done || Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            var rows = task.get();
            ahead.poll();
            return rows;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new FailureException(new Failure.Cancelled(context.unanswered()));
        } catch (CancellationException _) {
            throw new FailureException(new Failure.Cancelled(context.unanswered()));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof FailureException failure
                    ? failure
                    : new IllegalStateException("Reading a page failed", e.getCause());
        }
    }

    @Override
    public void close() {
        done = true;
        for (var task = ahead.poll(); task != null; task = ahead.poll()) {
            task.cancel(true);
        }
    }
}
