package org.billrunconsole.sandbox.lifecycle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.sandbox.data.Cycle;

/** The fields that only one kind of run has. */
public sealed interface RunDetails {

    RunKind kind();

    /**
     * Of a regular run.
     *
     * @param usageUntil      last day whose usage is part of the run
     * @param largestCustomer customer of the largest invoice
     */
    record Regular(Cycle cycle, LocalDate periodStart, LocalDate periodEnd, LocalDate usageUntil, boolean parallel,
            boolean paused, BigDecimal largestInvoice, long largestCustomer) implements RunDetails {

        @Override
        public RunKind kind() {
            return RunKind.REGULAR;
        }

        Regular movedTo(LocalDate start) {
            var end = cycle.endOf(start);
            return new Regular(cycle, start, end, end, parallel, paused, largestInvoice, largestCustomer);
        }

        Regular withPaused(boolean wanted) {
            return new Regular(cycle, periodStart, periodEnd, usageUntil, parallel, wanted, largestInvoice,
                    largestCustomer);
        }
    }

    /** Of an ad hoc run. */
    record Adhoc(Optional<String> nickname, List<Long> adhocItems, List<Long> rentalItems) implements RunDetails {

        @Override
        public RunKind kind() {
            return RunKind.ADHOC;
        }

        Adhoc withNickname(String text) {
            return new Adhoc(Optional.of(text), adhocItems, rentalItems);
        }
    }
}
