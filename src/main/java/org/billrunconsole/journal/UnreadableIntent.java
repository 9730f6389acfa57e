package org.billrunconsole.journal;

import java.util.Optional;
import java.util.UUID;
import org.billrunconsole.domain.RunKey;

/**
 * An intent without a verdict whose content cannot be read: another version wrote it, or it was altered. Only a person
 * who looks at the server can find out what came of it.
 *
 * @param run whom it was about; empty if not even that can be told, so that it may be any run of the connection
 */
public record UnreadableIntent(UUID id, Optional<RunKey> run) {

    /** Whether it may have been about a run. */
    public boolean mayConcern(RunKey other) {
        return run.map(other::equals).orElse(true);
    }
}
