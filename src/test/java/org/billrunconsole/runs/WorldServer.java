package org.billrunconsole.runs;

import java.util.List;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.testkit.FaultyConnection;

/** The server of a {@link WritePathWorld}, with its own record of what was done. */
public interface WorldServer extends AutoCloseable {

    /** A connection for one console. */
    FaultyConnection connect(String name);

    /** Runs that somebody can act on. */
    List<RunKey> keys();

    /** A run as it is, asked without leaving a trace. */
    Run run(RunKey key);

    /** Another operator does something; nothing happens if it is not possible. */
    void another(Command command);

    /** How often a run has been changed, by whomever. */
    int changes(RunKey key);

    /** How many writes have left consoles. */
    int sendings();

    /** Called when time has gone by. */
    void timeHasPassed();

    @Override
    void close();
}
