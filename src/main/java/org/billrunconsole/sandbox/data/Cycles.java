package org.billrunconsole.sandbox.data;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.billrunconsole.sandbox.data.Cycle.AutoClose;
import org.billrunconsole.sandbox.data.Cycle.Unit;
import org.billrunconsole.sandbox.data.Cycle.Window;

/** The billing cycles of the sandbox. */
public final class Cycles {

    /** 15 days each side of the period's end, the vendor's default. */
    private static final Window USUAL = new Window(15, 15);

    public static final Cycle BUSINESS = monthly(1, "Monthly Business", "Retail", "GBP", Optional.empty());
    public static final Cycle RESIDENTIAL = monthly(2, "Monthly Residential", "Retail", "GBP", Optional.empty());
    public static final Cycle WHOLESALE = monthly(3, "Wholesale", "Wholesale", "GBP", Optional.empty());
    public static final Cycle PARTNERS = monthly(4, "Partners", "Wholesale", "EUR", Optional.empty());
    /** Closes on the last day on which closing is possible, so that a forgotten run is not lost. */
    public static final Cycle SME = monthly(5, "Monthly SME", "Retail", "GBP",
            Optional.of(new AutoClose(15, LocalTime.of(23, 59), Person.SYSTEM.id())));
    public static final Cycle WEEKLY = new Cycle(6, "Weekly", "Retail", "GBP", Unit.WEEKLY, 1, new Window(3, 15),
            Optional.of(new AutoClose(1, LocalTime.of(2, 0), Person.SYSTEM.id())));
    public static final Cycle IOT = new Cycle(7, "IoT Daily", "IoT", "USD", Unit.DAILY, 1, new Window(1, 7),
            Optional.empty());

    public static final Cycle NORDIC = monthly(8, "Nordic", "Regions", "SEK", Optional.empty());
    public static final Cycle ALPINE = monthly(9, "Alpine", "Regions", "CHF", Optional.empty());
    public static final Cycle AMERICAS = monthly(10, "Americas", "Regions", "USD", Optional.empty());

    /** Those of the believable set, whose customers can be reviewed. */
    public static final List<Cycle> ALL = List.of(BUSINESS, RESIDENTIAL, WHOLESALE, PARTNERS, SME, WEEKLY, IOT);

    /** Those that the server tells of: also the cycles that only a large month end has runs of. */
    public static final List<Cycle> LISTED = Stream.concat(ALL.stream(), Stream.of(NORDIC, ALPINE, AMERICAS)).toList();

    private static final int MIDDLE_OF_MONTH = 16;

    private Cycles() {}

    /** The month that is being billed on a day: the one whose end is no more than 15 days away, before or after it. */
    public static YearMonth billedMonth(LocalDate today) {
        var month = YearMonth.from(today);
        return today.getDayOfMonth() >= MIDDLE_OF_MONTH ? month : month.minusMonths(1);
    }

    private static Cycle monthly(long id, String name, String group, String currency, Optional<AutoClose> autoClose) {
        return new Cycle(id, name, group, currency, Unit.MONTHLY, 1, USUAL, autoClose);
    }
}
