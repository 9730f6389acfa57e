package org.billrunconsole.runs.monitor;

import org.billrunconsole.domain.FailureException;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.runs.Catalogue;
import org.billrunconsole.runs.ListReading;
import org.billrunconsole.runs.ReferenceData;

/** Reads lists and what they refer to anew when a person asks for it. Blocks on the server. */
public final class RunRefresh {

    private final Catalogue catalogue;
    private final ReferenceData referenceData;
    private final LiveMonitor monitor;

    public RunRefresh(Catalogue catalogue, ReferenceData referenceData, LiveMonitor monitor) {
        this.catalogue = catalogue;
        this.referenceData = referenceData;
        this.monitor = monitor;
    }

    /**
     * Reads all runs of a kind into the store. The monitor learns how that went, and looks at once: whoever asks for the
     * list anew does not want to wait for its next turn either.
     *
     * @throws FailureException if the server cannot be read; what was read before stays in the store
     */
    public void load(RunKind kind) {
        load(kind, ListReading.unwatched());
    }

    /**
     * The same, in a reading that can be stopped.
     *
     * @return false if it was, so that the store holds only some of the runs
     * @throws FailureException if the server cannot be read; what was read before stays in the store
     */
    public boolean load(RunKind kind, ListReading reading) {
        try {
            var complete = catalogue.load(kind, reading);
            monitor.tickNow();
            return complete;
        } catch (FailureException e) {
            monitor.lost(e.failure());
            throw e;
        }
    }

    /**
     * Reads one run into the store; the monitor learns if that failed.
     *
     * @throws FailureException if it cannot be read
     */
    public Run read(RunKey run) {
        try {
            return catalogue.read(run);
        } catch (FailureException e) {
            monitor.lost(e.failure());
            throw e;
        }
    }

    /**
     * Reads the billing cycles, unless they have been read.
     *
     * @throws FailureException if the server cannot be read
     */
    public void loadCycles() {
        if (!referenceData.isCyclesRead()) {
            referenceData.loadCycles();
        }
    }
}
