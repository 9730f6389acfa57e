package org.billrunconsole.sandbox.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;

/**
 * The stage of a run, since when and until when. It says beforehand when the stage will end, so nothing has to happen
 * for a run to move: it is enough to read it later.
 *
 * @param since   when the stage began
 * @param until   when its work is done; {@link Instant#MAX} for a stage that only a command or nothing ends
 * @param stopped the time at which the run's own time stands still (a stall), which may lie ahead
 */
public record StagePosition(RunStatus.Known status, Stage.Known stage, Instant since, Instant until,
        Optional<Instant> stopped) {

    public StagePosition(RunStatus.Known status, Stage.Known stage, Instant since, Instant until) {
        this(status, stage, since, until, Optional.empty());
    }

    public static StagePosition finished(Instant since) {
        return new StagePosition(RunStatus.Known.FINALIZED, Stage.Known.FINISHED, since, Instant.MAX);
    }

    public static StagePosition open(Instant since, Instant closesByItself) {
        return new StagePosition(RunStatus.Known.OPEN, Stage.Known.PROPERTIES, since, closesByItself);
    }

    /** What the time is for this run. */
    Instant own(Instant now) {
        return stopped.filter(now::isAfter).orElse(now);
    }

    /** True once the stage's work is done. */
    public boolean isDone(Instant now) {
        return !own(now).isBefore(until);
    }

    /** Which part of the stage's time has passed, 0 to 1. */
    double part(Instant now) {
        if (isDone(now)) {
            return 1;
        }
        var whole = Duration.between(since, until).toNanos();
        return Math.clamp((double) Duration.between(since, own(now)).toNanos() / whole, 0, 1);
    }

    public StagePosition stoppedAt(Instant when) {
        return new StagePosition(status, stage, since, until, Optional.of(when));
    }

    /** Goes on where it was stopped. */
    public StagePosition resumed(Instant now) {
        var pause = stopped.filter(now::isAfter).map(at -> Duration.between(at, now)).orElse(Duration.ZERO);
        var end = until.equals(Instant.MAX) ? until : until.plus(pause);
        return new StagePosition(status, stage, since.plus(pause), end);
    }
}
