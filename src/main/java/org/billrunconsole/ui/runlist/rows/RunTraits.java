package org.billrunconsole.ui.runlist.rows;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.Stage;

/**
 * What runs have to be like to be shown, beyond what the bar above the list says. All of it has to hold; of several
 * stages, and of several flags, one.
 *
 * @param periodEnd   the days on one of which the period has to end
 * @param invoiceDate the days of which the invoice date has to be one
 * @param billed      the days on one of which the period has to end, or of which the invoice date has to be one
 * @param stages      none for every stage
 * @param flags       none for every run
 */
public record RunTraits(Optional<Days> periodEnd, Optional<Days> invoiceDate, Optional<Days> billed,
        Set<Stage.Known> stages, Set<RunFlag> flags) {

    /** Days from a first to a last one, both included. */
    public record Days(LocalDate first, LocalDate last) {

        public Days {
            if (last.isBefore(first)) {
                throw new IllegalArgumentException(last + " is before " + first);
            }
        }

        /** All days of a month. */
        public static Days of(YearMonth month) {
            return new Days(month.atDay(1), month.atEndOfMonth());
        }

        /** Whether a day is one of them; one that is not known is not. */
        boolean holds(Optional<LocalDate> day) {
            return day.filter(each -> !each.isBefore(first) && !each.isAfter(last)).isPresent();
        }
    }

    /** Every run. */
    public static final RunTraits ANY = new RunTraits(Optional.empty(), Optional.empty(), Optional.empty(), Set.of(),
            Set.of());

    public RunTraits {
        stages = Set.copyOf(stages);
        flags = Set.copyOf(flags);
    }

    boolean holds(RowFacts facts) {
        var run = facts.run();
        return (periodEnd.isEmpty() || periodEnd.get().holds(periodEnd(run)))
                && (invoiceDate.isEmpty() || invoiceDate.get().holds(run.invoiceDate()))
                && (billed.isEmpty() || billed.get().holds(periodEnd(run)) || billed.get().holds(run.invoiceDate()))
                && (stages.isEmpty() || run.stage().filter(stages::contains).isPresent())
                && (flags.isEmpty() || flags.stream().anyMatch(flag -> flag.holds(facts)));
    }

    private static Optional<LocalDate> periodEnd(Run run) {
        return run instanceof BillRun regular ? regular.periodEnd() : Optional.empty();
    }
}
