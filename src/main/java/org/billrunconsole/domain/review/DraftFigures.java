package org.billrunconsole.domain.review;

import java.time.Instant;
import java.util.List;
import org.billrunconsole.domain.RunKey;

/**
 * The figures of a run as its draft invoices show them, as far as this console can tell: what the drafts say is what
 * somebody approves.
 *
 * @param when  when they were read
 * @param basis how near that is to the making of the drafts
 */
public record DraftFigures(RunKey run, Instant when, Basis basis, RunFigures figures) {

    /** What was seen at that time. */
    public enum Basis {
        /** The server said that the drafts were ready. */
        READY,
        /** The run was seen entering the stage; the server does not say when it is done with it. */
        BEGUN,
        /** The run was first seen when it had drafts already. */
        FIRST_SEEN
    }

    /** What is otherwise now, of what is known then and now. */
    public List<FigureChange> changesTo(RunFigures now) {
        return figures.changesTo(now)
                .stream()
                .filter(change -> change.then().isPresent() && change.now().isPresent())
                .toList();
    }
}
