package org.billrunconsole.api.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.billrunconsole.api.AdhocBillRunQuery;
import org.billrunconsole.api.BillRunApi;
import org.billrunconsole.api.BillRunQuery;
import org.billrunconsole.api.Pages;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.BillingUser;
import org.billrunconsole.domain.Command;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.WireRequest;
import org.billrunconsole.domain.WriteOutcome;

/** The operations of the contract in terms of reads, writes and pages. */
final class HttpBillRunApi implements BillRunApi {

    private final Reads reads;
    private final Writes writes;
    private final WriteRequests writeRequests;
    private final Nicety cycleList = new Nicety("the list of billing cycles");
    private final Nicety cycle = new Nicety("single billing cycles");
    private final Nicety users = new Nicety("users");

    HttpBillRunApi(Reads reads, Writes writes, WriteRequests writeRequests) {
        this.reads = reads;
        this.writes = writes;
        this.writeRequests = writeRequests;
    }

    @Override
    public Pages<BillRun> billRuns(BillRunQuery query) {
        var filters = new LinkedHashMap<String, String>();
        query.status().ifPresent(status -> filters.put("billRunStatus", status.wire()));
        query.cycleId().ifPresent(id -> filters.put("billingCycleId", Long.toString(id)));
        query.groupName().ifPresent(name -> filters.put("billingCycleGroupName", name.wire()));
        return new Listing<>("/bill-runs", RunMapping::billRun, BillRun::id).pages(filters, query.fields(),
                query.pageSize(), query.ahead(), reads::read);
    }

    @Override
    public Pages<AdhocBillRun> adhocBillRuns(AdhocBillRunQuery query) {
        var filters = new LinkedHashMap<String, String>();
        query.status().ifPresent(status -> filters.put("billRunStatus", status.wire()));
        return new Listing<>("/adhoc-bill-runs", RunMapping::adhocBillRun, AdhocBillRun::id).pages(filters,
                query.fields(), query.pageSize(), query.ahead(), reads::read);
    }

    @Override
    public BillRun billRun(long id) {
        return reads.read(Target.get("/bill-runs/" + id), Reading.one(id, RunMapping::billRun));
    }

    @Override
    public AdhocBillRun adhocBillRun(long id) {
        return reads.read(Target.get("/adhoc-bill-runs/" + id), Reading.one(id, RunMapping::adhocBillRun));
    }

    @Override
    public WriteOutcome send(Command command, Run before) {
        var key = command.run();
        return writes.send(preview(command, before),
                Reading.one(key.id(), (_, json) -> RunMapping.run(key, json)));
    }

    @Override
    public WireRequest preview(Command command, Run before) {
        return writeRequests.of(command, before);
    }

    @Override
    public Optional<List<BillingCycle>> billingCycles() {
        return cycleList.ask(() -> {
            var cycles = new ArrayList<BillingCycle>();
            try (var pages = new Listing<>("/billing-cycles", RunMapping::billingCycle, BillingCycle::id)
                    .pages(Map.of(), List.of(), BillRunQuery.LARGEST_PAGE, true, reads::readQuietly)) {
                pages.forEachRemaining(page -> cycles.addAll(page.rows()));
            }
            return List.copyOf(cycles);
        });
    }

    @Override
    public Optional<BillingCycle> billingCycle(long id) {
        return cycle.ask(() -> reads.readQuietly(Target.get("/billing-cycles/" + id),
                Reading.one(id, RunMapping::billingCycle)));
    }

    @Override
    public Optional<BillingUser> user(long id) {
        return users.ask(() -> reads.readQuietly(Target.get("/users/" + id), Reading.one(id, RunMapping::user)));
    }

    @Override
    public void close() {
        reads.close();
        writes.close();
    }
}
