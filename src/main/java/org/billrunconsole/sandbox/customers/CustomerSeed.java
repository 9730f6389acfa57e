package org.billrunconsole.sandbox.customers;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.billrunconsole.sandbox.customers.SandboxCustomer.Standing;
import org.billrunconsole.sandbox.data.CustomerRange;
import org.billrunconsole.sandbox.data.Cycle;
import org.billrunconsole.sandbox.data.Cycles;

/** The customers that a sandbox starts with: the same for the same seed and day. */
final class CustomerSeed {

    /** In every cycle: customers by their place in it that are not like the others. */
    private static final int FIRST_EVERY = 97;
    private static final int CEASED_EVERY = 131;
    private static final int MISSING_EVERY = 9_973;
    private static final int LARGEST = 0;
    private static final int OVERCHARGED = 5;
    private static final int FIRST = 7;
    private static final int UNDERCHARGED = 9;
    private static final int CEASED = 11;
    private static final int MISSING = 13;
    private static final int BILLED_NOTHING = 17;
    private static final int RESURRECTED = 19;
    private static final int NEVER_BILLED = 23;

    private static final int WHOLE = 10_000;
    /** What was wrong is made up for exactly, so that the total shows nothing. */
    private static final int USUAL_OF_OVERCHARGED = 6_000;
    private static final int USUAL_OF_UNDERCHARGED = 13_000;
    private static final int WRONG_BY = 9_500;

    private final LocalDate today;
    private final SplittableRandom random;
    private final List<SandboxCustomer> customers = new ArrayList<>();

    private CustomerSeed(LocalDate today, long seed) {
        this.today = today;
        this.random = new SplittableRandom(seed);
    }

    /** @param more further customers of the residential cycle */
    static List<SandboxCustomer> customers(LocalDate today, long seed, int more) {
        var made = new CustomerSeed(today, seed);
        for (var cycle : Cycles.ALL) {
            var range = CustomerRange.of(cycle);
            for (int place = 0; place < range.count(); place++) {
                made.add(cycle, range.first() + place, place);
            }
        }
        var usual = CustomerRange.of(Cycles.RESIDENTIAL).count();
        for (int i = 0; i < more; i++) {
            made.add(Cycles.RESIDENTIAL, CustomerRange.FIRST_FURTHER + i, usual + i);
        }
        return List.copyOf(made.customers);
    }

    private void add(Cycle cycle, long id, int place) {
        var standing = standing(cycle, place);
        var usual = 4_000 + random.nextInt(12_000);
        var open = Math.min(16_000, Math.round(usual * (float) random.nextDouble(0.96, 1.04)));
        var start = periodStart(cycle);
        var longAgo = today.minusDays(200 + random.nextInt(2_500));
        var left = Optional.<LocalDate>empty();
        customers.add(switch (standing) {
            case USUAL, MISSING, BILLED_NOTHING -> customer(id, cycle, standing, place, longAgo, left,
                    standing == Standing.USUAL ? open : 0, usual);
            case LARGEST -> customer(id, cycle, standing, place, longAgo, left, WHOLE, WHOLE);
            case OVERCHARGED -> customer(id, cycle, standing, place, longAgo, left, USUAL_OF_OVERCHARGED + WRONG_BY,
                    USUAL_OF_OVERCHARGED);
            case UNDERCHARGED -> customer(id, cycle, standing, place, longAgo, left,
                    USUAL_OF_UNDERCHARGED - WRONG_BY, USUAL_OF_UNDERCHARGED);
            case FIRST_INVOICE -> customer(id, cycle, standing, place, start, left, open, 0);
            case RESURRECTED -> customer(id, cycle, standing, place, start, left, open, 0);
            case CEASED -> customer(id, cycle, standing, place, longAgo, Optional.of(start.minusDays(1)), 0, usual);
            case NEVER_BILLED -> customer(id, cycle, standing, place, today.plusDays(45), left, 0, 0);
        });
    }

    private static SandboxCustomer customer(long id, Cycle cycle, Standing standing, int place, LocalDate start,
            Optional<LocalDate> end, int open, int previous) {
        return new SandboxCustomer(id, cycle, standing, name(cycle, place), start, end, open, previous);
    }

    private static Standing standing(Cycle cycle, int place) {
        var wholesale = cycle.equals(Cycles.WHOLESALE);
        var incomplete = wholesale || cycle.equals(Cycles.RESIDENTIAL);
        return switch (place) {
            case LARGEST -> Standing.LARGEST;
            case OVERCHARGED -> wholesale ? Standing.OVERCHARGED : Standing.USUAL;
            case UNDERCHARGED -> wholesale ? Standing.UNDERCHARGED : Standing.USUAL;
            case RESURRECTED -> Standing.RESURRECTED;
            case NEVER_BILLED -> Standing.NEVER_BILLED;
            case BILLED_NOTHING -> cycle.equals(Cycles.RESIDENTIAL) ? Standing.BILLED_NOTHING : Standing.USUAL;
            default -> place % MISSING_EVERY == MISSING && incomplete
                    ? Standing.MISSING
                    : place % FIRST_EVERY == FIRST ? Standing.FIRST_INVOICE
                            : place % CEASED_EVERY == CEASED ? Standing.CEASED : Standing.USUAL;
        };
    }

    private static String name(Cycle cycle, int place) {
        if (cycle.equals(Cycles.RESIDENTIAL)) {
            return CustomerNames.person(place);
        }
        return cycle.equals(Cycles.WHOLESALE) || cycle.equals(Cycles.PARTNERS)
                ? CustomerNames.carrier(place)
                : CustomerNames.company(place + 31 * (int) cycle.id());
    }

    /** Of the period that is billed next. */
    private LocalDate periodStart(Cycle cycle) {
        return switch (cycle.unit()) {
            case DAILY -> today;
            case WEEKLY -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTHLY -> Cycles.billedMonth(today).atDay(1);
        };
    }
}
