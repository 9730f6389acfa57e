package org.billrunconsole.ui.runlist.rows;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.billrunconsole.domain.RunKey;

/** Rows in an order. Cannot be changed: a change makes another, which costs little more than copying the array. */
final class SortedFacts {

    /** Rows looked at between two looks at whether the answer is still wanted. */
    private static final int BETWEEN_LOOKS = 1024;

    private final RowFacts[] facts;
    private final RowOrder order;

    /** Made when it is first asked for. */
    private volatile Optional<Groups> groups;

    private SortedFacts(RowFacts[] facts, RowOrder order) {
        this(facts, order, Optional.empty());
    }

    private SortedFacts(RowFacts[] facts, RowOrder order, Optional<Groups> groups) {
        this.facts = facts;
        this.order = order;
        this.groups = groups;
    }

    /** The groups that they are in; empty if the order groups nothing. The first question goes through all of them. */
    Optional<Groups> groups() {
        if (groups.isEmpty()) {
            groups = order.grouping().map(by -> Groups.of(asList(), by));
        }
        return groups;
    }

    static SortedFacts none(RowOrder order) {
        return new SortedFacts(new RowFacts[0], order);
    }

    /** @param cancelled asked every so often; a {@link CancellationException} is thrown once that is so */
    static SortedFacts of(RowFacts[] facts, RowOrder order, BooleanSupplier cancelled) {
        return new SortedFacts(order.sort(facts, cancelled), order);
    }

    RowOrder order() {
        return order;
    }

    int size() {
        return facts.length;
    }

    RowFacts get(int place) {
        return facts[place];
    }

    List<RowFacts> asList() {
        return Arrays.asList(facts).subList(0, facts.length);
    }

    /** A copy, to be changed by whoever asked for it. */
    RowFacts[] toArray() {
        return facts.clone();
    }

    /** The place of these very facts; negative if they are not here. */
    int placeOf(RowFacts one) {
        int place = Arrays.binarySearch(facts, one, order);
        return place >= 0 && facts[place].key().equals(one.key()) ? place : -1;
    }

    /** Those of them that match, in the same order. */
    SortedFacts filter(Predicate<RowFacts> accepted, BooleanSupplier cancelled) {
        var matching = new RowFacts[facts.length];
        int count = 0;
        for (int i = 0; i < facts.length; i++) {
            if (i % BETWEEN_LOOKS == 0 && cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            if (accepted.test(facts[i])) {
                matching[count++] = facts[i];
            }
        }
        return new SortedFacts(Arrays.copyOf(matching, count), order);
    }

    /** Whether the same runs stand here in the same places. */
    boolean looksLike(SortedFacts other) {
        return Arrays.equals(facts, other.facts, (one, another) -> one.key() == another.key()
                || one.key().equals(another.key()) ? 0 : 1);
    }

    /** How many of them are among some. */
    int countAmong(Collection<RunKey> keys) {
        int count = 0;
        if (!keys.isEmpty()) {
            for (var each : facts) {
                count += keys.contains(each.key()) ? 1 : 0;
            }
        }
        return count;
    }

    /**
     * These with others in the places of some, if that leaves them in order.
     *
     * @param before what is here
     * @param now    what stands for each of them from now on
     * @return empty if it does not
     */
    Optional<SortedFacts> replace(List<RowFacts> before, List<RowFacts> now) {
        if (before.isEmpty()) {
            return Optional.of(this);
        }
        var places = before.stream().mapToInt(this::placeOf).toArray();
        var changed = facts.clone();
        for (int i = 0; i < places.length; i++) {
            changed[places[i]] = now.get(i);
        }
        for (int place : places) {
            if (place > 0 && order.compare(changed[place - 1], changed[place]) > 0
                    || place < changed.length - 1 && order.compare(changed[place], changed[place + 1]) > 0) {
                return Optional.empty();
            }
        }
        return Optional.of(new SortedFacts(changed, order, groups.map(some -> some.without(before).with(now))));
    }

    /** Where some stand, from top to bottom. */
    int[] placesOf(Collection<RowFacts> some) {
        return some.stream().mapToInt(this::placeOf).sorted().toArray();
    }

    /** These without some. */
    SortedFacts without(int[] places) {
        if (places.length == 0) {
            return this;
        }
        var left = new RowFacts[facts.length - places.length];
        int from = 0;
        for (int i = 0; i < places.length; i++) {
            System.arraycopy(facts, from, left, from - i, places[i] - from);
            from = places[i] + 1;
        }
        System.arraycopy(facts, from, left, from - places.length, facts.length - from);
        return new SortedFacts(left, order, groups.map(some -> some.without(
                IntStream.of(places).mapToObj(place -> facts[place]).toList())));
    }

    /** These and some more, each where it belongs. */
    SortedFacts with(Collection<RowFacts> some) {
        if (some.isEmpty()) {
            return this;
        }
        var more = order.sort(some.toArray(RowFacts[]::new), () -> false);
        var all = new RowFacts[facts.length + more.length];
        int from = 0;
        for (int i = 0; i < more.length; i++) {
            int found = Arrays.binarySearch(facts, from, facts.length, more[i], order);
            int to = found < 0 ? -found - 1 : found;
            System.arraycopy(facts, from, all, from + i, to - from);
            all[to + i] = more[i];
            from = to;
        }
        System.arraycopy(facts, from, all, from + more.length, facts.length - from);
        return new SortedFacts(all, order, groups.map(each -> each.with(some)));
    }
}
