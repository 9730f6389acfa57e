package org.billrunconsole.work;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Runs what may block away from the window's thread and brings the outcome back to it. */
public interface TaskRunner {

    /**
     * Starts work.
     *
     * @param name   for thread dumps and the log
     * @param work   may block; interrupted when cancelled
     * @param done   called on the window's thread with the result
     * @param failed called on the window's thread with what was thrown, an {@link Error} as the cause of an
     *               {@link java.util.concurrent.ExecutionException}; neither is called after a cancel
     */
    <T> Cancellable run(String name, Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed);
}
