package org.billrunconsole.sandbox.seed;

import static org.billrunconsole.domain.Stage.Known.DISTRIBUTION;
import static org.billrunconsole.domain.Stage.Known.DRAFT_INVOICES;
import static org.billrunconsole.domain.Stage.Known.FULL_INVOICES;
import static org.billrunconsole.domain.Stage.Known.REPORTING;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.sandbox.data.Cycle;
import org.billrunconsole.sandbox.data.Cycles;
import org.billrunconsole.sandbox.lifecycle.StoredRun;

/** Many regular runs: most of them finished, some open, some waiting for somebody, as in a system that is years old. */
final class ScaleSeed {

    private static final List<Stage.Known> STAGES = List.of(REPORTING, DRAFT_INVOICES, FULL_INVOICES, DISTRIBUTION);
    private static final List<Cycle> MONTHLY = List.of(Cycles.BUSINESS, Cycles.RESIDENTIAL, Cycles.WHOLESALE,
            Cycles.PARTNERS, Cycles.SME);
    private static final int MONTHS = 36;

    private final SeedRunFactory factory;
    private final SplittableRandom random;
    private final LocalDate billed;
    private final List<String> months = new ArrayList<>();

    ScaleSeed(SeedRunFactory factory, SeedDates dates, long seed) {
        this.factory = factory;
        this.random = new SplittableRandom(seed);
        this.billed = dates.billed().atDay(1);
        for (int back = 0; back <= MONTHS; back++) {
            months.add(SeedDates.month(billed.minusMonths(back)));
        }
    }

    /** So many runs, the first with this id. */
    List<StoredRun> runs(long firstId, int count) {
        var runs = new ArrayList<StoredRun>(count);
        for (int i = 0; i < count; i++) {
            var luck = random.nextInt(100);
            var back = luck < 6 ? 0 : luck < 10 ? 1 : 1 + random.nextInt(MONTHS);
            runs.add(factory.regular(firstId + i, run(firstId + i, back, " B-", state(luck, back))));
        }
        return runs;
    }

    /** So many runs that will be in the middle of a stage for hours. */
    List<StoredRun> inProgress(long firstId, int count) {
        var runs = new ArrayList<StoredRun>(count);
        for (int i = 0; i < count; i++) {
            var state = new SeedState.Running(STAGES.get(i % STAGES.size()), random.nextInt(60),
                    Duration.ofMinutes(960 + random.nextInt(480)));
            runs.add(factory.regular(firstId + i, run(firstId + i, 0, " P-", state)));
        }
        return runs;
    }

    private SeedRun run(long id, int back, String letter, SeedState state) {
        var revenue = 1_000 + random.nextLong(900_000);
        var suspense = random.nextInt(20) == 0 ? random.nextInt(400) : 0;
        return SeedRun.of(months.get(back) + letter + id, MONTHLY.get((int) (id % MONTHLY.size())),
                billed.minusMonths(back), state, revenue).withSuspense(suspense, 0);
    }

    private SeedState state(int luck, int back) {
        if (luck < 6) {
            return SeedState.OPEN;
        }
        return luck < 10
                ? new SeedState.Ready(STAGES.get(luck % 3))
                : new SeedState.Finished(Duration.ofDays(15L + 30L * back));
    }
}
