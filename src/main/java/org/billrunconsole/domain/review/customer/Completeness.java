package org.billrunconsole.domain.review.customer;

import java.util.List;

/**
 * Whether every customer that is active in the period is billed.
 *
 * @param extent how many customers of the cycle were looked at; nothing unless all values were read
 * @param active how many of them are active in the period
 * @param count  how many of those have no value, however many are listed
 * @param listed by id
 */
public record Completeness(Extent extent, long active, long count, List<NotBilled> listed) {

    public Completeness {
        listed = List.copyOf(listed);
    }

    public static Completeness none(NotChecked why) {
        return new Completeness(Extent.none(why), 0, 0, List.of());
    }

    /** How many are not listed. */
    public long unlisted() {
        return count - listed.size();
    }
}
