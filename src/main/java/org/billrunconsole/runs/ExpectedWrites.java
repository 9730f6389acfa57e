package org.billrunconsole.runs;

import java.time.InstantSource;
import org.billrunconsole.domain.Command;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.WireRequest;

/** Tells the chronicle of every write before it is made, so that its effects are not taken for somebody else's. */
public final class ExpectedWrites implements Writes {

    private final Writes writes;
    private final Chronicle chronicle;
    private final InstantSource clock;

    public ExpectedWrites(Writes writes, Chronicle chronicle, InstantSource clock) {
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
        return writes.perform(command, confirmed, reason);
    }
}
