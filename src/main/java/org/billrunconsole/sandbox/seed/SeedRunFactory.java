package org.billrunconsole.sandbox.seed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import org.billrunconsole.sandbox.data.CustomerRange;
import org.billrunconsole.sandbox.data.Cycle;
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
    /** How much of its revenue a period that is over still gains in a day, by late usage. */
    private static final double LATE_USAGE = 0.002;
    /** How much of a month's revenue is there from its first day, since rent is charged in advance. */
    private static final double RENT_IN_ADVANCE = 0.92;

    private final SeedPositions positions;
    private final LocalDate today;

    SeedRunFactory(SeedPositions positions, LocalDate today) {
        this.positions = positions;
        this.today = today;
    }

    StoredRun regular(long id, SeedRun run) {
        var end = run.cycle().endOf(run.start());
        var details = new RunDetails.Regular(run.cycle(), run.start(), end, end.minusDays(run.usageDaysShort()),
                run.parallel(), run.paused(), BigDecimal.valueOf(Math.round(run.largest() * 100), 2),
                CustomerRange.of(run.cycle()).first());
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

    /**
     * An unfinished period has what is charged in advance, and of the rest only the part that its days so far have
     * brought.
     */
    private Figures figures(SeedRun run, LocalDate end) {
        if (end.isBefore(today) || !(run.state() instanceof SeedState.Open)) {
            return new Figures(run.revenue(), run.usage(), run.rental(), positions.now(), run.revenue() * LATE_USAGE);
        }
        var days = ChronoUnit.DAYS.between(run.start(), end) + 1;
        var passed = ChronoUnit.DAYS.between(run.start(), today) + 1;
        var byTheDay = run.cycle().unit() == Cycle.Unit.MONTHLY
                ? Math.round(run.revenue() * (1 - RENT_IN_ADVANCE))
                : run.revenue();
        return new Figures(run.revenue() - byTheDay + byTheDay * passed / days, run.usage(), run.rental(),
                positions.now(), (double) byTheDay / days);
    }
}
