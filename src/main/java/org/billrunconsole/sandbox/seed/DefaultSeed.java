package org.billrunconsole.sandbox.seed;

import static org.billrunconsole.domain.Stage.Known.DISTRIBUTION;
import static org.billrunconsole.domain.Stage.Known.DRAFT_INVOICES;
import static org.billrunconsole.domain.Stage.Known.FULL_INVOICES;
import static org.billrunconsole.domain.Stage.Known.REPORTING;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.sandbox.data.Cycle;
import org.billrunconsole.sandbox.data.Cycles;
import org.billrunconsole.sandbox.lifecycle.StoredRun;

/**
 * The default set of runs: a billing department in the middle of its month end, whatever day it is today. Every state
 * that the console shows is there, and several open runs can be closed today.
 */
final class DefaultSeed {

    private static final int MONTHS = 12;
    private static final int WEEKS = 8;
    private static final int DAYS = 8;
    private static final long FIRST_ID = 961;

    private final SeedDates dates;
    private final double speed;
    private final SplittableRandom random;
    private final List<SeedRun> runs = new ArrayList<>();

    private DefaultSeed(SeedDates dates, double speed, long seed) {
        this.dates = dates;
        this.speed = speed;
        this.random = new SplittableRandom(seed);
    }

    /** The regular runs; ids follow the days on which the runs were made. */
    static List<StoredRun> regular(SeedRunFactory factory, SeedDates dates, double speed, long seed) {
        var set = new DefaultSeed(dates, speed, seed);
        set.beingBilled();
        set.monthBefore();
        set.earlierMonths();
        set.monthToCome();
        set.weeks();
        set.days();
        set.runs.sort(Comparator.comparing(SeedRun::start));
        var stored = new ArrayList<StoredRun>();
        for (int i = 0; i < set.runs.size(); i++) {
            stored.add(factory.regular(FIRST_ID + i, set.runs.get(i)));
        }
        return stored;
    }

    private void beingBilled() {
        var start = dates.billed().atDay(1);
        // Its largest invoice is nine times what it was last month, and records wait in suspense: a run to look at.
        runs.add(monthly(" Business", Cycles.BUSINESS, start, running(DRAFT_INVOICES, 62, 13), 1_284_350)
                .withLargest(48_210)
                .withSuspense(1_204, 0));
        runs.add(monthly(" Residential", Cycles.RESIDENTIAL, start, SeedState.OPEN, 3_911_020).withSuspense(88, 0));
        runs.add(monthly(" Wholesale", Cycles.WHOLESALE, start, SeedState.OPEN, 409_700).withLargest(12_410));
        runs.add(monthly(" Partners", Cycles.PARTNERS, start, SeedState.OPEN, 97_300).withUsageCutOff(2));
        runs.add(monthly(" Hosted PBX", Cycles.BUSINESS, start, SeedState.OPEN, 288_410));
        runs.add(monthly(" SME North", Cycles.SME, start, SeedState.OPEN, 611_002).withSuspense(14, 3));
        runs.add(monthly(" SME South", Cycles.SME, start, SeedState.OPEN, 577_350).asPaused());
        runs.add(monthly(" Parallel QA", Cycles.BUSINESS, start, SeedState.OPEN, 1_284_350).asParallel());
    }

    private void monthBefore() {
        var start = dates.billed().minusMonths(1).atDay(1);
        runs.add(monthly(" Business", Cycles.BUSINESS, start, finished(start), 1_257_900));
        runs.add(monthly(" Residential", Cycles.RESIDENTIAL, start, new SeedState.Finished(Duration.ofMinutes(25)),
                3_804_771));
        runs.add(monthly(" Wholesale", Cycles.WHOLESALE, start, new SeedState.Ready(FULL_INVOICES), 402_118)
                .withLargest(12_004.5)
                .withSuspense(0, 37));
        runs.add(monthly(" Partners", Cycles.PARTNERS, start,
                new SeedState.Stuck(DISTRIBUTION, 34, Duration.ofMinutes(14)), 96_040));
        runs.add(monthly(" Hosted PBX", Cycles.BUSINESS, start, running(FULL_INVOICES, 57, 20), 281_930));
        runs.add(monthly(" SME North", Cycles.SME, start, new SeedState.Ready(REPORTING), 602_440)
                .withSuspense(2, 0));
        runs.add(monthly(" SME South", Cycles.SME, start, finished(start), 569_118));
    }

