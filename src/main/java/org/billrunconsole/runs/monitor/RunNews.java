package org.billrunconsole.runs.monitor;

import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.runs.Notice;

/** Something of runs that is worth saying to somebody who does not see the window. It holds values, not words. */
public sealed interface RunNews {

    /** A followed run has come into a stage. */
    record StageBegun(RunKey run, Stage stage) implements RunNews {}

    /**
     * A followed run has come further in its stage.
     *
     * @param percent a tenth of the stage: 10, 20 … 90
     */
    record StageProgress(RunKey run, Stage stage, int percent) implements RunNews {}

    /** What a notice tells. */
    record Noticed(Notice notice) implements RunNews {}

    /** What happened to runs that nobody follows, all together; runs that wait for the operator are {@code ready}. */
    record Others(int finished, int ready, int stalled) implements RunNews {}
}
