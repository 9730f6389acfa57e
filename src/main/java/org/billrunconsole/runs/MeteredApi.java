package org.billrunconsole.runs;

import java.util.List;
import java.util.Optional;
import org.billrunconsole.api.AdhocBillRunQuery;
import org.billrunconsole.api.BillRunApi;
import org.billrunconsole.api.BillRunQuery;
import org.billrunconsole.api.Page;
import org.billrunconsole.api.Pages;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.BillingUser;
import org.billrunconsole.domain.Command;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.WireRequest;
import org.billrunconsole.domain.WriteOutcome;

/** An API whose requests are counted: one for each page and call; retries inside a call are not seen. */
public final class MeteredApi implements BillRunApi {

    private final BillRunApi api;
    private final RequestRate rate;

    public MeteredApi(BillRunApi api, RequestRate rate) {
        this.api = api;
        this.rate = rate;
    }

    @Override
    public Pages<BillRun> billRuns(BillRunQuery query) {
        return metered(api.billRuns(query));
    }

    @Override
    public Pages<AdhocBillRun> adhocBillRuns(AdhocBillRunQuery query) {
        return metered(api.adhocBillRuns(query));
    }

    @Override
    public BillRun billRun(long id) {
        rate.count();
        return api.billRun(id);
    }

    @Override
    public AdhocBillRun adhocBillRun(long id) {
        rate.count();
        return api.adhocBillRun(id);
    }

    @Override
    public WriteOutcome send(Command command, Run before) {
        rate.count();
        return api.send(command, before);
    }

    @Override
    public WireRequest preview(Command command, Run before) {
        return api.preview(command, before);
    }

    @Override
    public Optional<List<BillingCycle>> billingCycles() {
        rate.count();
        return api.billingCycles();
    }

    @Override
    public Optional<BillingCycle> billingCycle(long id) {
        rate.count();
        return api.billingCycle(id);
    }

    @Override
    public Optional<BillingUser> user(long id) {
        rate.count();
        return api.user(id);
    }

    @Override
    public void close() {
        api.close();
    }

    private <R> Pages<R> metered(Pages<R> pages) {
        return new Pages<>() {
            @Override
            public boolean hasNext() {
                return pages.hasNext();
            }

            @Override
            public Page<R> next() {
                rate.count();
                return pages.next();
            }

            @Override
            public void close() {
                pages.close();
            }
        };
    }
}
