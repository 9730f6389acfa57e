package org.billrunconsole.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.billrunconsole.work.Cancellable;
import org.billrunconsole.work.Scheduler;

/** A clock and a scheduler whose time moves only when a test says so; what falls due runs on the test's thread. */
public final class ManualTime implements InstantSource, Scheduler {

    private static final Instant START = Instant.parse("2026-11-24T09:00:00Z");

    private record Due(Instant when, Runnable work) {}

    private final List<Due> due = new CopyOnWriteArrayList<>();
    private Instant now = START;
    private Duration wall = Duration.ZERO;

    @Override
    public Instant instant() {
        return now.plus(wall);
    }

    @Override
    public Duration now() {
        return Duration.between(START, now);
    }

    /** Sets the computer's date and time forward or, by a negative length, back; no time goes by. */
    public void setClock(Duration by) {
        wall = wall.plus(by);
    }

    @Override
    public Cancellable after(Duration delay, Runnable work) {
        var entry = new Due(now.plus(delay), work);
        due.add(entry);
        return () -> due.remove(entry);
    }

    /** Moves on, running what falls due on the way at its own time. */
    public void advance(Duration by) {
        var until = now.plus(by);
        for (var next = next(until); next.isPresent(); next = next(until)) {
            due.remove(next.get());
            now = next.get().when();
            next.get().work().run();
        }
        now = until;
    }

    /** How long until the next thing falls due; empty if nothing will. */
    public Optional<Duration> untilNext() {
        return due.stream().map(Due::when).min(Comparator.naturalOrder()).map(when -> Duration.between(now, when));
    }

    private Optional<Due> next(Instant until) {
        return due.stream().filter(entry -> !entry.when().isAfter(until)).min(Comparator.comparing(Due::when));
    }
}
