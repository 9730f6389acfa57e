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
import org.billrunconsole.api.http.transport.Endpoint;
import org.billrunconsole.api.http.wire.AnswerReaders;
import org.billrunconsole.api.http.wire.RunMapping;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.BillingUser;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.WireRequest;
import org.billrunconsole.domain.write.WriteOutcome;

/** The operations of the contract in terms of reads, writes and pages. */
final class HttpBillRunApi implements BillRunApi {

    private final HttpReads reads;
    private final HttpWrites writes;
    private final WriteRequests writeRequests;
    private final OptionalEndpoint cycleList = new OptionalEndpoint("the list of billing cycles");
    private final OptionalEndpoint cycle = new OptionalEndpoint("single billing cycles");
    private final OptionalEndpoint users = new OptionalEndpoint("users");

    HttpBillRunApi(HttpReads reads, HttpWrites writes, WriteRequests writeRequests) {
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
        return new ListEndpoint<>("/bill-runs", RunMapping::billRun, BillRun::id).pages(filters, query.fields(),
                query.pageSize(), query.ahead(), reads::read);
    }

    @Override
    public Pages<AdhocBillRun> adhocBillRuns(AdhocBillRunQuery query) {
        var filters = new LinkedHashMap<String, String>();
        query.status().ifPresent(status -> filters.put("billRunStatus", status.wire()));
        return new ListEndpoint<>("/adhoc-bill-runs", RunMapping::adhocBillRun, AdhocBillRun::id,
                run -> run.adhocProductInventoryIds().size() + run.rentalProductInventoryIds().size()).pages(filters,
                        query.fields(), query.pageSize(), query.ahead(), reads::read);
    }

    @Override
    public BillRun billRun(long id) {
        return reads.read(Endpoint.get("/bill-runs/" + id), AnswerReaders.one(id, RunMapping::billRun));
    }

    @Override
    public AdhocBillRun adhocBillRun(long id) {
        return reads.read(Endpoint.get("/adhoc-bill-runs/" + id), AnswerReaders.one(id, RunMapping::adhocBillRun));
    }

    @Override
    public WriteOutcome send(WireRequest request) {
        var key = request.run();
        return writes.send(request,
                AnswerReaders.one(key.id(), (_, row) -> RunMapping.run(key, row)));
    }

    @Override
    public WireRequest request(Command command, Run before) {
        return writeRequests.of(command, before);
    }

    @Override
    public Optional<List<BillingCycle>> billingCycles() {
        return cycleList.ask(() -> {
            var cycles = new ArrayList<BillingCycle>();
            try (var pages = new ListEndpoint<>("/billing-cycles", RunMapping::billingCycle, BillingCycle::id)
                    .pages(Map.of(), List.of(), BillRunQuery.LARGEST_PAGE, true, reads::readQuietly)) {
                pages.forEachRemaining(page -> cycles.addAll(page.rows()));
            }
            return List.copyOf(cycles);
        });
    }

    @Override
    public Optional<BillingCycle> billingCycle(long id) {
        return cycle.ask(() -> reads.readQuietly(Endpoint.get("/billing-cycles/" + id),
                AnswerReaders.one(id, RunMapping::billingCycle)));
    }

    @Override
    public Optional<BillingUser> user(long id) {
        return users
                .ask(() -> reads.readQuietly(Endpoint.get("/users/" + id), AnswerReaders.one(id, RunMapping::user)));
    }

    @Override
    public void close() {
        reads.close();
        writes.close();
    }
}
