package org.billrunconsole.ui.runlist.rows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.Run;
import org.billrunconsole.i18n.SearchText;

/**
 * Which rows are shown.
 *
 * @param text    what the search field holds: every word of it must be found, in any order
 * @param segment which part of the list
 * @param cycle   only runs of this billing cycle
 * @param attention only runs that need attention
 * @param dueWithin only runs that can be closed for so many more days or fewer, or not any more
 * @param traits  what else they have to be like
 */
public record RunFilter(String text, Segment segment, OptionalLong cycle, boolean attention, OptionalInt dueWithin,
        RunTraits traits) {

    /** Lets every row through. */
    public static final RunFilter EVERYTHING = new RunFilter("", Segment.ALL, OptionalLong.empty(), false,
            OptionalInt.empty());

    /** Only what the bar above the list says. */
    public RunFilter(String text, Segment segment, OptionalLong cycle, boolean attention, OptionalInt dueWithin) {
        this(text, segment, cycle, attention, dueWithin, RunTraits.ANY);
    }

    /** Whether every row is let through. */
    public boolean isEverything() {
        return text.isBlank() && segment == Segment.ALL && cycle.isEmpty() && !attention && dueWithin.isEmpty()
                && traits.equals(RunTraits.ANY);
    }

    /** Made ready to look at many rows, by one thread. */
    public Predicate<RowFacts> prepared() {
        var words = words();
        return facts -> segment.holds(facts) && (!attention || facts.attention()) && inCycle(facts.run())
                && isDue(facts) && traits.holds(facts) && isIn(words, facts);
    }

    private List<Word> words() {
        return SearchText.words(text).stream().map(Word::new).toList();
    }

    private static boolean isIn(List<Word> words, RowFacts facts) {
        for (var word : words) {
            if (!word.isIn(facts)) {
                return false;
            }
        }
        return true;
    }

    private boolean isDue(RowFacts facts) {
        return dueWithin.isEmpty()
                || facts.daysLeft().isPresent() && facts.daysLeft().getAsLong() <= dueWithin.getAsInt();
    }

    private boolean inCycle(Run run) {
        return cycle.isEmpty() || run instanceof BillRun regular && regular.billingCycleId().equals(cycle);
    }

    /**
     * A word that is searched for: within the name, the sortable name, the nickname, the billing cycle's name and the id,
     * and as the whole of a product inventory id or of the id of the largest invoice's customer, which have many digits in
     * common. For one thread.
     */
    private static final class Word {

        /** No id of the contract is longer. */
        private static final int MOST_DIGITS = 18;

        private final String text;
        private final boolean plain;
        /** The number that the word is; -1 if it is none. */
        private final long number;
        /** Many runs share few cycles. */
        private final Map<String, Boolean> cycles = new HashMap<>();

        /** @param text as {@link SearchText#words} gives it */
        Word(String text) {
            this.text = text;
            this.plain = SearchText.isPlain(text);
            this.number = text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9')
                    ? Long.parseLong(text)
                    : -1;
        }

        boolean isIn(RowFacts facts) {
            return isNamed(facts) || number >= 0 && isNumber(facts.run())
                    || facts.cycle().isPresent() && isInCycle(facts.cycle().get());
        }

        private boolean isNamed(RowFacts facts) {
            if (!facts.searched().isEmpty()) {
                return facts.searched().contains(text);
            }
            var run = facts.run();
            return plain && (isIn(run.name().orElse("")) || switch (run) {
                case BillRun regular -> isIn(regular.sortableName().orElse(""));
                case AdhocBillRun adhoc -> isIn(adhoc.nickname().orElse(""));
            });
        }

        private boolean isIn(String name) {
            return SearchText.isInPlain(name, text);
        }

        private boolean isNumber(Run run) {
            return Long.toString(run.id()).contains(text) || switch (run) {
                case BillRun regular -> regular.maxInvoiceCustomerId().orElse(-1) == number;
                case AdhocBillRun adhoc -> isOneOf(adhoc.adhocProductInventoryIds())
                        || isOneOf(adhoc.rentalProductInventoryIds());
            };
        }

        private boolean isOneOf(List<Long> ids) {
            for (long id : ids) {
                if (id == number) {
                    return true;
                }
            }
            return false;
        }

        private boolean isInCycle(BillingCycle cycle) {
            return cycles.computeIfAbsent(cycle.name(), name -> SearchText.folded(name).contains(text));
        }
    }
}
