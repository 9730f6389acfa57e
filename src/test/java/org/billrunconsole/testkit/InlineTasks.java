package org.billrunconsole.testkit;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.billrunconsole.work.Cancellable;
import org.billrunconsole.work.TaskRunner;

/** Does the work at once, on the caller's thread. */
public final class InlineTasks implements TaskRunner {

    @Override
    public <T> Cancellable run(String name, Callable<T> work, Consumer<? super T> done,
            Consumer<? super Exception> failed) {
        T result;
        try {
            result = work.call();
        } catch (Exception e) {
            failed.accept(e);
            return () -> {};
        } catch (Error e) {
            failed.accept(new ExecutionException(e));
            return () -> {};
        }
        done.accept(result);
        return () -> {};
    }
}
