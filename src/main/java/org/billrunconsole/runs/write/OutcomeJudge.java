package org.billrunconsole.runs.write;

import java.time.Duration;
import java.util.Optional;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.domain.write.Activity.Sending;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.Finding;

/**
 * Weighs readings of a run until they say what became of a command. The rules, in their order:
 * <ol>
 * <li>Nothing had left this machine: not applied; nothing needs to be read.</li>
 * <li>A reading without the fields the command sets says nothing; it is as if it had not been made.</li>
 * <li>The server had said no: not applied, if the run does not show the step. If it does, in two readings, nobody can
 * tell who did it.</li>
 * <li>The run shows the step, or is beyond it: applied. If no answer came, somebody else may have done the same step;
 * the run is then where the operator wanted it all the same, and a request of ours that arrives later is refused or
 * changes nothing. Only a schedule would be moved a second time, so without the server's word that it is moved, it has to
 * settle too. A move that the server has answered counts, wherever others move the run to afterwards; one that was only seen,
 * and then was gone again, may have been theirs as well.</li>
 * <li>The run has not shown it over the whole {@link ReconciliationPolicy} time: changed by somebody else if a field the command
 * sets was seen to be neither as before nor as commanded, or if the server's answer had shown the step; otherwise not
 * applied.</li>
 * </ol>
 */
final class OutcomeJudge {

    private static final int READINGS_AGAINST_A_REFUSAL = 2;

    private final CommandEffect effect;
    private final ReconciliationPolicy policy;
    private final boolean refused;
    private final boolean answerShowedIt;
    private final boolean wouldCountTwice;
    private Optional<Duration> lastReading = Optional.empty();
    private Duration settled = Duration.ZERO;
    private boolean touchedByOthers;
    private boolean moveSeen;
    private int readings;

    OutcomeJudge(CommandEffect effect, Optional<Activity.Answer> answer, ReconciliationPolicy policy) {
        this.effect = effect;
        this.policy = policy;
        refused = answer.filter(given -> given.sending() == Sending.REFUSED).isPresent();
        answerShowedIt = answer.flatMap(Activity.Answer::run).filter(effect::isShownBy).isPresent();
        var moves = effect.command() instanceof Command.AdjustSchedule;
        // A "yes" with the run as it was is no word that the move is made: it may come yet, after another operator's.
        var notYet = answer.flatMap(Activity.Answer::run).isPresent() && !answerShowedIt;
        wouldCountTwice = moves && !answerShowedIt && (notYet || !isTaken(answer));
        moveSeen = moves && answerShowedIt;
    }

    /** What the end of sending alone decides. */
    static Optional<Finding> of(Optional<Activity.Answer> answer) {
        return answer.filter(given -> given.sending() == Sending.NOT_SENT).map(_ -> Finding.NOT_APPLIED);
    }

    /** True if the server said that it took it, in whatever form: some answer without a body that could be read. */
    static boolean isTaken(Optional<Activity.Answer> answer) {
        return answer.filter(given -> given.sending() == Sending.TAKEN
                || given.status().orElse(0) / 100 == 2).isPresent();
    }

    /**
     * Takes in a reading; empty while it takes more of them.
     *
     * @param when by a clock that only goes forward
     */
    Optional<Finding> take(Run now, Duration when) {
        var reading = effect.read(now);
        if (reading == CommandEffect.Reading.SAYS_NOTHING) {
            return Optional.empty();
        }
        readings++;
        settled = settled.plus(sinceLast(when));
        lastReading = Optional.of(when);
        if (refused) {
            return afterRefusal(reading);
        }
        if (reading == CommandEffect.Reading.SHOWS_IT && !wouldCountTwice) {
            return Optional.of(Finding.APPLIED);
        }
        moveSeen |= reading == CommandEffect.Reading.SHOWS_IT;
        touchedByOthers |= reading == CommandEffect.Reading.OTHERWISE;
        if (readings < policy.readings() || settled.compareTo(policy.time()) < 0) {
            return Optional.empty();
        }
        if (moveSeen) {
            return Optional.of(answerShowedIt || reading == CommandEffect.Reading.SHOWS_IT && !touchedByOthers
                    ? Finding.APPLIED
                    : Finding.CANNOT_BE_TOLD);
        }
        return Optional.of(answerShowedIt || touchedByOthers ? Finding.CHANGED_BY_OTHERS : Finding.NOT_APPLIED);
    }

    private Optional<Finding> afterRefusal(CommandEffect.Reading reading) {
        if (reading != CommandEffect.Reading.SHOWS_IT) {
            return Optional.of(Finding.NOT_APPLIED);
        }
        return readings < READINGS_AGAINST_A_REFUSAL ? Optional.empty() : Optional.of(Finding.CANNOT_BE_TOLD);
    }

    private Duration sinceLast(Duration when) {
        var gap = lastReading.map(when::minus).orElse(Duration.ZERO);
        return gap.compareTo(policy.mostBetween()) < 0 ? gap : policy.mostBetween();
    }

    /** How many readings said something. */
    int readings() {
        return readings;
    }
}
