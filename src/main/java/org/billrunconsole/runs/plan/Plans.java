package org.billrunconsole.runs.plan;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.plan.Plan;
import org.billrunconsole.domain.plan.PlanPhase;
import org.billrunconsole.domain.plan.PlanSnapshot;

/**
 * The plans of a connection, of which this console runs at most one at a time. Safe for use by many threads; methods
 * that block say so.
 */
public interface Plans {

    /** Why a plan was not started or resumed; nothing was sent for it. */
    enum Refusal {
        /** Another plan of this console has not ended. */
        ONE_IS_RUNNING,
        /** Another console on this machine runs it, or it has ended meanwhile. */
        TAKEN,
        /** The connection is read-only, or has no journal. */
        NO_CHANGES,
        /** It could not be written to the disk. */
        NOT_KEPT,
        /** A line of it cannot be read: another version wrote it, or somebody has changed it. It is left alone. */
        UNREADABLE,
        /** It distributes: what was confirmed before an interruption is not sent to customers on the word of a click. */
        IRREVERSIBLE
    }

    /** The plan that runs here, or the last one that did until it is put away. */
    Optional<PlanSnapshot> current();

    /** Tells a listener of every change of {@link #current}, in their order, on the thread that made it. */
    void addListener(Consumer<Optional<PlanSnapshot>> listener);

    void removeListener(Consumer<Optional<PlanSnapshot>> listener);

    /**
     * Writes a plan to the disk and begins it; blocks on the disk.
     *
     * @return why not; empty if it has begun
     */
    Optional<Refusal> start(Plan plan);

    /** Sends nothing more until {@link #goOn}; what is being sent comes to its end. */
    void pause();

    void goOn();

    /** Ends the plan between two steps: what was not sent is not sent any more. */
    void stop();

    /**
     * The operator says that a stage of a run is done, where the server does not say so.
     *
     * @param stage the one that they looked at; if the run is in another one by now, nothing is said of that
     */
    void sayDone(RunKey run, Stage.Known stage);

    /** An ended plan is not looked at any more. */
    void putAway();

    /**
     * Plans of this server that have not ended and that this console does not run, oldest first, with their runs as
     * last read: {@link PlanPhase#INTERRUPTED} ones, and those that are {@link PlanPhase#RUN_ELSEWHERE}. Blocks on the
     * disk.
     */
    List<PlanSnapshot> unfinished();

    /**
     * Takes an interrupted plan on; blocks on the disk.
     *
     * @return why not; empty if it goes on
     */
    Optional<Refusal> resume(UUID plan);

    /** Ends an interrupted plan: what was not sent is not sent any more; blocks on the disk. */
    Optional<Refusal> leave(UUID plan);

    /** A plan of this server as it was kept, for its results; blocks on the disk. */
    Optional<PlanSnapshot> kept(UUID plan);
}
