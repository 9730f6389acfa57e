package org.billrunconsole.testkit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Run;

/** What happens to readings of runs between a server and the console that asked. */
final class ReadingFaults {

    private Runnable hook = () -> {};
    private int readingsToComeBefore = -1;
    private int empty;

    void afterReading(int toComeBefore, Runnable what) {
        readingsToComeBefore = toComeBefore;
        hook = what;
    }

    void emptyReadings(int count) {
        empty = count;
    }

    void forget() {
        readingsToComeBefore = -1;
        empty = 0;
    }

    /** A reading as it arrives. */
    Run arriving(Run answered) {
        if (readingsToComeBefore >= 0 && readingsToComeBefore-- == 0) {
            hook.run();
        }
        if (empty == 0) {
            return answered;
        }
        empty--;
        return switch (answered) {
            case BillRun run -> SampleRuns.bare(run.id());
            case AdhocBillRun run -> new AdhocBillRun(run.id(), Optional.empty(), Optional.empty(), Optional.empty(),
                    Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), OptionalLong.empty(),
                    OptionalLong.empty(), List.of(), List.of());
        };
    }
}
