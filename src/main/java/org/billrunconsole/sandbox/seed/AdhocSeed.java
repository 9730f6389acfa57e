package org.billrunconsole.sandbox.seed;

import static org.billrunconsole.domain.Stage.Known.DISTRIBUTION;
import static org.billrunconsole.domain.Stage.Known.FULL_INVOICES;
import static org.billrunconsole.domain.Stage.Known.REPORTING;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.sandbox.lifecycle.RunDetails;
import org.billrunconsole.sandbox.lifecycle.StoredRun;

/** Fifteen ad hoc runs, the newest first in the list below and with the highest id. */
final class AdhocSeed {

    private static final long NEWEST_ID = 731;
    private static final long LAST_ADHOC_ITEM = 97_100;
    private static final long LAST_RENTAL_ITEM = 49_200;
    /** The numbers that a run's items are among. */
    private static final int MOST_ITEMS = 600;
    private static final long ARCHIVED_ID = 512;
    private static final int ARCHIVED_DAYS_AGO = 260;

    private AdhocSeed() {}

    private record Row(String nickname, SeedState state, long revenue, int adhocItems, int rentalItems) {}

    static List<StoredRun> runs(SeedRunFactory factory, SeedDates dates, double speed, long seed) {
        var random = new SplittableRandom(seed);
        var rows = rows(speed);
        var stored = new ArrayList<StoredRun>();
        var adhocItems = LAST_ADHOC_ITEM;
        var rentalItems = LAST_RENTAL_ITEM;
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var id = NEWEST_ID - i;
            // An item is billed by one run; the newest has the highest numbers.
            adhocItems -= MOST_ITEMS;
            rentalItems -= MOST_ITEMS;
            var details = new RunDetails.Adhoc(Optional.of(row.nickname()).filter(text -> !text.isEmpty()),
                    items(random, adhocItems, row.adhocItems()), items(random, rentalItems, row.rentalItems()));
            stored.add(
                    factory.adhoc(id, String.format(Locale.ROOT, "AH-%06d", id), dates.today().minusDays(i),
                            row.state(),
                            row.revenue(), details));
        }
        return stored;
    }

    /** One that is finished for so long that it is in no list any more; it bills inventory 4711. */
    static List<StoredRun> archived(SeedRunFactory factory, SeedDates dates) {
        var details = new RunDetails.Adhoc(Optional.of("Line relocation"), List.of(4_702L, 4_711L, 4_733L),
                List.of(3_101L));
        return List.of(factory.adhoc(ARCHIVED_ID, "AH-000512", dates.today().minusDays(ARCHIVED_DAYS_AGO),
                finished(ARCHIVED_DAYS_AGO - 5), 1_860, details));
    }

    private static List<Row> rows(double speed) {
        return List.of(row("Maintenance charge", running(FULL_INVOICES, 41, 4, speed), 4_210, 12, 3),
                row("Credit rebill", SeedState.OPEN, 900, 2, 0), row("", finished(2), 12_480, 48, 3),
                row("Router swap-out", new SeedState.Ready(REPORTING), 7_725, 50, 0),
                row("Site survey fees", SeedState.OPEN, 1_340, 6, 0),
                row("Fibre install batch 7", new SeedState.Ready(FULL_INVOICES), 22_960, 31, 14),
                row("Early termination", running(REPORTING, 28, 3, speed), 3_115, 4, 1),
                row("Handset upgrade Q4", running(DISTRIBUTION, 73, 5, speed), 18_402, 77, 0),
                row("", SeedState.OPEN, 260, 1, 0), row("Goodwill credits", finished(9), 640, 9, 0),
                row("Number porting", finished(10), 1_975, 20, 0), row("Fibre install batch 6", finished(11), 20_115,
                        29, 12),
                row("Hardware returns", finished(12), 5_480, 17, 2), row("Directory entries", finished(13), 310, 5, 0),
                row("Maintenance charge", finished(14), 4_095, 12, 3));
    }

    private static Row row(String nickname, SeedState state, long revenue, int adhocItems, int rentalItems) {
        return new Row(nickname, state, revenue, adhocItems, rentalItems);
    }

    private static SeedState running(Stage.Known stage, int percent, int minutes,
            double speed) {
        return new SeedState.Running(stage, percent,
                Duration.ofMillis((long) Math.max(1, Duration.ofMinutes(minutes).toMillis() / speed)));
    }

    private static SeedState finished(int daysAgo) {
        return new SeedState.Finished(Duration.ofDays(daysAgo));
    }

    private static List<Long> items(SplittableRandom random, long from, int count) {
        var items = new ArrayList<Long>();
        var next = from;
        for (int i = 0; i < count; i++) {
            next += 1 + random.nextInt(7);
            items.add(next);
        }
        return List.copyOf(items);
    }
}
