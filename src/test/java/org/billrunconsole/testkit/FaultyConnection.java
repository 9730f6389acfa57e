package org.billrunconsole.testkit;

import java.util.function.Consumer;
import org.billrunconsole.api.BillRunApi;
import org.billrunconsole.domain.Failure;

/** One console's connection to a server, with faults on order. */
public interface FaultyConnection extends BillRunApi {

    /** Orders a fault for the next write; several queue up. */
    void next(WriteFault fault);

    void forgetFaults();

    /** Makes every reading fail until {@link #healReads}. */
    void failReads(Failure failure);

    void healReads();

    /** Called once, when one of the next readings of a run has been answered and before the answer arrives. */
    void afterReading(int readingsToComeBefore, Runnable hook);

    /** Answers the next readings of runs with nothing but the id. */
    void emptyReadings(int count);

    /** Called when a write leaves and before anything comes of it. */
    void whileSending(Consumer<Sending> hook);
}
