package org.billrunconsole.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.write.Command;

/** The state and the rules of a server, in memory: forward moves only, all of a patch or none of it. */
public final class FakeServer {

    public static final BillingCycle CYCLE = new BillingCycle(3, "Monthly", Optional.of("GBP"),
            Optional.of("MONTHLY"), OptionalInt.of(1), OptionalInt.empty(), OptionalInt.empty(), Optional.empty(),
            OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), Optional.empty());

    /** One write as it reached the wire, and what became of it. */
    public static final class Sent implements Sending {

        private final Command command;
        private final String client;
        private boolean applied;

        private Sent(Command command, String client) {
            this.command = command;
            this.client = client;
        }

        @Override
        public Command command() {
            return command;
        }

        public String client() {
            return client;
        }

        @Override
        public boolean applied() {
            return applied;
        }
    }

    private final ManualTime time;
    private final Map<RunKey, Run> runs = new LinkedHashMap<>();
    private final List<Sent> sent = new ArrayList<>();
    private final Map<RunKey, Integer> changes = new LinkedHashMap<>();

    public FakeServer(ManualTime time) {
        this.time = time;
    }

    /** Puts a run in, or another state of one, as the server's own work or another operator's would. */
    public void put(Run run) {
        runs.put(run.key(), run);
        changes.merge(run.key(), 1, Integer::sum);
    }

    public Optional<Run> find(RunKey key) {
        return Optional.ofNullable(runs.get(key));
    }

    public Run run(RunKey key) {
        return find(key).orElseThrow();
    }

    public List<RunKey> keys() {
        return List.copyOf(runs.keySet());
    }

    /** Every write that reached the wire, in order. */
    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** How often a run has been changed by somebody; what the server does by itself does not count. */
    public int changes(RunKey key) {
        return changes.getOrDefault(key, 0);
    }

    Sent arrives(Command command, String client) {
        var write = new Sent(command, client);
        sent.add(write);
        return write;
    }

    /** Carries out a write; empty, or the words of the refusal. */
    Optional<String> apply(Sent write) {
        var now = run(write.command.run());
        if (!isLegal(write.command, now)) {
            return Optional.of(write.command.action() + " is not possible in " + now.stage().orElseThrow().wire());
        }
        put(after(write.command, now));
        write.applied = true;
        return Optional.empty();
    }

    void applyLater(Sent write, Duration delay) {
        time.after(delay, () -> apply(write));
    }

    /** What another operator does; false if it was not possible. */
    public boolean applyForAnother(Command command) {
        return apply(new Sent(command, "another")).isEmpty();
    }

    /** The server finishes a distribution by itself. */
    public void finish(RunKey key) {
        if (run(key).isInStage(Stage.Known.DISTRIBUTION)) {
            runs.put(key, with(run(key), RunStatus.Known.FINALIZED, Stage.Known.FINISHED));
        }
    }

    private static boolean isLegal(Command command, Run now) {
        var stage = (Stage.Known) now.stage().orElseThrow();
        return switch (command) {
            case Command.Close _,Command.AdjustSchedule _ -> now.hasStatus(RunStatus.Known.OPEN);
            case Command.DraftInvoices _ -> now.hasStatus(RunStatus.Known.CLOSED)
                    && stage.compareTo(Stage.Known.DRAFT_INVOICES) < 0;
            case Command.FullInvoices _ -> now.hasStatus(RunStatus.Known.CLOSED)
                    && stage.compareTo(Stage.Known.FULL_INVOICES) < 0;
            case Command.Distribute _ -> stage == Stage.Known.FULL_INVOICES;
            case Command.Reopen _ -> now.hasStatus(RunStatus.Known.CLOSED)
                    && stage.compareTo(Stage.Known.FULL_INVOICES) < 0;
            case Command.ChangeInvoiceDate _ -> stage.compareTo(Stage.Known.FULL_INVOICES) < 0;
            case Command.ChangeNickname _ -> !stage.isPastDistribution();
        };
    }

    private static Run after(Command command, Run now) {
        return switch (command) {
            case Command.Close(_, var date, var nickname) -> {
                var closed = with(now, RunStatus.Known.CLOSED, Stage.Known.REPORTING);
                var dated = date.isPresent() ? SampleRuns.withInvoiceDate(closed, date.get()) : closed;
                yield nickname.isPresent() ? SampleRuns.withNickname(dated, nickname.get()) : dated;
            }
            case Command.DraftInvoices _ -> with(now, RunStatus.Known.CLOSED, Stage.Known.DRAFT_INVOICES);
            case Command.FullInvoices _ -> with(now, RunStatus.Known.CLOSED, Stage.Known.FULL_INVOICES);
            case Command.Distribute _ -> with(now, RunStatus.Known.CLOSED, Stage.Known.DISTRIBUTION);
            case Command.Reopen _ -> with(now, RunStatus.Known.OPEN, Stage.Known.PROPERTIES);
            case Command.ChangeInvoiceDate(_, var date) -> SampleRuns.withInvoiceDate(now, date);
            case Command.ChangeNickname(_, var nickname) -> SampleRuns.withNickname(now, nickname);
            case Command.AdjustSchedule(_, var periods) -> SampleRuns.withPeriod((BillRun) now,
                    CYCLE.shifted(((BillRun) now).periodStart().orElseThrow(), periods).orElseThrow(),
                    CYCLE.shifted(((BillRun) now).periodEnd().orElseThrow(), periods).orElseThrow());
        };
    }

    private static Run with(Run run, RunStatus status, Stage stage) {
        return switch (run) {
            case BillRun regular -> SampleRuns.with(regular, status, stage, OptionalLong.of(4));
            case AdhocBillRun adhoc -> SampleRuns.with(adhoc, status, stage);
        };
    }
}
