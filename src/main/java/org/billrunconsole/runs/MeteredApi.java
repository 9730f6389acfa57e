package org.billrunconsole.runs;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.billrunconsole.api.AdhocBillRunQuery;
import org.billrunconsole.api.BillRunApi;
import org.billrunconsole.api.BillRunQuery;
import org.billrunconsole.api.Page;
import org.billrunconsole.api.Pages;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.BillingUser;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.WireRequest;
import org.billrunconsole.domain.write.WriteOutcome;

/** Counts and times the requests to the API: one for each page and call; retries inside a call are not seen. */
public final class MeteredApi implements BillRunApi {

    private final BillRunApi api;
    private final RequestRate rate;
    private final RequestTimes times;

    public MeteredApi(BillRunApi api, RequestRate rate, RequestTimes times) {
        this.api = api;
        this.rate = rate;
        this.times = times;
    }

    @Override
    public Pages<BillRun> billRuns(BillRunQuery query) {
        return metered("GET /bill-runs", api.billRuns(query));
    }

    @Override
    public Pages<AdhocBillRun> adhocBillRuns(AdhocBillRunQuery query) {
        return metered("GET /adhoc-bill-runs", api.adhocBillRuns(query));
    }

    @Override
    public BillRun billRun(long id) {
        return metered("GET /bill-runs/" + id, () -> api.billRun(id));
    }

    @Override
    public AdhocBillRun adhocBillRun(long id) {
        return metered("GET /adhoc-bill-runs/" + id, () -> api.adhocBillRun(id));
    }

    @Override
    public WriteOutcome send(WireRequest request) {
        return metered(request.method() + " " + request.path(), () -> api.send(request));
    }

    @Override
    public WireRequest request(Command command, Run before) {
        return api.request(command, before);
    }

    @Override
    public Optional<List<BillingCycle>> billingCycles() {
        return metered("GET /billing-cycles", () -> api.billingCycles());
    }

    @Override
    public Optional<BillingCycle> billingCycle(long id) {
        return metered("GET /billing-cycles/" + id, () -> api.billingCycle(id));
    }

    @Override
    public Optional<BillingUser> user(long id) {
        return metered("GET /users/" + id, () -> api.user(id));
    }

    @Override
    public void close() {
        api.close();
    }

    private <T> T metered(String what, Supplier<T> request) {
        rate.count();
        return times.timing(what, request);
    }

    private <R> Pages<R> metered(String what, Pages<R> pages) {
        return new Pages<>() {
            @Override
            public boolean hasNext() {
                return pages.hasNext();
            }

            @Override
            public Page<R> next() {
                return metered(what, pages::next);
            }

            @Override
            public void close() {
                pages.close();
            }
        };
    }
}
