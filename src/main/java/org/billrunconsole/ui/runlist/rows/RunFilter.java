package org.billrunconsole.ui.runlist.rows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.DisplayText;
import org.billrunconsole.domain.Run;

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
public record RunFilter(String text, Segment segment, OptionalLong cycle, boolean attention, OptionalInt dueWithin) {

    /** Lets every row through. */
    public static final RunFilter EVERYTHING = new RunFilter("", Segment.ALL, OptionalLong.empty(), false,
            OptionalInt.empty());

    /** Whether every row is let through. */
    public boolean isEverything() {
        return text.isBlank() && segment == Segment.ALL && cycle.isEmpty() && !attention && dueWithin.isEmpty();
    }

    /** Made ready to look at many rows, by one thread. */
    public Predicate<RowFacts> prepared() {
        var words = words();
        return facts -> segment.holds(facts) && (!attention || facts.attention()) && inCycle(facts.run())
                && isDue(facts) && words.stream().allMatch(word -> word.isIn(facts));
    }

    private List<Word> words() {
        var searched = DisplayText.searched(text).strip();
        return searched.isEmpty() ? List.of() : Stream.of(searched.split("\\s+")).map(Word::new).toList();
    }

    private boolean isDue(RowFacts facts) {
        return dueWithin.isEmpty()
                || facts.daysLeft().isPresent() && facts.daysLeft().getAsLong() <= dueWithin.getAsInt();
    }

    private boolean inCycle(Run run) {
        return cycle.isEmpty() || run instanceof BillRun regular && regular.billingCycleId().equals(cycle);
    }

    /** A word that is searched for. */
    private static final class Word {

        private final String text;
        private final boolean number;
        /** Many runs share few cycles. */
        private final Map<String, Boolean> cycles = new HashMap<>();

        Word(String text) {
            this.text = text;
            this.number = text.chars().allMatch(c -> c >= '0' && c <= '9');
        }

        boolean isIn(RowFacts facts) {
            return facts.searched().contains(text) || number && Long.toString(facts.key().id()).contains(text)
                    || facts.cycle().isPresent() && isInCycle(facts.cycle().get())
                    || number && facts.run() instanceof AdhocBillRun adhoc
                            && (isOneOf(adhoc.adhocProductInventoryIds())
                                    || isOneOf(adhoc.rentalProductInventoryIds()));
        }

        private boolean isInCycle(BillingCycle cycle) {
            return cycles.computeIfAbsent(cycle.name(), name -> DisplayText.searched(name).contains(text));
        }

        private boolean isOneOf(List<Long> ids) {
            return ids.stream().anyMatch(id -> Long.toString(id).equals(text));
        }
    }
}
