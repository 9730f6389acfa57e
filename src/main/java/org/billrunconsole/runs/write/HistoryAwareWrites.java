package org.billrunconsole.runs.write;

import java.time.InstantSource;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.WireRequest;
import org.billrunconsole.runs.history.RunHistoryRecorder;

/** Writes that tell the chronicle what is about to change, so that it is not taken for somebody else's doing. */
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
    public WireRequest preview(Command command, Run before) {
        return writes.preview(command, before);
    }

    @Override
    public WriteResult perform(Command command, Run confirmed, String reason) {
        historyRecorder.expect(command, clock.instant());
        var result = writes.perform(command, confirmed, reason);
        switch (result) {
            // A write whose answer is missing may still show.
            case WriteResult.Done _,WriteResult.Unknown _,WriteResult.AlreadyUnderWay _ -> {
            }
            case WriteResult.Refused _,WriteResult.NotSent _,WriteResult.ChangedMeanwhile _,WriteResult.NotAllowed _,WriteResult.JournalFailed _ ->
                    historyRecorder.withdraw(command.run());
        }
        return result;
    }
}
