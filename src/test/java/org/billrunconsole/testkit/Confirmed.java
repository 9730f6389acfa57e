package org.billrunconsole.testkit;

import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.ConfirmedWrite;
import org.billrunconsole.domain.write.RequestFactory;
import org.billrunconsole.runs.write.WriteResult;
import org.billrunconsole.runs.write.Writes;

/** What an operator does in the confirmation. */
public final class Confirmed {

    private Confirmed() {}

    /** Confirms a command of a run as it is shown, and has it carried out. */
    public static WriteResult perform(RequestFactory requests, Writes writes, Command command, Run shown,
            String reason) {
        return writes.perform(new ConfirmedWrite(command, shown, requests.request(command, shown), reason));
    }
}
