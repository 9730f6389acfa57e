package org.billrunconsole.testkit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.billrunconsole.api.AdhocBillRunQuery;
import org.billrunconsole.api.BillRunApi;
import org.billrunconsole.api.BillRunQuery;
import org.billrunconsole.api.Page;
import org.billrunconsole.api.Pages;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.ApiCall;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.BillingUser;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.WireRequest;
import org.billrunconsole.domain.write.WriteOutcome;

/** A server in memory for tests of what stands on the port: it lists and reads what was put in, and counts calls. */
public final class StubApi implements BillRunApi {

    private final Map<RunKey, Run> runs = new LinkedHashMap<>();
    private final Map<Long, BillingUser> users = new HashMap<>();
    private Optional<List<BillingCycle>> cycles = Optional.empty();
    private final List<String> calls = new ArrayList<>();
    private Optional<Failure> failing = Optional.empty();
    private Optional<String> failingOnly = Optional.empty();
    private Runnable during = () -> {};
    private int pageSize = BillRunQuery.LARGEST_PAGE;

    /** Puts a run in, or another state of one. */
    public void put(Run run) {
        runs.put(run.key(), run);
    }

    /** The billing cycles there are; without, the server offers none. */
    public void put(List<BillingCycle> offered) {
        cycles = Optional.of(List.copyOf(offered));
    }

    /** A user whose name the server gives. */
    public void put(BillingUser user) {
        users.put(user.id(), user);
    }

    /** Gives lists in pages of so many runs. */
    public void pagesOf(int runs) {
        pageSize = runs;
    }

    /** Makes every call fail until told otherwise. */
    public void fail(Failure failure) {
        failing = Optional.of(failure);
    }

    /** Makes one call fail, named as in {@link #calls}. */
    public void failOn(String call, Failure failure) {
        failingOnly = Optional.of(call);
        failing = Optional.of(failure);
    }

    public void recover() {
        failing = Optional.empty();
        failingOnly = Optional.empty();
    }

    public void remove(RunKey run) {
        runs.remove(run);
    }

    /** Does something while the next call is under way. */
    public void during(Runnable what) {
        during = what;
    }

    /** The calls so far, such as {@code LIST REGULAR CLOSED} and {@code GET /bill-runs/7}. */
    public List<String> calls() {
        return calls;
    }

    /** A failure of the named kind for a call that was not answered. */
    public static ApiCall exchange() {
        return new ApiCall("GET", "/bill-runs", OptionalInt.empty(), Optional.empty(), Duration.ofMillis(7));
    }

    @Override
    public Pages<BillRun> billRuns(BillRunQuery query) {
        call("LIST REGULAR " + query.status().map(Enum::name).orElse("ALL"));
        return pages(runs.values()
                .stream()
                .filter(BillRun.class::isInstance)
                .map(BillRun.class::cast)
                .filter(run -> query.status().isEmpty() || run.hasStatus(query.status().get()))
                .toList());
    }

    @Override
    public Pages<AdhocBillRun> adhocBillRuns(AdhocBillRunQuery query) {
        call("LIST ADHOC " + query.status().map(Enum::name).orElse("ALL"));
        return pages(runs.values()
                .stream()
                .filter(AdhocBillRun.class::isInstance)
                .map(AdhocBillRun.class::cast)
                .filter(run -> query.status().isEmpty() || run.hasStatus(query.status().get()))
                .toList());
    }

    @Override
    public BillRun billRun(long id) {
        return (BillRun) one(RunKey.regular(id));
    }

    @Override
    public AdhocBillRun adhocBillRun(long id) {
        return (AdhocBillRun) one(RunKey.adhoc(id));
    }

    @Override
    public WriteOutcome send(WireRequest request) {
        throw new UnsupportedOperationException("This stand-in only reads");
    }

    @Override
    public WireRequest request(Command command, Run before) {
        return new WireRequest(command.run(), "PATCH", command.run().path(), WireRequest.JSON_PATCH,
                command.action().name());
    }

    @Override
    public Optional<List<BillingCycle>> billingCycles() {
        return cycles;
    }

    @Override
    public Optional<BillingCycle> billingCycle(long id) {
        return Optional.empty();
    }

    @Override
    public Optional<BillingUser> user(long id) {
        return Optional.ofNullable(users.get(id));
    }

    @Override
    public void close() {}

    private Run one(RunKey key) {
        call("GET " + key.path());
        var run = runs.get(key);
        if (run == null) {
            throw new FailureException(new Failure.NotFound(exchange()));
        }
        return run;
    }

    private void call(String what) {
        calls.add(what);
        var meanwhile = during;
        during = () -> {};
        meanwhile.run();
        failing.filter(_ -> failingOnly.isEmpty() || failingOnly.get().equals(what)).ifPresent(failure -> {
            throw new FailureException(failure);
        });
    }

    private <R> Pages<R> pages(List<R> rows) {
        var pages = new ArrayDeque<Page<R>>();
        for (int from = 0; from == 0 || from < rows.size(); from += pageSize) {
            int to = Math.min(rows.size(), from + pageSize);
            pages.add(new Page<>(rows.subList(from, to), to == rows.size()));
        }
        return new Pages<>() {
            @Override
            public boolean hasNext() {
                return !pages.isEmpty();
            }

            @Override
            public Page<R> next() {
                return pages.remove();
            }

            @Override
            public void close() {
                pages.clear();
            }
        };
    }
}
