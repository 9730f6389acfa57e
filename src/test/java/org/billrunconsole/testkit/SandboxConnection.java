package org.billrunconsole.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.billrunconsole.api.AdhocBillRunQuery;
import org.billrunconsole.api.BillRunApi;
import org.billrunconsole.api.BillRunQuery;
import org.billrunconsole.api.ClientOptions;
import org.billrunconsole.api.Pages;
import org.billrunconsole.api.ReadRetries;
import org.billrunconsole.api.TokenSource;
import org.billrunconsole.api.http.HttpApi;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.BillingUser;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.WireRequest;
import org.billrunconsole.domain.write.WriteOutcome;
import org.billrunconsole.sandbox.Sandbox;
import org.billrunconsole.sandbox.api.LoggedRequest;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.billrunconsole.sandbox.faults.Fault;
import org.billrunconsole.sandbox.faults.FaultEffect;
import org.billrunconsole.sandbox.faults.FaultEffect.Moment;

/** One console's real connection to a sandbox, whose faults are ordered for one write at a time. */
public final class SandboxConnection implements FaultyConnection {

    /** By the requests they were made into. */
    private final Map<WireRequest, Command> commands = new ConcurrentHashMap<>();

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * Long enough for a request to reach a server on the same machine, short enough to wait for in a test. On a busy
     * machine nothing may have left in the first; then it was not sent, and is tried with the next.
     */
    private static final List<Duration> IMPATIENCE = List.of(Duration.ofMillis(150), Duration.ofMillis(1500),
            Duration.ofSeconds(15));

    private final Sandbox sandbox;
    private final ManualTime time;
    private final Set<Long> claimed;
    private final Consumer<Command> another;
    private final BillRunApi patient;
    private final List<BillRunApi> impatient;
    private final Deque<WriteFault> faults = new ArrayDeque<>();
    private final ReadingFaults readings = new ReadingFaults();
    private Optional<Failure> readFailure = Optional.empty();
    private Consumer<Sending> whileSending = _ -> {};
    private boolean unreachable;
    private int sendings;

    /**
     * @param claimed entries of the sandbox's record that belong to a sending already, shared by all connections to it
     * @param another what another operator does who is quicker
     */
    public SandboxConnection(Sandbox sandbox, ManualTime time, Set<Long> claimed, Consumer<Command> another) {
        this.sandbox = sandbox;
        this.time = time;
        this.claimed = claimed;
        this.another = another;
        patient = connect(PATIENCE);
        impatient = IMPATIENCE.stream().map(this::connect).toList();
    }

    private BillRunApi connect(Duration callTimeout) {
        var options = ClientOptions.of(sandbox.baseUri())
                .withTimeouts(callTimeout, callTimeout, callTimeout)
                .withRetries(new ReadRetries(0, Duration.ZERO, Duration.ZERO));
        return HttpApi.connect(options, new TokenSource() {
            @Override
            public String current() {
                if (unreachable) {
                    throw new FailureException(new Failure.Unauthorised(FakeClient.noAnswer().exchange()));
                }
                return sandbox.token(SandboxUser.OPERATOR);
            }

            @Override
            public Optional<String> renewedAfter(String rejected) {
                return Optional.of(sandbox.token(SandboxUser.OPERATOR));
            }
        });
    }

    /** A write and the entry of the sandbox's record that it became. */
    private final class Recorded implements Sending {

        private final Command command;
        private final WireRequest request;
        private final long after = sandbox.log().count();
        private Optional<LoggedRequest> entry = Optional.empty();

        private Recorded(Command command, WireRequest request) {
            this.command = command;
            this.request = request;
        }

        @Override
        public Command command() {
            return command;
        }

        @Override
        public boolean applied() {
            return entry.filter(LoggedRequest::applied).isPresent();
        }

        /** Takes the entry that came of it; at most one ever does. */
        private boolean claim() {
            entry = entry.or(() -> sandbox.log()
                    .writes()
                    .stream()
                    .filter(each -> each.number() > after && each.path().equals(request.path())
                            && each.body().equals(request.body()))
                    .filter(each -> claimed.add(each.number()))
                    .findFirst());
            return entry.isPresent();
        }
    }

    @Override
    public WriteOutcome send(WireRequest request) {
        var command = commands.get(request);
        var fault = Optional.ofNullable(faults.poll()).orElse(WriteFault.NONE);
        if (fault == WriteFault.KILLED_BEFORE) {
            throw new Kill();
        }
        if (fault == WriteFault.NEVER_LEFT) {
            unreachable = true;
            try {
                return patient.send(request);
            } finally {
                unreachable = false;
            }
        }
        var sending = new Recorded(command, request);
        sendings++;
        whileSending.accept(sending);
        if (fault == WriteFault.OTHER_FIRST) {
            another.accept(command);
        }
        effect(fault).ifPresent(effect -> sandbox.faults().order(Fault.of(effect).onWrites().once()));
        var outcome = isHeld(fault) ? sendAndLeave(sending) : patient.send(request);
        if (!isHeld(fault)) {
            assertThat(sending.claim()).as("an entry for " + command).isTrue();
        }
        return switch (fault) {
            case KILLED_AFTER, KILLED_THEN_LATE -> throw new Kill();
            case BUG -> throw new IllegalStateException("a programming error");
            default -> outcome;
        };
    }

