package org.billrunconsole.bench;

import java.util.Arrays;
import java.util.Collection;

/** What several runs gave, and what is said of them. */
public final class Samples {

    private static final double LOWER = 0.25;
    private static final double UPPER = 0.75;

    private final double[] sorted;

    private Samples(double[] values) {
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    /** @throws IllegalArgumentException if there are none */
    public static Samples of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("Nothing was measured");
        }
        return new Samples(values);
    }

    /** @throws IllegalArgumentException if there are none */
    public static Samples of(Collection<? extends Number> values) {
        return of(values.stream().mapToDouble(Number::doubleValue).toArray());
    }

    public int size() {
        return sorted.length;
    }

    public double median() {
        return at(0.5);
    }

    /** Upper less lower quartile. */
    public double spread() {
        return at(UPPER) - at(LOWER);
    }

    public double largest() {
        return sorted[sorted.length - 1];
    }

    /**
     * The value below which a share of them lies, between two neighbours in proportion.
     *
     * @param share 0 to 1
     */
    public double at(double share) {
        var place = share * (sorted.length - 1);
        var below = (int) Math.floor(place);
        var above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
    }
}
