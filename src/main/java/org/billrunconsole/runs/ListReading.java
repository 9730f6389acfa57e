package org.billrunconsole.runs;

import java.util.Optional;
import java.util.function.IntConsumer;
import org.billrunconsole.api.Pages;

/** One reading of a whole list, which can be stopped. For any thread. */
public final class ListReading {

    private final IntConsumer soFar;
    private final Runnable beforeRest;
    private volatile boolean stopped;
    private volatile Optional<Pages<?>> pages = Optional.empty();

    /**
     * @param soFar      told after each page but the last how many runs have been read, on the thread that reads
     * @param beforeRest run on the thread that reads once the first runs of a long list are in the store; the rest is
     *                   read when it returns
     */
    public ListReading(IntConsumer soFar, Runnable beforeRest) {
        this.soFar = soFar;
        this.beforeRest = beforeRest;
    }

    /** One that nobody watches. */
    public static ListReading unwatched() {
        return new ListReading(_ -> {}, () -> {});
    }

    /** Reads no further; a page that is on its way is not waited for. What has been read stays. */
    public void stop() {
        stopped = true;
        pages.ifPresent(Pages::close);
    }

    public boolean isStopped() {
        return stopped;
    }

    void begin(Pages<?> from) {
        pages = Optional.of(from);
        if (stopped) {
            from.close();
        }
    }

    void firstRead() {
        beforeRest.run();
    }

    void read(int count) {
        soFar.accept(count);
    }
}
