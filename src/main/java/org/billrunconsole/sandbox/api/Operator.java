package org.billrunconsole.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.write.PatchOperation;
import org.billrunconsole.sandbox.data.Person;
import org.billrunconsole.sandbox.lifecycle.Refusal;
import org.billrunconsole.sandbox.lifecycle.RunBook;
import org.billrunconsole.sandbox.wire.SandboxJson;

/** Changes runs behind the console's back, as a colleague (j.marsh) and as the billing system. */
public final class Operator {

    private final RunBook book;
    private final RunPatches patches;

    public Operator(RunBook book, RunPatches patches) {
        this.book = book;
        this.patches = patches;
    }

    /**
     * Patches a run by the same rules as over HTTP.
     *
     * @throws IllegalArgumentException if the API would refuse, with its words
     */
    public void patch(RunKey run, List<PatchOperation> patch) {
        var operations = SandboxJson.MAPPER.createArrayNode();
        patch.forEach(each -> operations.addObject()
                .put("op", each.op().wire())
                .put("path", each.path())
                .put("value", each.value()));
        patch(run, operations);
    }

    public void patch(RunKey run, JsonNode operations) {
        try {
            patches.apply(run, operations, Person.COLLEAGUE.id(), Optional.empty());
        } catch (Refusal refusal) {
            throw new IllegalArgumentException(refusal.words(), refusal);
        }
    }

    /** Moves a run's schedule, as {@link #patch}. */
    public void adjustSchedule(RunKey run, int periods) {
        try {
            book.adjust(run, periods);
        } catch (Refusal refusal) {
            throw new IllegalArgumentException(refusal.words(), refusal);
        }
    }

    /** Sets how many usage and rental records wait in suspense, whatever the run's state. */
    public void setSuspense(RunKey run, long usage, long rental) {
        book.force(run, (each, now) -> each.withFigures(book.figures(each, now).withSuspense(usage, rental)));
    }

    /** Sets the revenue, in whole units of the currency, whatever the run's state. */
    public void setRevenue(RunKey run, long amount) {
        book.force(run, (each, now) -> each.withFigures(book.figures(each, now).withRevenue(amount)));
    }

    /** Pauses a regular run, or lets it go on: a paused one is not closed by the system. */
    public void setPaused(RunKey run, boolean paused) {
        book.force(run, (each, now) -> book.withPaused(each, paused, now));
    }
}