    private void earlierMonths() {
        for (int back = 2; back <= MONTHS; back++) {
            var start = dates.billed().minusMonths(back).atDay(1);
            runs.add(monthly(" Business", Cycles.BUSINESS, start, finished(start), earlier(1_257_900, back)));
            runs.add(monthly(" Residential", Cycles.RESIDENTIAL, start, finished(start), earlier(3_804_771, back)));
            runs.add(monthly(" Wholesale", Cycles.WHOLESALE, start, finished(start), earlier(402_118, back))
                    .withLargest(earlier(12_000, back)));
            runs.add(monthly(" Partners", Cycles.PARTNERS, start, finished(start), earlier(96_040, back)));
        }
    }

    private void monthToCome() {
        if (dates.hasMonthToCome()) {
            var start = dates.billed().plusMonths(1).atDay(1);
            runs.add(monthly(" Business", Cycles.BUSINESS, start, SeedState.OPEN, 1_301_000).withSuspense(41, 0));
            runs.add(monthly(" Residential", Cycles.RESIDENTIAL, start, SeedState.OPEN, 3_950_000));
            runs.add(monthly(" Wholesale", Cycles.WHOLESALE, start, SeedState.OPEN, 411_000));
            runs.add(monthly(" Partners", Cycles.PARTNERS, start, SeedState.OPEN, 98_000));
        }
    }

    private void weeks() {
        for (int back = 0; back < WEEKS; back++) {
            var start = dates.monday().minusWeeks(back);
            var state = switch (back) {
                case 0 -> SeedState.OPEN;
                case 1 -> new SeedState.Starting(faster(Duration.ofMinutes(3)));
                case 2 -> running(REPORTING, 11, 6);
                default -> finished(start);
            };
            runs.add(SeedRun.of(SeedDates.week(start) + " Payphones", Cycles.WEEKLY, start, state,
                    back < 2 ? 8_310 : earlier(8_214, back)).withSuspense(back == 0 ? 2 : 0, 0));
        }
    }

    private void days() {
        for (int back = 0; back < DAYS; back++) {
            var start = dates.today().minusDays(back);
            var state = switch (back) {
                case 0 -> SeedState.OPEN;
                case 1 -> new SeedState.Ready(DRAFT_INVOICES);
                default -> finished(start);
            };
            runs.add(SeedRun.of("IoT " + SeedDates.day(start), Cycles.IOT, start, state, earlier(12_900, back)));
        }
    }

    private static SeedRun monthly(String what, Cycle cycle, LocalDate start, SeedState state, long revenue) {
        return SeedRun.of(SeedDates.month(start) + what, cycle, start, state, revenue);
    }

    private SeedState running(Stage.Known stage, int percent, int minutes) {
        return new SeedState.Running(stage, percent, faster(Duration.ofMinutes(minutes)));
    }

    private Duration faster(Duration atSpeedOne) {
        return Duration.ofMillis((long) Math.max(1, atSpeedOne.toMillis() / speed));
    }

    private SeedState finished(LocalDate start) {
        // When exactly does not show from outside; it only has to be past.
        var days = Math.max(1, ChronoUnit.DAYS.between(start, dates.today()));
        return new SeedState.Finished(Duration.ofDays(days).dividedBy(2).plusMinutes(random.nextInt(300)));
    }

    /** Less by one percent for every period back, give or take three. */
    private long earlier(long revenue, int back) {
        return Math.round(revenue * Math.pow(0.99, back) * random.nextDouble(0.97, 1.03));
    }
}
