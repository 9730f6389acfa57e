package org.billrunconsole.sandbox.seed;

import java.time.LocalDate;
import org.billrunconsole.sandbox.data.Cycle;

/**
 * The description of a regular run to start with.
 *
 * @param revenue        whole units of the cycle's currency for the whole period
 * @param largest        largest invoice
 * @param usageDaysShort how many days before the period's end the usage is cut off
 */
record SeedRun(String name, Cycle cycle, LocalDate start, SeedState state, long revenue, double largest, long usage,
        long rental, boolean paused, boolean parallel, int usageDaysShort) {

    static SeedRun of(String name, Cycle cycle, LocalDate start, SeedState state, long revenue) {
        return new SeedRun(name, cycle, start, state, revenue, revenue * 0.0042, 0, 0, false, false, 0);
    }

    SeedRun withSuspense(long usageRecords, long rentalRecords) {
        return new SeedRun(name, cycle, start, state, revenue, largest, usageRecords, rentalRecords, paused, parallel,
                usageDaysShort);
    }

    SeedRun withLargest(double amount) {
        return new SeedRun(name, cycle, start, state, revenue, amount, usage, rental, paused, parallel,
                usageDaysShort);
    }

    SeedRun asPaused() {
        return new SeedRun(name, cycle, start, state, revenue, largest, usage, rental, true, parallel, usageDaysShort);
    }

    SeedRun asParallel() {
        return new SeedRun(name, cycle, start, state, revenue, largest, usage, rental, paused, true, usageDaysShort);
    }

    SeedRun withUsageCutOff(int daysBeforeTheEnd) {
        return new SeedRun(name, cycle, start, state, revenue, largest, usage, rental, paused, parallel,
                daysBeforeTheEnd);
    }
}
