package org.billrunconsole.runs;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.billrunconsole.domain.Activity;
import org.billrunconsole.domain.Activity.Sending;
import org.billrunconsole.domain.Command;
import org.billrunconsole.domain.Finding;
import org.billrunconsole.domain.Run;

/**
 * Weighs readings of a run until they say what became of a command. The rules, in their order:
 * <ol>
 * <li>The server had said no, or nothing had left this machine: not applied; nothing needs to be read.</li>
 * <li>The run shows the step, or is beyond it: applied. If no answer came, somebody else may have done the same step;
 * the run is then where the operator wanted it all the same, and a request of ours that arrives later is refused or
 * changes nothing. Only a schedule would be moved a second time, so without an answer that shows it, it has to settle
 * too.</li>
 * <li>The run has not shown it over the whole {@link Settling} time: changed by somebody else if a field the command
 * sets was seen to be neither as before nor as commanded, or if the server's answer had shown the step; otherwise not
 * applied.</li>
 * </ol>
 */
final class Evidence {

    private final Effect effect;
    private final Settling settling;
    private final boolean answerShowedIt;
    private final boolean wouldCountTwice;
    private Optional<Instant> lookingSince = Optional.empty();
    private boolean touchedByOthers;
    private int readings;

    Evidence(Effect effect, Optional<Activity.Answer> answer, Settling settling) {
        this.effect = effect;
        this.settling = settling;
        answerShowedIt = answer.flatMap(Activity.Answer::run).filter(effect::isShownBy).isPresent();
        wouldCountTwice = effect.command() instanceof Command.AdjustSchedule && !answerShowedIt;
    }

    /** What the end of sending alone decides. */
    static Optional<Finding> of(Optional<Activity.Answer> answer) {
        return answer.map(Activity.Answer::sending)
                .filter(sending -> sending == Sending.REFUSED || sending == Sending.NOT_SENT)
                .map(_ -> Finding.NOT_APPLIED);
    }

    /** Takes in a reading; empty while it takes more of them. */
    Optional<Finding> take(Run now, Instant when) {
        var reading = effect.read(now);
        if (reading == Effect.Reading.SHOWS_IT && !wouldCountTwice) {
            return Optional.of(Finding.APPLIED);
        }
        touchedByOthers |= reading == Effect.Reading.OTHERWISE;
        readings++;
        var since = lookingSince.orElse(when);
        lookingSince = Optional.of(since);
        if (readings < settling.readings() || Duration.between(since, when).compareTo(settling.time()) < 0) {
            return Optional.empty();
        }
        if (reading == Effect.Reading.SHOWS_IT) {
            return Optional.of(Finding.APPLIED);
        }
        return Optional.of(answerShowedIt || touchedByOthers ? Finding.CHANGED_BY_OTHERS : Finding.NOT_APPLIED);
    }

    int readings() {
        return readings;
    }
}
