package org.billrunconsole.testkit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.billrunconsole.api.AdhocBillRunQuery;
import org.billrunconsole.api.BillRunQuery;
import org.billrunconsole.api.Pages;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.ApiCall;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.BillingUser;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.Failure.ServerWords;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.WireRequest;
import org.billrunconsole.domain.write.WriteOutcome;

/** One console's connection to a {@link FakeServer}, with faults on order. */
public final class FakeClient implements FaultyConnection {

    private final List<WireRequest> requestsSent = new CopyOnWriteArrayList<>();
    /** By the requests they were made into. */
    private final Map<WireRequest, Command> commands = new ConcurrentHashMap<>();

    private final FakeServer server;
    private final String name;
    private final Deque<WriteFault> faults = new ArrayDeque<>();
    private Optional<Failure> readFailure = Optional.empty();
    private Consumer<Sending> whileSending = _ -> {};
    private Runnable whileReading = () -> {};
    private final ReadingFaults readings = new ReadingFaults();

    public FakeClient(FakeServer server, String name) {
        this.server = server;
        this.name = name;
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

    @Override
    public void afterReading(int readingsToComeBefore, Runnable hook) {
        readings.afterReading(readingsToComeBefore, hook);
    }

    @Override
    public void emptyReadings(int count) {
        readings.emptyReadings(count);
    }

    /** Called before each reading of a run. */
    public void whileReading(Runnable hook) {
        whileReading = hook;
    }

    public static Failure noAnswer() {
        return new Failure.TimedOut(exchange(OptionalInt.empty()));
    }

    private static ApiCall exchange(OptionalInt status) {
        return new ApiCall("PATCH", "/", status, Optional.empty(), Duration.ofSeconds(1));
    }

    /** What was to go over the wire, in this order. */
    public List<WireRequest> requestsSent() {
        return List.copyOf(requestsSent);
    }

    @Override
    public WriteOutcome send(WireRequest request) {
        requestsSent.add(request);
        var command = commands.get(request);
        var fault = Optional.ofNullable(faults.poll()).orElse(WriteFault.NONE);
        if (fault == WriteFault.KILLED_BEFORE) {
            throw new Kill();
        }
        if (fault == WriteFault.NEVER_LEFT) {
            return new WriteOutcome.NotSent(new Failure.Unreachable(exchange(OptionalInt.empty()),
                    Failure.Unreachable.Cause.REFUSED, "connection refused"));
        }
        var write = server.arrives(command, name);
        whileSending.accept(write);
        return switch (fault) {
            case NONE -> answered(server.apply(write), command);
            case OTHER_FIRST -> {
                server.applyForAnother(command);
                yield answered(server.apply(write), command);
            }
            case UNAUTHORISED -> new WriteOutcome.Refused(new Failure.Unauthorised(exchange(OptionalInt.of(401))));
            case REFUSED_BUT_DONE -> {
                server.apply(write);
                yield refused("out of the closeable window");
            }
            case REFUSED -> refused("out of the closeable window");
            case FORBIDDEN -> new WriteOutcome.Refused(new Failure.Forbidden(exchange(OptionalInt.of(403)),
                    ServerWords.NONE));
            case LOST -> new WriteOutcome.OutcomeUnknown(noAnswer());
            case ANSWER_LOST -> unknown(write, noAnswer());
            case ERROR_BUT_DONE -> unknown(write, serverError(502));
            case GARBLED -> unknown(write, new Failure.MalformedAnswer(exchange(OptionalInt.of(200)), "no JSON"));
            case ERROR -> new WriteOutcome.OutcomeUnknown(serverError(500));
            case LATE -> {
                server.applyLater(write, WriteFault.LATE_BY);
                yield new WriteOutcome.OutcomeUnknown(noAnswer());
            }
            case TAKEN_FOR_LATER -> {
                server.applyLater(write, Duration.ofSeconds(5));
                yield new WriteOutcome.Applied(server.run(command.run()));
            }
            case TAKEN_AND_FORGOTTEN -> new WriteOutcome.Applied(server.run(command.run()));
            case KILLED_AFTER -> {
                server.apply(write);
                throw new Kill();
            }
            case KILLED_THEN_LATE -> {
                server.applyLater(write, WriteFault.LATE_BY);
                throw new Kill();
            }
            case BUG -> {
                server.apply(write);
                throw new IllegalStateException("a programming error");
            }
            case NEVER_LEFT, KILLED_BEFORE -> throw new IllegalStateException("handled above");
        };
    }

    private WriteOutcome answered(Optional<String> refusal, Command command) {
        return refusal.map(FakeClient::refused).orElseGet(() -> new WriteOutcome.Applied(server.run(command.run())));
    }

    private WriteOutcome unknown(FakeServer.Sent write, Failure failure) {
        server.apply(write);
        return new WriteOutcome.OutcomeUnknown(failure);
    }

    private static WriteOutcome refused(String words) {
        return new WriteOutcome.Refused(new Failure.Rejected(exchange(OptionalInt.of(400)),
                new ServerWords(Optional.of("Bad Request"), Optional.of(words))));
    }

    private static Failure serverError(int status) {
        return new Failure.ServerError(exchange(OptionalInt.of(status)), ServerWords.NONE);
    }

    @Override
    public BillRun billRun(long id) {
        return (BillRun) read(RunKey.regular(id));
    }

    @Override
    public AdhocBillRun adhocBillRun(long id) {
        return (AdhocBillRun) read(RunKey.adhoc(id));
    }

    private Run read(RunKey key) {
        whileReading.run();
        readFailure.ifPresent(failure -> {
            throw new FailureException(failure);
        });
        return readings.arriving(server.find(key)
                .orElseThrow(() -> new FailureException(new Failure.NotFound(exchange(OptionalInt.of(404))))));
    }

    @Override
    public WireRequest request(Command command, Run before) {
        var request = new WireRequest(command.run(), "PATCH", command.run().path(), WireRequest.JSON_PATCH,
                command.toString());
        commands.put(request, command);
        return request;
    }

    @Override
    public Optional<BillingCycle> billingCycle(long id) {
        readFailure.ifPresent(failure -> {
            throw new FailureException(failure);
        });
        return Optional.of(FakeServer.CYCLE);
    }

    @Override
    public Optional<List<BillingCycle>> billingCycles() {
        return Optional.of(List.of(FakeServer.CYCLE));
    }

    @Override
    public Optional<BillingUser> user(long id) {
        return Optional.empty();
    }

    @Override
    public Pages<BillRun> billRuns(BillRunQuery query) {
        throw new UnsupportedOperationException("This stand-in has no lists");
    }

    @Override
    public Pages<AdhocBillRun> adhocBillRuns(AdhocBillRunQuery query) {
        throw new UnsupportedOperationException("This stand-in has no lists");
    }

    @Override
    public void close() {}
}
