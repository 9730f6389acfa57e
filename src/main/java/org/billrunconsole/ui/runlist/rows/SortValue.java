package org.billrunconsole.ui.runlist.rows;

import java.text.CollationKey;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The value of a column by which rows are put in order; a function of the facts and of nothing else. */
public sealed interface SortValue {

    /** A number, or a day as one. */
    record Number(ToLongFunction<RowFacts> value) implements SortValue {

        @Override
        public int compare(RowFacts one, RowFacts other) {
            return Long.compare(value.applyAsLong(one), value.applyAsLong(other));
        }

        @Override
        public Places places(RowFacts[] facts) {
            var values = new long[facts.length];
            for (int i = 0; i < facts.length; i++) {
                values[i] = value.applyAsLong(facts[i]);
            }
            return (one, other) -> Long.compare(values[one], values[other]);
        }
    }

    /** A text, as people of the locale look it up. */
    record Text(Function<RowFacts, CollationKey> value) implements SortValue {

        @Override
        public int compare(RowFacts one, RowFacts other) {
            return value.apply(one).compareTo(value.apply(other));
        }

        @Override
        public Places places(RowFacts[] facts) {
            var values = new CollationKey[facts.length];
            for (int i = 0; i < facts.length; i++) {
                values[i] = value.apply(facts[i]);
            }
            return (one, other) -> values[one].compareTo(values[other]);
        }
    }

    /** Compares what stands at two places of an array. */
    @FunctionalInterface
    interface Places {

        int compare(int one, int other);
    }

    /** Compares two rows. */
    int compare(RowFacts one, RowFacts other);

    /** For comparing many rows often: each row's value is worked out once. */
    Places places(RowFacts[] facts);
}
