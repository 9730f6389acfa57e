package org.billrunconsole.runs.write;

import java.time.InstantSource;
import org.billrunconsole.domain.write.ConfirmedWrite;
import org.billrunconsole.runs.history.RunHistoryRecorder;

/** Tells the history recorder of a write before it is sent, so that the change is not taken for somebody else's. */
public final class HistoryAwareWrites implements Writes {

    private final Writes writes;
    private final RunHistoryRecorder historyRecorder;
    private final InstantSource clock;

    public HistoryAwareWrites(Writes writes, RunHistoryRecorder historyRecorder, InstantSource clock) {
        this.writes = writes;
        this.historyRecorder = historyRecorder;
        this.clock = clock;
    }

    @Override
    public WriteResult perform(ConfirmedWrite write) {
        historyRecorder.expect(write.command(), clock.instant());
        var result = writes.perform(write);
        switch (result) {
            // A write whose answer is missing may still show.
            case WriteResult.Done _,WriteResult.Unknown _,WriteResult.AlreadyUnderWay _ -> {
            }
            case WriteResult.Refused _,WriteResult.NotSent _,WriteResult.ChangedMeanwhile _,WriteResult.NotAllowed _,WriteResult.JournalFailed _ ->
                    historyRecorder.withdraw(write.command().run());
        }
        return result;
    }
}
