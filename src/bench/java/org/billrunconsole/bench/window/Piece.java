package org.billrunconsole.bench.window;

import java.time.Duration;
import java.util.List;

/**
 * A stretch in which the window's thread was busy and nothing else could be done on it: what stood in its queue between
 * two looks at it.
 *
 * @param from  when it began, as {@link System#nanoTime()} counts
 * @param until when the thread was free for the next
 * @param work  nanoseconds of it in a processor
 * @param stood nanoseconds of it in which the machine gave the whole program no processor; not those of its own collector
 * @param seen  what the thread was seen doing, about once a millisecond in long pieces
 */
public record Piece(long from, long until, long work, long stood, List<String> seen) {

    /** How long it was of the program's own doing; what the machine did meanwhile does not count. */
    public Duration length() {
        return Duration.ofNanos(Math.max(0, Math.max(work, until - from) - stood));
    }

    public double millis() {
        return length().toNanos() / 1e6;
    }

    boolean overlaps(long since, long to) {
        return until >= since && from <= to;
    }
}
