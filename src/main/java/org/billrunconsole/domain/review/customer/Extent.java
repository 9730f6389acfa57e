package org.billrunconsole.domain.review.customer;

import java.util.Optional;

/**
 * How much of a part of a review was read. A verdict on the part holds for what was read and no further.
 *
 * @param read    how many rows
 * @param missing why the rest, or all, was not read; empty if it was read to its end
 */
public record Extent(long read, Optional<NotChecked> missing) {

    public static Extent whole(long read) {
        return new Extent(read, Optional.empty());
    }

    public static Extent none(NotChecked why) {
        return new Extent(0, Optional.of(why));
    }

    public static Extent none(NotChecked.Cause why) {
        return none(NotChecked.because(why));
    }

    /** True if it was read to its end; only then may it be shown as checked. */
    public boolean isWhole() {
        return missing.isEmpty();
    }

    /** True if nothing of it was read. */
    public boolean isNothing() {
        return missing.isPresent() && read == 0;
    }
}
