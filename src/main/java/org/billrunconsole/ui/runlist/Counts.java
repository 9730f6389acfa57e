package org.billrunconsole.ui.runlist;

import java.util.Map;
import org.billrunconsole.ui.runlist.rows.Segment;

/**
 * How many runs there are.
 *
 * @param loaded   how many have been read
 * @param shown    how many of them the filters let through
 * @param running  on how many the server is, or may be, at work
 * @param needing  how many need attention
 * @param complete whether the last page has been read; until then {@code loaded} is not the total
 * @param segments how many each part of the list holds
 */
public record Counts(int loaded, int shown, int running, int needing, boolean complete,
        Map<Segment, Integer> segments) {

    static final Counts NONE = new Counts(0, 0, 0, 0, false, Map.of());

    public Counts {
        segments = Map.copyOf(segments);
    }
}
