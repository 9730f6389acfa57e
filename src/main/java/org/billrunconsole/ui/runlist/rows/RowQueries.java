package org.billrunconsole.ui.runlist.rows;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.work.Cancellable;
import org.billrunconsole.work.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has queries of long lists answered away from the window's thread, the last one only. For the window's thread. */
final class RowQueries {

    /** Takes an answer. */
    @FunctionalInterface
    interface Receiver {

        /** @param since what was known at the time of the question of the runs that have come, gone or changed since */
        void answered(RowQuery query, RowQuery.Answer answer, Map<RunKey, Optional<RowFacts>> since);
    }

    private static final Logger LOG = LoggerFactory.getLogger(RowQueries.class);

    private final TaskRunner tasks;
    private Optional<Running> running = Optional.empty();

    RowQueries(TaskRunner tasks) {
        this.tasks = tasks;
    }

    /** The query whose answer is awaited. */
    Optional<RowQuery> awaited() {
        return running.map(each -> each.query);
    }

    /** Has a query answered in place of the one before. */
    void ask(RowQuery query, Receiver receiver) {
        stop();
        var now = new Running(query);
        running = Optional.of(now);
        var task = tasks.run("rows of the list", () -> query.answer(now.cancelled::get), answer -> {
            if (isAwaited(now)) {
                running = Optional.empty();
                receiver.answered(query, answer, now.since);
            }
        }, e -> {
            if (isAwaited(now)) {
                running = Optional.empty();
                LOG.error("The rows of a list cannot be filtered or sorted", e);
            }
        });
        now.task = Optional.of(task);
    }

    /** Waits for no answer any more. */
    void stop() {
        running.ifPresent(Running::cancel);
        running = Optional.empty();
    }

    /** What is known of a run is about to be replaced. */
    void note(RunKey key, Optional<RowFacts> before) {
        running.ifPresent(each -> each.since.putIfAbsent(key, before));
    }

    private boolean isAwaited(Running one) {
        return running.filter(each -> each == one).isPresent();
    }

    private static final class Running {

        private final RowQuery query;
        private final AtomicBoolean cancelled = new AtomicBoolean();
        private final Map<RunKey, Optional<RowFacts>> since = new HashMap<>();
        private Optional<Cancellable> task = Optional.empty();

        Running(RowQuery query) {
            this.query = query;
        }

        void cancel() {
            cancelled.set(true);
            task.ifPresent(Cancellable::cancel);
        }
    }
}
