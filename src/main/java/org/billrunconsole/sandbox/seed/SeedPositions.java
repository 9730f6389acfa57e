package org.billrunconsole.sandbox.seed;

import java.time.Duration;
import java.time.Instant;
import org.billrunconsole.domain.RunStatus.Known;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.sandbox.lifecycle.LifecycleClock;
import org.billrunconsole.sandbox.lifecycle.RunDetails;
import org.billrunconsole.sandbox.lifecycle.SandboxClock;
import org.billrunconsole.sandbox.lifecycle.StagePosition;
import org.billrunconsole.sandbox.lifecycle.StoredRun;

/** Puts runs into the stage that they start in. */
final class SeedPositions {

    private static final Duration STAGE_TAKES = Duration.ofMinutes(12);
    private static final Duration WAITING = Duration.ofHours(2);

    private final LifecycleClock lifecycleClock;
    private final SandboxClock clock;
    private final Instant now;

    SeedPositions(LifecycleClock lifecycleClock, SandboxClock clock) {
        this.lifecycleClock = lifecycleClock;
        this.clock = clock;
        this.now = clock.instant();
    }

    Instant now() {
        return now;
    }

    StoredRun put(StoredRun run, SeedState state) {
        return switch (state) {
            case SeedState.Open _ -> run.withPosition(StagePosition.open(run.figures().asOf(), closesByItself(run)));
            case SeedState.Starting(var left) -> run.withPosition(new StagePosition(Known.OPEN, Stage.Known.STARTING,
                    now.minusSeconds(5), now.plus(left)));
            case SeedState.Running(var stage, var percent, var whole) -> run.withPosition(
                    running(run, stage, percent, whole, now));
            case SeedState.Ready(var stage) -> run.withPosition(new StagePosition(Known.CLOSED, stage,
                    now.minus(WAITING).minus(STAGE_TAKES), now.minus(WAITING)));
            case SeedState.Stuck(var stage, var percent, var since) -> run.withPosition(
                    running(run, stage, percent, STAGE_TAKES, now.minus(since)).stoppedAt(now.minus(since)));
            case SeedState.Finished(var ago) -> run.withPosition(StagePosition.finished(now.minus(ago)));
        };
    }

    private StagePosition running(StoredRun run, Stage.Known stage, int percent, Duration whole, Instant at) {
        var position = new StagePosition(Known.CLOSED, stage, at, at.plus(whole));
        var passed = Duration.between(at, lifecycleClock.whenAt(run, position, percent));
        return new StagePosition(Known.CLOSED, stage, at.minus(passed), at.plus(whole).minus(passed));
    }

    private Instant closesByItself(StoredRun run) {
        return run.details() instanceof RunDetails.Regular regular
                ? regular.cycle().closesByItself(regular.periodEnd(), regular.paused(), now, clock.zone())
                : Instant.MAX;
    }
}
