package org.billrunconsole.domain.review;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.billrunconsole.domain.RunKey;

/**
 * Somebody's word that they have looked at something of a run. It is given for the figures of then and for no others.
 *
 * @param when   when it was given
 * @param user   by whom, as the token names them
 * @param reason why it may be so
 * @param of     what was looked at, with its figures
 */
public record Acknowledgement(RunKey run, Instant when, String user, String reason, Subject of) {

    /** What was looked at. */
    public sealed interface Subject {

        /** A check; its values are its figures. */
        record OfCheck(Check check) implements Subject {}

        /** The review of the run by customer. */
        record OfReview(ReviewFigures figures) implements Subject {}
    }

    /** Whether somebody has looked. */
    public sealed interface State {

        /** Nobody has said so. */
        record NotGiven() implements State {}

        /** Somebody has, and the figures are as they were then. */
        record Holds(Acknowledgement given) implements State {}

        /**
         * Somebody had, for other figures: it counts for nothing now.
         *
         * @param changes what is otherwise now
         */
        record VoidNow(Acknowledgement given, List<FigureChange> changes) implements State {

            public VoidNow {
                changes = List.copyOf(changes);
            }
        }

        /**
         * Somebody had looked at the check when it said something else.
         *
         * @param now what it says now
         */
        record CheckChanged(Acknowledgement given, Check now) implements State {}

        default boolean holds() {
            return this instanceof Holds;
        }
    }

    /**
     * Whether a check of a run has been looked at.
     *
     * @param given all that was given for the run
     * @param now   the check as it is
     */
    public static State ofCheck(Collection<Acknowledgement> given, Check now) {
        return latest(given, each -> each.of() instanceof Subject.OfCheck(var check) && check.kind() == now.kind())
                .<State>map(last -> last.of() instanceof Subject.OfCheck(var check) && check.args().equals(now.args())
                        ? new State.Holds(last)
                        : new State.CheckChanged(last, now))
                .orElseGet(State.NotGiven::new);
    }

    /**
     * Whether the review of a run has been looked at.
     *
     * @param given all that was given for the run
     * @param run   the run's figures as they are
     * @param now   what a review came to that has been made since; without one only the run's figures can tell
     */
    public static State ofReview(Collection<Acknowledgement> given, RunFigures run, Optional<ReviewFigures> now) {
        return latest(given, each -> each.of() instanceof Subject.OfReview)
                .map(last -> state(last, run, now))
                .orElseGet(State.NotGiven::new);
    }

    private static State state(Acknowledgement last, RunFigures run, Optional<ReviewFigures> now) {
        var changes = last.of() instanceof Subject.OfReview(var then)
                ? now.map(fresh -> then.changesTo(new ReviewFigures(run, fresh.unexplained(), fresh.unexplainedSum(),
                        fresh.notBilled()))).orElseGet(() -> then.run().changesTo(run))
                : List.<FigureChange>of();
        return changes.isEmpty() ? new State.Holds(last) : new State.VoidNow(last, changes);
    }

    private static Optional<Acknowledgement> latest(Collection<Acknowledgement> given,
            Predicate<Acknowledgement> about) {
        return given.stream().filter(about).max(Comparator.comparing(Acknowledgement::when));
    }
}
