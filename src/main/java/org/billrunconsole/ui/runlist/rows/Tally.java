package org.billrunconsole.ui.runlist.rows;

import java.util.EnumMap;
import java.util.Map;
import org.billrunconsole.domain.Progress;

/** How many rows there are of each sort; kept by adding and taking away, never counted anew. */
public final class Tally {

    private final int[] segments = new int[Segment.values().length];
    private int running;
    private int needing;

    void add(RowFacts facts) {
        count(facts, 1);
    }

    void remove(RowFacts facts) {
        count(facts, -1);
    }

    /** On how many the server is, or may be, at work. */
    public int running() {
        return running;
    }

    /** How many need attention. */
    public int needing() {
        return needing;
    }

    /** How many each part of the list holds. */
    public Map<Segment, Integer> segments() {
        var counts = new EnumMap<Segment, Integer>(Segment.class);
        for (var segment : Segment.values()) {
            counts.put(segment, segments[segment.ordinal()]);
        }
        return counts;
    }

    private void count(RowFacts facts, int more) {
        for (var segment : Segment.values()) {
            if (segment.holds(facts)) {
                segments[segment.ordinal()] += more;
            }
        }
        running += Progress.of(facts.run()).isActive() ? more : 0;
        needing += facts.attention() ? more : 0;
    }
}
