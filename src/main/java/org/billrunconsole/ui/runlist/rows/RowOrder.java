package org.billrunconsole.ui.runlist.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.billrunconsole.domain.Run;

/**
 * The order of rows: by some columns, each where those before it are equal, and at last by the run's id. So no two rows
 * are equal, each is found by halving, and rows of one value keep their places.
 *
 * @param grouping what comes before all columns; empty if rows are not grouped
 * @param columns  may be none
 */
public record RowOrder(Optional<Grouping> grouping, List<Column> columns) implements Comparator<RowFacts> {

    /** Rows compared between two looks at whether the order is still wanted. */
    private static final int BETWEEN_LOOKS = 1024;

    /** By id. */
    public static final RowOrder BY_ID = new RowOrder(List.of());

    /** A column to sort by, and its direction. */
    public record Column(SortValue value, boolean descending) {

        int directed(int ascending) {
            return descending ? Integer.compare(0, ascending) : ascending;
        }
    }

    /**
     * What rows are grouped by. Rows of one key are one group, wherever they came from.
     *
     * @param name     by which it is remembered
     * @param order    of the groups; no two keys are equal by it
     * @param currency code of what a run's money is in, if that is known
     */
    public record Grouping(String name, Function<RowFacts, GroupRow.Key> key, Comparator<GroupRow.Key> order,
            Function<Run, Optional<String>> currency) {

        int compare(RowFacts one, RowFacts other) {
            return order.compare(key.apply(one), key.apply(other));
        }

        /** For comparing many rows often: there are few keys, which are put in order once. */
        SortValue.Places places(RowFacts[] facts) {
            var keys = new HashMap<GroupRow.Key, Integer>();
            var each = new GroupRow.Key[facts.length];
            for (int i = 0; i < facts.length; i++) {
                each[i] = key.apply(facts[i]);
                keys.put(each[i], 0);
            }
            int rank = 0;
            for (var known : keys.keySet().stream().sorted(order).toList()) {
                keys.put(known, rank++);
            }
            var ranks = new int[facts.length];
            for (int i = 0; i < facts.length; i++) {
                ranks[i] = keys.getOrDefault(each[i], 0);
            }
            return (one, other) -> Integer.compare(ranks[one], ranks[other]);
        }
    }

    public RowOrder {
        columns = List.copyOf(columns);
    }

    /** Of rows that are not grouped. */
    public RowOrder(List<Column> columns) {
        this(Optional.empty(), columns);
    }

    /** By one number, the smallest first. */
    public static RowOrder by(ToLongFunction<RowFacts> number) {
        return new RowOrder(List.of(new Column(new SortValue.Number(number), false)));
    }

    @Override
    public RowOrder reversed() {
        return new RowOrder(grouping,
                columns.stream().map(each -> new Column(each.value(), !each.descending())).toList());
    }

    @Override
    public int compare(RowFacts one, RowFacts other) {
        int apart = grouping.isEmpty() ? 0 : grouping.get().compare(one, other);
        if (apart != 0) {
            return apart;
        }
        for (var column : columns) {
            int difference = column.directed(column.value().compare(one, other));
            if (difference != 0) {
                return difference;
            }
        }
        return Long.compare(one.key().id(), other.key().id());
    }

    /**
     * The same rows in this order.
     *
     * @param cancelled asked every so often
     * @throws CancellationException once that is so
     */
    RowFacts[] sort(RowFacts[] facts, BooleanSupplier cancelled) {
        var places = new ArrayList<SortValue.Places>();
        grouping.ifPresent(by -> places.add(by.places(facts)));
        for (var column : columns) {
            refuseIf(cancelled);
            var keys = column.value().places(facts);
            places.add((one, other) -> column.directed(keys.compare(one, other)));
        }
        places.add((one, other) -> Long.compare(facts[one].key().id(), facts[other].key().id()));
        var order = new Integer[facts.length];
        Arrays.setAll(order, Integer::valueOf);
        Arrays.sort(order, new Comparator<>() {
            private int compared;

            @Override
            public int compare(Integer one, Integer other) {
                if (++compared % BETWEEN_LOOKS == 0) {
                    refuseIf(cancelled);
                }
                int difference = 0;
                for (int i = 0; difference == 0 && i < places.size(); i++) {
                    difference = places.get(i).compare(one, other);
                }
                return difference;
            }
        });
        var sorted = new RowFacts[facts.length];
        Arrays.setAll(sorted, at -> facts[order[at]]);
        return sorted;
    }

    private static void refuseIf(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
    }
}
