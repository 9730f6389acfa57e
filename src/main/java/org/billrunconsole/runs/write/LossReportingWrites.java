package org.billrunconsole.runs.write;

import java.util.function.Consumer;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.write.ConfirmedWrite;

/** Writes that report each failure by which the server may have been lost, so that no step is offered meanwhile. */
public final class LossReportingWrites implements Writes {

    private final Writes writes;
    private final Consumer<Failure> lost;

    /** @param lost called on the thread of the write */
    public LossReportingWrites(Writes writes, Consumer<Failure> lost) {
        this.writes = writes;
        this.lost = lost;
    }

    @Override
    public WriteResult perform(ConfirmedWrite write) {
        var result = writes.perform(write);
        switch (result) {
            case WriteResult.NotSent(var failure) -> lost.accept(failure);
            case WriteResult.Unknown(var failure) -> failure.ifPresent(lost);
            case WriteResult.Done _,WriteResult.Refused _,WriteResult.AlreadyUnderWay _,WriteResult.ChangedMeanwhile _,WriteResult.NotAllowed _,WriteResult.JournalFailed _ ->
                    {
                    }
        }
        return result;
    }
}
