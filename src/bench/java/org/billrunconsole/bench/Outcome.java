package org.billrunconsole.bench;

import java.util.List;
import java.util.Optional;

/**
 * What came of a measurement.
 *
 * @param measurement its name
 * @param figures     none if it could not be measured
 * @param missing     why there are none; empty if there are
 */
record Outcome(String measurement, List<Figure> figures, Optional<String> missing) {

    static Outcome of(String measurement, List<Figure> figures) {
        return new Outcome(measurement, List.copyOf(figures), Optional.empty());
    }

    static Outcome missing(String measurement, String why) {
        return new Outcome(measurement, List.of(), Optional.of(why));
    }
}
