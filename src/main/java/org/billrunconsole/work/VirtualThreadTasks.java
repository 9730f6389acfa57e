package org.billrunconsole.work;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One virtual thread for each piece of work. */
public final class VirtualThreadTasks implements TaskRunner {

    private final Executor window;

    /** @param window where outcomes are delivered */
    public VirtualThreadTasks(Executor window) {
        this.window = window;
    }

    @Override
    public <T> Cancellable run(String name, Callable<T> work, Consumer<? super T> done,
            Consumer<? super Exception> failed) {
        var cancelled = new AtomicBoolean();
        var thread = Thread.ofVirtual().name(name).unstarted(() -> {
            Runnable outcome;
            try {
                var result = work.call();
                outcome = () -> done.accept(result);
            } catch (Exception e) {
                outcome = () -> failed.accept(e);
            } catch (Error e) {
                // Whoever waits must not wait for ever, whatever went wrong.
                outcome = () -> failed.accept(new ExecutionException(e));
            }
            var delivered = outcome;
            window.execute(() -> {
                if (!cancelled.get()) {
                    delivered.run();
                }
            });
        });
        thread.start();
        return () -> {
            cancelled.set(true);
            thread.interrupt();
        };
    }
}
