package org.billrunconsole.bench.peer;

import java.util.ArrayList;
import java.util.List;

/** What was measured of one of those that are compared: milliseconds until its rows, milliseconds a key, megabytes. */
record Side(List<Double> rows, List<Double> keys, List<Double> memory) {

    Side() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
}
