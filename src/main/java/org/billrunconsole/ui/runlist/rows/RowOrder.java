package org.billrunconsole.ui.runlist.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;

/**
 * The order of rows: by some columns, each where those before it are equal, and at last by the run's id. So no two rows
 * are equal, each is found by halving, and rows of one value keep their places.
 *
 * @param columns may be none
 */
public record RowOrder(List<Column> columns) implements Comparator<RowFacts> {

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

    public RowOrder {
        columns = List.copyOf(columns);
    }

    /** By one number, the smallest first. */
    public static RowOrder by(ToLongFunction<RowFacts> number) {
        return new RowOrder(List.of(new Column(new SortValue.Number(number), false)));
    }

    @Override
    public RowOrder reversed() {
        return new RowOrder(columns.stream().map(each -> new Column(each.value(), !each.descending())).toList());
    }

    @Override
    public int compare(RowFacts one, RowFacts other) {
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
