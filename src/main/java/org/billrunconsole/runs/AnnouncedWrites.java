package org.billrunconsole.runs;

import java.time.InstantSource;
import org.billrunconsole.domain.Command;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.WireRequest;

/** Writes that tell the chronicle what is about to change, so that it is not taken for somebody else's doing. */
public final class AnnouncedWrites implements Writes {

    private final Writes writes;
    private final Chronicle chronicle;
    private final InstantSource clock;

    public AnnouncedWrites(Writes writes, Chronicle chronicle, InstantSource clock) {
        this.writes = writes;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    @Override
    public WireRequest preview(Command command, Run before) {
        return writes.preview(command, before);
    }

    @Override
    public WriteResult perform(Command command, Run confirmed, String reason) {
        chronicle.expect(command, clock.instant());
        var result = writes.perform(command, confirmed, reason);
        switch (result) {
            // A write whose answer is missing may still show.
            case WriteResult.Done _,WriteResult.Unknown _,WriteResult.AlreadyUnderWay _ -> {
            }
            case WriteResult.Refused _,WriteResult.NotSent _,WriteResult.ChangedMeanwhile _,WriteResult.NotAllowed _,WriteResult.JournalFailed _ ->
                    chronicle.withdraw(command.run());
        }
        return result;
    }
}
