package org.billrunconsole.sandbox.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;

/**
 * Moves a run forward with time: a pure function of the run and a clock reading. Reading a run twice on the way gives
 * the same as reading it once at the end.
 */
public final class LifecycleClock {

    private final long seed;
    private final double speed;
    private final FigureDrift drift;

    public LifecycleClock(long seed, double speed, FigureDrift drift) {
        this.seed = seed;
        this.speed = speed;
        this.drift = drift;
    }

    /** The run as it is at this moment. */
    StoredRun at(StoredRun run, Instant now) {
        var next = run;
        while (movesByItself(next.position().stage()) && next.position().isDone(now)) {
            next = onward(next);
        }
        return next;
    }

    /** {@code summaryStatusPercentage} of a run as {@link #at} gave it. A stage without work is at 100. */
    int percent(StoredRun run, Instant now) {
        return switch (run.position().stage()) {
            case PROPERTIES, FINISHED -> 100;
            default -> curve(run, run.position().stage()).percent(run.position().part(now));
        };
    }

    /** The beginning of a stage at this moment, with the time it will take. */
    StagePosition start(StoredRun run, RunStatus.Known status, Stage.Known stage, Instant now) {
        return new StagePosition(status, stage, now, now.plus(length(run, stage)),
                run.position().stopped().filter(now::isBefore));
    }

    /** When a stage that took this place will show this percentage. */
    public Instant whenAt(StoredRun run, StagePosition position, int percent) {
        var whole = Duration.between(position.since(), position.until());
        return position.since().plusNanos((long) (whole.toNanos() * curve(run, position.stage()).partAt(percent)));
    }

    /** How long a stage of a run takes: longer for more revenue, a little different each time, less at a higher speed. */
    Duration length(StoredRun run, Stage.Known stage) {
        var size = Math.clamp(0.4 + 0.15 * Math.log10(Math.max(1, run.figures().revenue())), 0.5, 1.5);
        var luck = 0.85 + 0.3 * new SplittableRandom(key(run, stage)).nextDouble();
        return Duration.ofMillis(Math.max(1, (long) (secondsOf(stage) * 1000 * size * luck / speed)));
    }

    private static int secondsOf(Stage.Known stage) {
        return switch (stage) {
            case PROPERTIES, FINISHED -> throw new IllegalArgumentException(stage + " is no work");
            case STARTING, REACTIVATING_RPIS -> 10;
            case REPORTING -> 40;
            case DRAFT_INVOICES, DISTRIBUTION -> 60;
            case FULL_INVOICES -> 80;
            case COMBINING_INVOICES -> 20;
            case PAYMENT, ARCHIVING -> 15;
        };
    }

    /** Reporting, drafts and full invoices end at a person's decision. */
    private static boolean movesByItself(Stage.Known stage) {
        return switch (stage) {
            case REPORTING, DRAFT_INVOICES, FULL_INVOICES, FINISHED -> false;
            case PROPERTIES, STARTING, DISTRIBUTION, COMBINING_INVOICES, PAYMENT, REACTIVATING_RPIS, ARCHIVING -> true;
        };
    }

    private StoredRun onward(StoredRun run) {
        var when = run.position().until();
        return switch (run.position().stage()) {
            case PROPERTIES -> run.withPosition(start(run, RunStatus.Known.OPEN, Stage.Known.STARTING, when));
            case STARTING -> run.withFigures(drift.at(run, when))
                    .withClosedBy(automaticUser(run))
                    .withPosition(start(run, RunStatus.Known.CLOSED, Stage.Known.REPORTING, when));
            case DISTRIBUTION -> automatic(run, Stage.Known.COMBINING_INVOICES, when);
            case COMBINING_INVOICES -> automatic(run, Stage.Known.PAYMENT, when);
            case PAYMENT -> automatic(run, run.kind() == RunKind.ADHOC
                    ? Stage.Known.REACTIVATING_RPIS
                    : Stage.Known.ARCHIVING, when);
            case REACTIVATING_RPIS -> automatic(run, Stage.Known.ARCHIVING, when);
            case ARCHIVING -> run.withPosition(StagePosition.finished(when));
            case REPORTING, DRAFT_INVOICES, FULL_INVOICES, FINISHED -> throw new IllegalStateException(
                    run.position().stage() + " does not end by itself");
        };
    }

    private StoredRun automatic(StoredRun run, Stage.Known stage, Instant when) {
        return run.withPosition(start(run, RunStatus.Known.CLOSED, stage, when));
    }

    private static OptionalLong automaticUser(StoredRun run) {
        return run.details() instanceof RunDetails.Regular regular && regular.cycle().autoClose().isPresent()
                ? OptionalLong.of(regular.cycle().autoClose().get().userId())
                : OptionalLong.empty();
    }

    private ProgressCurve curve(StoredRun run, Stage.Known stage) {
        return new ProgressCurve(key(run, stage));
    }

    private long key(StoredRun run, Stage.Known stage) {
        return ((seed * 31 + run.kind().ordinal()) * 1_000_003 + run.id()) * 31 + stage.ordinal();
    }
}
