package org.billrunconsole.runs.write;

import java.util.List;
import java.util.Optional;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.lifecycle.Reason;
import org.billrunconsole.domain.write.FieldChange;

/** What became of a write, from the operator's side. */
public sealed interface WriteResult {

    /** The server took it, and a reading after it agrees. */
    record Done(Run run) implements WriteResult {}

    /** The server said no; nothing changed. */
    record Refused(Failure failure) implements WriteResult {}

    /** It certainly never left this machine. */
    record NotSent(Failure failure) implements WriteResult {}

    /**
     * It may have arrived. The run is locked until it is known.
     *
     * @param failure what happened on the way; empty if the console itself failed
     */
    record Unknown(Optional<Failure> failure) implements WriteResult {}

    /** The run is not as the operator confirmed it; nothing was sent. */
    record ChangedMeanwhile(Run now, List<FieldChange> differences) implements WriteResult {

        public ChangedMeanwhile {
            differences = List.copyOf(differences);
        }
    }

    /** It is not legal any more; nothing was sent. */
    record NotAllowed(Reason reason) implements WriteResult {}

    /** A write to this run is under way already; nothing was sent twice. */
    record AlreadyUnderWay() implements WriteResult {}

    /** The journal could not be written, so nothing was sent. */
    record JournalFailed(String detail) implements WriteResult {}
}
