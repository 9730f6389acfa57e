package org.billrunconsole.ui.runlist;

import java.util.Optional;
import org.billrunconsole.domain.RunKey;

/**
 * The one row of a list that a person has selected. The detail pane shows its run and commands act on it. The runs that
 * are {@link Chosen} by check box are something else.
 */
public sealed interface Selection {

    /** Nothing has been selected yet. */
    record Nothing() implements Selection {}

    /** The run that is selected and shown. */
    record One(RunKey key) implements Selection {}

    /**
     * The run that was selected before the filter hid it. It is not selected again by being shown again, only by a
     * person.
     *
     * @param name what the run is called
     */
    record Hidden(RunKey key, String name) implements Selection {}

    /**
     * The selected run is no longer listed by the server.
     *
     * @param name what the run was called
     */
    record Gone(String name) implements Selection {}

    /** The run that commands act on; empty unless one is selected and shown. */
    default Optional<RunKey> run() {
        return this instanceof One(var key) ? Optional.of(key) : Optional.empty();
    }
}
