package org.billrunconsole.sandbox.seed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.billrunconsole.sandbox.data.Cycles;
import org.billrunconsole.sandbox.data.Person;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.billrunconsole.sandbox.lifecycle.Figures;
import org.billrunconsole.sandbox.lifecycle.RunDetails;
import org.billrunconsole.sandbox.lifecycle.StagePosition;
import org.billrunconsole.sandbox.lifecycle.StoredRun;

/** Makes stored runs from the seed's descriptions. */
final class SeedRunFactory {

    private static final List<Long> CLOSERS = List.of(SandboxUser.OPERATOR.id(), Person.COLLEAGUE.id(), 21L);
    private static final long FIRST_CUSTOMER = 90_300;
    /** How much of its revenue a period that is over still gains in a day, by late usage. */
    private static final double LATE_USAGE = 0.002;

    private final SeedPositions positions;
    private final LocalDate today;
    private final SplittableRandom random;

    SeedRunFactory(SeedPositions positions, LocalDate today, long seed) {
        this.positions = positions;
        this.today = today;
        this.random = new SplittableRandom(seed);
    }

    StoredRun regular(long id, SeedRun run) {
        var end = run.cycle().endOf(run.start());
        var details = new RunDetails.Regular(run.cycle(), run.start(), end, end.minusDays(run.usageDaysShort()),
                run.parallel(), run.paused(), BigDecimal.valueOf(Math.round(run.largest() * 100), 2),
                FIRST_CUSTOMER + random.nextInt(120));
        var stored = new StoredRun(id, run.name(), run.start(), end.plusDays(1),
                StagePosition.finished(positions.now()),
                closer(run), figures(run, end), details);
        return positions.put(stored, run.state());
    }

    StoredRun adhoc(long id, String name, LocalDate created, SeedState state, long revenue, RunDetails.Adhoc details) {
        var figures = new Figures(revenue, 0, 0, positions.now(), revenue * LATE_USAGE);
        var open = state instanceof SeedState.Open;
        var closer = open ? OptionalLong.empty() : OptionalLong.of(CLOSERS.get((int) (id % CLOSERS.size())));
        return positions
                .put(new StoredRun(id, name, created, created.plusDays(4), StagePosition.finished(positions.now()),
                        closer,
                        figures, details), state);
    }

    private static OptionalLong closer(SeedRun run) {
        return switch (run.state()) {
            case SeedState.Open _,SeedState.Starting _ -> OptionalLong.empty();
            case SeedState.Finished _ when run.cycle().equals(Cycles.WEEKLY) -> OptionalLong.of(Person.SYSTEM.id());
            case SeedState.Finished _ -> OptionalLong.of(
                    CLOSERS.get(Math.floorMod(run.name().hashCode(), CLOSERS.size())));
            default -> OptionalLong.of(SandboxUser.OPERATOR.id());
        };
    }

    /** An unfinished period has only the part of its revenue that its days so far have brought. */
    private Figures figures(SeedRun run, LocalDate end) {
        if (end.isBefore(today) || !(run.state() instanceof SeedState.Open)) {
            return new Figures(run.revenue(), run.usage(), run.rental(), positions.now(), run.revenue() * LATE_USAGE);
        }
        var days = ChronoUnit.DAYS.between(run.start(), end) + 1;
        var passed = ChronoUnit.DAYS.between(run.start(), today) + 1;
        return new Figures(run.revenue() * passed / days, run.usage(), run.rental(), positions.now(),
                (double) run.revenue() / days);
    }
}
