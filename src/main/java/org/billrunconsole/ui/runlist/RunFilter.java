package org.billrunconsole.ui.runlist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.DisplayText;
import org.billrunconsole.domain.Run;
import org.billrunconsole.runs.ReferenceData;

/**
 * Which rows are shown.
 *
 * @param text    what the search field holds: every word of it must be found in name, id, cycle, nickname or a product
 *                inventory id
 * @param segment which part of the list
 * @param cycle   only runs of this billing cycle
 * @param attention only runs that need attention
 * @param dueWithin only runs that can be closed for so many more days or fewer, or not any more
 */
record RunFilter(String text, Segment segment, OptionalLong cycle, boolean attention, OptionalInt dueWithin) {

    boolean accepts(RunRow row, ReferenceData referenceData, Instant now) {
        return segment.holds(row, now) && (!attention || row.needsAttention()) && inCycle(row.run()) && isDue(row)
                && words().stream()
                        .allMatch(word -> mentions(row.run(), word, referenceData));
    }

    private List<String> words() {
        var searched = DisplayText.searched(text).strip();
        return searched.isEmpty() ? List.of() : List.of(searched.split("\\s+"));
    }

    private boolean isDue(RunRow row) {
        return dueWithin.isEmpty()
                || row.daysLeft().isPresent() && row.daysLeft().getAsLong() <= dueWithin.getAsInt();
    }

    private boolean inCycle(Run run) {
        return cycle.isEmpty() || run instanceof BillRun regular && regular.billingCycleId().equals(cycle);
    }

    private static boolean mentions(Run run, String word, ReferenceData referenceData) {
        return holds(run.name(), word) || Long.toString(run.id()).contains(word) || switch (run) {
            case BillRun _ -> holds(referenceData.cycleOf(run).map(BillingCycle::name), word);
            case AdhocBillRun adhoc -> holds(adhoc.nickname(), word) || holdsId(adhoc.adhocProductInventoryIds(), word)
                    || holdsId(adhoc.rentalProductInventoryIds(), word);
        };
    }

    private static boolean holds(Optional<String> text, String word) {
        return text.filter(value -> DisplayText.searched(value).contains(word)).isPresent();
    }

    private static boolean holdsId(List<Long> ids, String word) {
        return ids.stream().anyMatch(id -> Long.toString(id).equals(word));
    }
}
