package org.billrunconsole.domain;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a run stands, worked out from its status, stage and percentage. It claims no more than the server said: without
 * a percentage, a stage that ends with a person's decision is "running or waiting", since only a later stage proves
 * that it is done.
 */
public sealed interface Progress {

    /** Open, not yet closed. */
    record Open() implements Progress {}

    /** The server has begun to close the run by itself. */
    record Starting() implements Progress {}

    /**
     * The server is at work.
     *
     * @param percent 0 to 100 of this stage, if the server says so
     */
    record Running(Stage.Known stage, OptionalInt percent) implements Progress {}

    /** The stage is done and the next step is a person's decision. */
    record Ready(Stage.Known stage) implements Progress {}

    /** The stage was started, and the server does not say whether it is done. */
    record RunningOrWaiting(Stage.Known stage) implements Progress {}

    /** The run is through. */
    record Finished() implements Progress {}

    /** The server sent something this console does not know, or two things that do not go together. */
    record Unclear(Optional<RunStatus> status, Optional<Stage> stage) implements Progress {}

    /** Where a run stands. */
    static Progress of(Run run) {
        var unclear = new Unclear(run.status(), run.stage());
        if (run.status().isEmpty() || !(run.status().get() instanceof RunStatus.Known status)) {
            return unclear;
        }
        if (run.stage().isEmpty()) {
            return switch (status) {
                case OPEN -> new Open();
                case FINALIZED -> new Finished();
                case CLOSED -> unclear;
            };
        }
        if (!(run.stage().get() instanceof Stage.Known stage)) {
            return unclear;
        }
        return switch (status) {
            case OPEN -> switch (stage) {
                case PROPERTIES -> new Open();
                case STARTING -> new Starting();
                default -> unclear;
            };
            case CLOSED -> ofClosed(stage, run.percentage(), unclear);
            case FINALIZED -> stage.isPastDistribution() ? ofFinalized(stage, run.percentage()) : unclear;
        };
    }

    private static Progress ofClosed(Stage.Known stage, OptionalInt percent, Unclear unclear) {
        return switch (stage) {
            case PROPERTIES -> unclear;
            case REPORTING, DRAFT_INVOICES, FULL_INVOICES -> percent.isEmpty()
                    ? new RunningOrWaiting(stage)
                    : percent.getAsInt() == 100 ? new Ready(stage) : new Running(stage, percent);
            case STARTING, DISTRIBUTION, COMBINING_INVOICES, PAYMENT, REACTIVATING_RPIS, ARCHIVING -> new Running(stage,
                    percent);
            // FINISHED before FINALIZED arrives is the last moment of a run, not a contradiction.
            case FINISHED -> new Finished();
        };
    }

    private static Progress ofFinalized(Stage.Known stage, OptionalInt percent) {
        // The page does not say whether FINALIZED comes with DISTRIBUTION or with FINISHED, so both are taken.
        return stage == Stage.Known.FINISHED ? new Finished() : new Running(stage, percent);
    }

    /** True while the server is, or may be, at work: the run is worth watching closely. */
    default boolean isActive() {
        return switch (this) {
            case Starting _,Running _,RunningOrWaiting _ -> true;
            case Open _,Ready _,Finished _,Unclear _ -> false;
        };
    }

    /** True if the next move is certainly a person's. */
    default boolean isWaitingForPerson() {
        return this instanceof Ready;
    }
}
