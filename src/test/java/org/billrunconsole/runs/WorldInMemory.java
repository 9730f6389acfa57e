package org.billrunconsole.runs;

import java.util.List;
import java.util.OptionalInt;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.testkit.FakeClient;
import org.billrunconsole.testkit.FakeServer;
import org.billrunconsole.testkit.FaultyConnection;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SampleRuns;

/** A server in memory, which can also do what no real one should: take a request for later, or for never. */
public final class WorldInMemory implements WorldServer {

    private static final int RUNS = 4;
    private static final int RECENT = 6;

    private final FakeServer server;
    private long nextId = 1;

    public WorldInMemory(ManualTime time) {
        server = new FakeServer(time);
        timeHasPassed();
    }

    @Override
    public FaultyConnection connect(String name) {
        return new FakeClient(server, name);
    }

    @Override
    public List<RunKey> keys() {
        var keys = server.keys();
        return keys.subList(Math.max(0, keys.size() - RECENT), keys.size());
    }

    @Override
    public Run run(RunKey key) {
        return server.run(key);
    }

    @Override
    public void another(Command command) {
        server.applyForAnother(command);
    }

    @Override
    public int changes(RunKey key) {
        return server.changes(key);
    }

    @Override
    public int sendings() {
        return server.sent().size();
    }

    /** The server finishes what it distributes, and new runs come. */
    @Override
    public void timeHasPassed() {
        server.keys().forEach(server::finish);
        while (server.keys().stream().filter(key -> !run(key).hasStatus(RunStatus.Known.FINALIZED)).count() < RUNS) {
            var id = nextId++;
            server.put(id % RUNS == 0
                    ? SampleRuns.adhoc(id, RunStatus.Known.OPEN, Stage.Known.PROPERTIES, OptionalInt.empty())
                    : SampleRuns.openRun(id));
        }
    }

    @Override
    public void close() {}
}
