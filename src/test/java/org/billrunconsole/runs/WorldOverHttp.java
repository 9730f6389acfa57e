package org.billrunconsole.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.billrunconsole.api.ClientOptions;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.lifecycle.Lifecycle;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.sandbox.Sandbox;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.sandbox.lifecycle.RunSnapshot;
import org.billrunconsole.sandbox.lifecycle.SandboxClock;
import org.billrunconsole.testkit.FaultyConnection;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SandboxConnection;
import org.billrunconsole.testkit.Sandboxes;

/** The sandbox behind real HTTP connections, on the world's own time. */
public final class WorldOverHttp implements WorldServer {

    /** Stages take seconds instead of minutes, so that runs get through while a chain of actions lasts. */
    private static final double SPEED = 60;

    private static final int RUNS_OF_A_KIND = 4;

    private final Sandboxes sandboxes = new Sandboxes();
    private final Sandbox sandbox;
    private final ManualTime time;
    private final SandboxConnection look;
    private final List<SandboxConnection> connections = new ArrayList<>();
    private final Set<Long> claimed = new HashSet<>();
    private final Map<RunKey, Integer> byAnother = new HashMap<>();

    public WorldOverHttp(ManualTime time) {
        this.time = time;
        sandbox = sandboxes.start(SandboxOptions.defaults()
                .withClock(SandboxClock.of(time, ZoneOffset.UTC))
                .withSpeed(SPEED)
                .withDrift(false));
        // The system then closes none of them by itself, and whatever changes was changed by somebody who is counted.
        sandbox.runs(RunKind.REGULAR).forEach(run -> sandbox.otherOperator().setPaused(run.key(), true));
        look = new SandboxConnection(sandbox, time, claimed, this::another);
    }

    @Override
    public FaultyConnection connect(String name) {
        var connection = new SandboxConnection(sandbox, time, claimed, this::another);
        connections.add(connection);
        return connection;
    }

    @Override
    public List<RunKey> keys() {
        return Stream.of(RunKind.values())
                .flatMap(kind -> sandbox.runs(kind).stream().filter(WorldOverHttp::isOfUse).limit(RUNS_OF_A_KIND))
                .map(RunSnapshot::key)
                .toList();
    }

    private static boolean isOfUse(RunSnapshot run) {
        return run.closeable() || run.status() == RunStatus.Known.CLOSED && !run.stage().isPastDistribution();
    }

    @Override
    public Run run(RunKey key) {
        return look.run(key);
    }

    @Override
    public void another(Command command) {
        try {
            if (command instanceof Command.AdjustSchedule(var run, var periods)) {
                sandbox.otherOperator().adjustSchedule(run, periods);
            } else {
                sandbox.otherOperator().patch(command.run(), Lifecycle.patch(command,
                        ClientOptions.ASSUMED_REOPEN_PATCH));
            }
            byAnother.merge(command.run(), 1, Integer::sum);
        } catch (IllegalArgumentException _) {
            // The sandbox says no to them as to anybody.
        }
    }

    @Override
    public int changes(RunKey key) {
        var byConsoles = sandbox.log()
                .writes()
                .stream()
                .filter(entry -> entry.applied() && isAbout(entry.path(), key))
                .count();
        return (int) byConsoles + byAnother.getOrDefault(key, 0);
    }

    private static boolean isAbout(String path, RunKey key) {
        return path.equals(key.path())
                || key.kind() == RunKind.REGULAR && path.startsWith("/adjust-bill-run-schedule/" + key.id() + "?");
    }

    @Override
    public int sendings() {
        return connections.stream().mapToInt(SandboxConnection::sendings).sum();
    }

    @Override
    public void timeHasPassed() {
        // The sandbox computes everything from the time.
    }

    @Override
    public void close() {
        // Every write in the sandbox's own record is one that was sent once.
        assertThat(sandbox.log().writes()).allMatch(entry -> claimed.contains(entry.number()));
        connections.forEach(SandboxConnection::close);
        look.close();
        sandbox.close();
        assertThat(sandboxes.problems()).isEmpty();
    }
}
