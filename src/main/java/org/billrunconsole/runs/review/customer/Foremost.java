package org.billrunconsole.runs.review.customer;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the first so many of what is added, by an order, and counts all. Not safe for use by many threads. */
final class Foremost<T> {

    private final int most;
    private final Comparator<T> order;
    private final PriorityQueue<T> kept;
    private long count;

    /** @param order whose first are kept */
    Foremost(int most, Comparator<T> order) {
        this.most = most;
        this.order = order;
        this.kept = new PriorityQueue<>(order.reversed());
    }

    void add(T item) {
        count++;
        kept.add(item);
        if (kept.size() > most) {
            kept.poll();
        }
    }

    long count() {
        return count;
    }

    /** In order. */
    List<T> kept() {
        return kept.stream().sorted(order).toList();
    }
}
