package org.billrunconsole.sandbox.seed;

import java.util.ArrayList;
import java.util.List;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.sandbox.data.Cycle;
import org.billrunconsole.sandbox.data.Cycles;
import org.billrunconsole.sandbox.lifecycle.StoredRun;

/**
 * The month end of a larger department: many open runs of one month in two currencies, more than 24 in five, nothing in suspense, and some
 * whose invoices wait for distribution. From the day after the month no check warns of any of them.
 */
final class MonthEndSeed {

    /** Every fourth is in euros. */
    private static final List<Cycle> MONTHLY = List.of(Cycles.BUSINESS, Cycles.RESIDENTIAL, Cycles.WHOLESALE,
            Cycles.PARTNERS);
    /** Beyond so many runs they are of three more currencies. */
    private static final int OF_TWO_CURRENCIES = 24;
    private static final List<Cycle> REGIONAL = List.of(Cycles.NORDIC, Cycles.ALPINE, Cycles.AMERICAS);
    /** Short, since a name has 22 characters at most. */
    private static final List<String> REGIONS = List.of("North", "South", "East", "West", "Coast", "City", "Isles",
            "Hills");
    private static final List<String> SEGMENTS = List.of("Shops", "SME", "Fleet", "Trade", "Care", "Rural");
    private static final int READY_SHARE = 4;

    private MonthEndSeed() {}

    /** So many open runs, the first with this id, and after them those that wait for distribution. */
    static List<StoredRun> runs(SeedRunFactory factory, SeedDates dates, long firstId, int open) {
        var start = dates.billed().atDay(1);
        var month = SeedDates.month(start);
        var runs = new ArrayList<StoredRun>();
        for (int i = 0; i < open; i++) {
            runs.add(factory.regular(firstId + i, SeedRun.of(month + " " + name(i), cycle(i), start, SeedState.OPEN,
                    48_000 + 7_310L * (i % 29))));
        }
        for (int i = 0; i < Math.ceilDiv(open, READY_SHARE); i++) {
            runs.add(factory.regular(firstId + open + i, SeedRun.of(month + " Ready " + (i + 1), cycle(i), start,
                    new SeedState.Ready(Stage.Known.FULL_INVOICES), 91_000 + 3_170L * i)));
        }
        return runs;
    }

    private static Cycle cycle(int number) {
        return number < OF_TWO_CURRENCIES
                ? MONTHLY.get(number % MONTHLY.size())
                : REGIONAL.get(number % REGIONAL.size());
    }

    private static String name(int number) {
        var region = REGIONS.get(number % REGIONS.size());
        var segment = SEGMENTS.get(number / REGIONS.size() % SEGMENTS.size());
        var round = number / (REGIONS.size() * SEGMENTS.size());
        return region + " " + segment + (round == 0 ? "" : round + 1);
    }
}
