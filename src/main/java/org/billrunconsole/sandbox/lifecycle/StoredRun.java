package org.billrunconsole.sandbox.lifecycle;

import java.time.LocalDate;
import java.util.Locale;
import java.util.OptionalLong;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;

/**
 * A bill run of either kind as the sandbox stores it. Immutable: a command makes another one, and the passing of time
 * is worked out on reading, see {@link LifecycleClock}.
 *
 * @param closedBy who closed it; empty while it is open
 */
public record StoredRun(long id, String name, LocalDate created, LocalDate invoiceDate, StagePosition position,
        OptionalLong closedBy,
        Figures figures, RunDetails details) {

    public RunKind kind() {
        return details.kind();
    }

    RunKey key() {
        return new RunKey(kind(), id);
    }

    /** A form of the name that sorts well: without difference of case, as long as the name. */
    public String sortableName() {
        return name.toLowerCase(Locale.ROOT);
    }

    StoredRun withInvoiceDate(LocalDate date) {
        return new StoredRun(id, name, created, date, position, closedBy, figures, details);
    }

    public StoredRun withPosition(StagePosition other) {
        return new StoredRun(id, name, created, invoiceDate, other, closedBy, figures, details);
    }

    StoredRun withClosedBy(OptionalLong user) {
        return new StoredRun(id, name, created, invoiceDate, position, user, figures, details);
    }

    public StoredRun withFigures(Figures other) {
        return new StoredRun(id, name, created, invoiceDate, position, closedBy, other, details);
    }

    StoredRun withDetails(RunDetails other) {
        return new StoredRun(id, name, created, invoiceDate, position, closedBy, figures, other);
    }
}
