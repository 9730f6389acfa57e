package org.billrunconsole.domain.review.customer;

import java.util.List;
import java.util.Optional;
import org.billrunconsole.domain.RunKey;

/**
 * Which runs bill an inventory item, and who said so.
 *
 * @param inventoryId the item; ad hoc and rental items have numbers of their own, so that it may be two things
 * @param found       the runs that bill it
 * @param asked       where was looked, in that order
 */
public record ItemRuns(long inventoryId, List<Found> found, List<Asked> asked) {

    /** Where was looked. */
    public enum Source {
        /** The runs that this console has loaded. */
        LOADED_RUNS,
        /** {@code GET /adhoc-inventories/{id}}. */
        ADHOC_INVENTORY,
        /** {@code GET /rental-combined-records?rentalProductInventoryId=}. */
        RENTAL_RECORDS
    }

    /** What kind of item it is. */
    public enum Item {
        ADHOC, RENTAL
    }

    /** A run that bills it; it may be one that is not loaded. */
    public record Found(RunKey run, Item item, Source source) {}

    /**
     * A place that was asked.
     *
     * @param notChecked why it did not answer; empty if it did. {@code NOT_FOUND} is an answer too: there is no such
     *                   item, or none that this user may see
     */
    public record Asked(Source source, Optional<NotChecked> notChecked) {

        /** True if it has said something of the item, be it that there is none. */
        public boolean isAnswered() {
            return notChecked.filter(why -> why.cause() != NotChecked.Cause.NOT_FOUND).isEmpty();
        }
    }

    public ItemRuns {
        found = List.copyOf(found);
        asked = List.copyOf(asked);
    }

    /** True if no run bills it that this user may see; false also if somebody could not be asked. */
    public boolean isNowhere() {
        return found.isEmpty() && asked.stream().allMatch(Asked::isAnswered);
    }
}
