package org.billrunconsole.sandbox.seed;

import java.time.Duration;
import org.billrunconsole.domain.Stage;

/** The state that a run starts in. */
sealed interface SeedState {

    SeedState OPEN = new Open();

    /** Not closed. */
    record Open() implements SeedState {}

    /** Being closed by the system, for so long yet. */
    record Starting(Duration left) implements SeedState {}

    /**
     * In the middle of a stage.
     *
     * @param whole how long the whole stage takes
     */
    record Running(Stage.Known stage, int percent, Duration whole) implements SeedState {}

    /** Done with a stage and waiting for somebody. */
    record Ready(Stage.Known stage) implements SeedState {}

    /** In the middle of a stage, and it has not moved for so long. */
    record Stuck(Stage.Known stage, int percent, Duration since) implements SeedState {}

    /** Finished so long ago. */
    record Finished(Duration ago) implements SeedState {}
}