    private static boolean isHeld(WriteFault fault) {
        return fault == WriteFault.LATE || fault == WriteFault.KILLED_THEN_LATE;
    }

    /** Gives up while the sandbox holds the request, which goes on later. */
    private WriteOutcome sendAndLeave(Recorded sending) {
        var outcome = impatient.stream()
                .map(each -> each.send(sending.request))
                .filter(each -> !(each instanceof WriteOutcome.NotSent))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing leaves this machine in " + IMPATIENCE));
        await().atMost(PATIENCE).until(() -> sandbox.faults().held() > 0);
        time.after(WriteFault.LATE_BY, () -> {
            sandbox.faults().releaseHeld();
            await().atMost(PATIENCE).until(sending::claim);
        });
        return outcome;
    }

    private static Optional<FaultEffect> effect(WriteFault fault) {
        return switch (fault) {
            case NONE, OTHER_FIRST, KILLED_AFTER, BUG, NEVER_LEFT, KILLED_BEFORE -> Optional.empty();
            case REFUSED -> Optional.of(new FaultEffect.ErrorStatus(400, Moment.BEFORE));
            case FORBIDDEN -> Optional.of(new FaultEffect.ErrorStatus(403, Moment.BEFORE));
            case UNAUTHORISED -> Optional.of(new FaultEffect.ExpireTokens());
            case LOST -> Optional.of(new FaultEffect.Drop(Moment.BEFORE));
            case ANSWER_LOST -> Optional.of(new FaultEffect.Drop(Moment.AFTER));
            case ERROR -> Optional.of(new FaultEffect.ErrorStatus(500, Moment.BEFORE));
            case ERROR_BUT_DONE -> Optional.of(new FaultEffect.ErrorStatus(502, Moment.AFTER));
            case REFUSED_BUT_DONE -> Optional.of(new FaultEffect.ErrorStatus(400, Moment.AFTER));
            case GARBLED -> Optional.of(new FaultEffect.BrokenJson());
            case LATE, KILLED_THEN_LATE -> Optional.of(new FaultEffect.Hold(Moment.BEFORE));
            // The sandbox never says 200 to what it has not done; these come as near to it as a gateway can.
            case TAKEN_FOR_LATER -> Optional.of(new FaultEffect.HtmlPage(200, Moment.AFTER));
            case TAKEN_AND_FORGOTTEN -> Optional.of(new FaultEffect.HtmlPage(200, Moment.BEFORE));
        };
    }

    /** How many writes have left here. */
    public int sendings() {
        return sendings;
    }

    @Override
    public void next(WriteFault fault) {
        faults.add(fault);
    }

    @Override
    public void forgetFaults() {
        faults.clear();
        readings.forget();
    }

    @Override
    public void afterReading(int readingsToComeBefore, Runnable hook) {
        readings.afterReading(readingsToComeBefore, hook);
    }

    @Override
    public void emptyReadings(int count) {
        readings.emptyReadings(count);
    }

    @Override
    public void failReads(Failure failure) {
        readFailure = Optional.of(failure);
    }

    @Override
    public void healReads() {
        readFailure = Optional.empty();
    }

    @Override
    public void whileSending(Consumer<Sending> hook) {
        whileSending = hook;
    }

    private BillRunApi reading() {
        readFailure.ifPresent(failure -> {
            throw new FailureException(failure);
        });
        return patient;
    }

    @Override
    public BillRun billRun(long id) {
        return (BillRun) readings.arriving(reading().billRun(id));
    }

    @Override
    public AdhocBillRun adhocBillRun(long id) {
        return (AdhocBillRun) readings.arriving(reading().adhocBillRun(id));
    }

    @Override
    public Optional<BillingCycle> billingCycle(long id) {
        return reading().billingCycle(id);
    }

    @Override
    public Pages<BillRun> billRuns(BillRunQuery query) {
        return reading().billRuns(query);
    }

    @Override
    public Pages<AdhocBillRun> adhocBillRuns(AdhocBillRunQuery query) {
        return reading().adhocBillRuns(query);
    }

    @Override
    public Optional<List<BillingCycle>> billingCycles() {
        return reading().billingCycles();
    }

    @Override
    public Optional<BillingUser> user(long id) {
        return reading().user(id);
    }

    @Override
    public WireRequest request(Command command, Run before) {
        var request = patient.request(command, before);
        commands.put(request, command);
        return request;
    }

    @Override
    public void close() {
        patient.close();
        impatient.forEach(BillRunApi::close);
    }
}
