package org.billrunconsole.domain.history;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.Stage;

/** One change of a run as this console saw it. Everything kept about a run's history is made of these. */
public sealed interface RunEvent {

    /** When it was seen, by this machine's clock. */
    Instant time();

    RunKey run();

    /** By whom, as far as can be told. */
    Who who();

    /** Who brought something about. */
    enum Who {
        THIS_CONSOLE,
        /** Another operator, or this one by other means. */
        SOMEONE_ELSE,
        /** The server by itself. */
        SERVER, UNKNOWN
    }

    /**
     * A run was seen in a stage for the first time, or again.
     *
     * @param billingCycle the run's billing cycle, by which durations are compared; empty for ad hoc runs
     * @param before       where it was before; empty if it was not known before
     * @param seen         false if the console had not been watching just before, so that it may have come in earlier
     */
    record StageEntered(Instant time, RunKey run, Who who, OptionalLong billingCycle, Optional<Stage> before,
            Stage stage, boolean seen) implements RunEvent {}

    /**
     * The server has done its work in a stage that ends at a person's decision.
     *
     * @param seen as for {@link StageEntered}
     */
    record StageDone(Instant time, RunKey run, Stage stage, boolean seen) implements RunEvent {

        @Override
        public Who who() {
            return Who.SERVER;
        }
    }

    /** The percentage of a stage became another. */
    record PercentSeen(Instant time, RunKey run, Stage stage, int percent) implements RunEvent {

        @Override
        public Who who() {
            return Who.SERVER;
        }
    }

    /**
     * A field that a person, or a step, changes.
     *
     * @param field  the API's name of it
     * @param before as text in the API's own form; empty where it was absent
     * @param now    as text
     */
    record FieldChanged(Instant time, RunKey run, Who who, String field, Optional<String> before, String now)
            implements
            RunEvent {}

    /** Revenue or suspense became another, or was first seen. */
    record Drifted(Instant time, RunKey run, OptionalLong revenue, OptionalLong suspense) implements RunEvent {

        @Override
        public Who who() {
            return Who.SERVER;
        }

        public TrendPoint point() {
            return new TrendPoint(time, revenue, suspense);
        }
    }
}
