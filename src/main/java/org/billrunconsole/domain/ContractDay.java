package org.billrunconsole.domain;

import java.time.LocalDate;

/** Days as the contract can write them, {@code yyyy-MM-dd}: of the years 1 to 9999. */
public final class ContractDay {

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private ContractDay() {}

    /** True if the contract has a form for the day. */
    public static boolean is(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }
}
