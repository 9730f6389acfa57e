package org.billrunconsole.runs;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.billrunconsole.api.OptionalAnswer;
import org.billrunconsole.api.ReviewApi;
import org.billrunconsole.api.UsageSuspenseFilter;
import org.billrunconsole.domain.customer.AdhocInventory;
import org.billrunconsole.domain.customer.AdhocInvoicePayment;
import org.billrunconsole.domain.customer.BuyRateSuspense;
import org.billrunconsole.domain.customer.Customer;
import org.billrunconsole.domain.customer.CustomerBillingSummary;
import org.billrunconsole.domain.customer.DialStringSuspense;
import org.billrunconsole.domain.customer.RentalCombinedRecord;
import org.billrunconsole.domain.customer.RentalSuspenseRecord;

/** Counts and times the requests of the review as {@link MeteredApi} does those to the bill runs. */
public final class MeteredReviewApi implements ReviewApi {

    private final ReviewApi api;
    private final RequestRate rate;
    private final RequestTimes times;

    public MeteredReviewApi(ReviewApi api, RequestRate rate, RequestTimes times) {
        this.api = api;
        this.rate = rate;
        this.times = times;
    }

    @Override
    public OptionalAnswer<Long> customerBillingSummaries(Consumer<List<CustomerBillingSummary>> page) {
        return pages("GET /customer-billing-summaries", page, api::customerBillingSummaries);
    }

    @Override
    public OptionalAnswer<Long> customers(long billingCycleId, Consumer<List<Customer>> page) {
        return pages("GET /customers", page, each -> api.customers(billingCycleId, each));
    }

    @Override
    public OptionalAnswer<Customer> customer(long id) {
        return one("GET /customers/" + id, () -> api.customer(id));
    }

    @Override
    public OptionalAnswer<Long> rentalSuspense(Consumer<List<RentalSuspenseRecord>> page) {
        return pages("GET /rental-suspense-records", page, api::rentalSuspense);
    }

    @Override
    public OptionalAnswer<Long> rentalSuspenseOf(long customerId, Consumer<List<RentalSuspenseRecord>> page) {
        return pages("GET /rental-suspense-records", page, each -> api.rentalSuspenseOf(customerId, each));
    }

    @Override
    public OptionalAnswer<Long> dialStringSuspense(UsageSuspenseFilter filter,
            Consumer<List<DialStringSuspense>> page) {
        return pages("GET /usage-dialstring-suspense-summary", page, each -> api.dialStringSuspense(filter, each));
    }

    @Override
    public OptionalAnswer<Long> buyRateSuspense(UsageSuspenseFilter filter, Consumer<List<BuyRateSuspense>> page) {
        return pages("GET /usage-buy-rate-suspense-summary", page, each -> api.buyRateSuspense(filter, each));
    }

    @Override
    public OptionalAnswer<AdhocInventory> adhocInventory(long id) {
        return one("GET /adhoc-inventories/" + id, () -> api.adhocInventory(id));
    }

    @Override
    public OptionalAnswer<Long> adhocInventories(long adhocBillRunId, Consumer<List<AdhocInventory>> page) {
        return pages("GET /adhoc-inventories", page, each -> api.adhocInventories(adhocBillRunId, each));
    }

    @Override
    public OptionalAnswer<Long> rentalCombinedRecords(long rentalProductInventoryId,
            Consumer<List<RentalCombinedRecord>> page) {
        return pages("GET /rental-combined-records", page,
                each -> api.rentalCombinedRecords(rentalProductInventoryId, each));
    }

    @Override
    public OptionalAnswer<Long> adhocInvoicePayments(long adhocBillRunId, Consumer<List<AdhocInvoicePayment>> page) {
        return pages("GET /adhoc-invoice-payments", page, each -> api.adhocInvoicePayments(adhocBillRunId, each));
    }

    @Override
    public void forgetRefusals() {
        api.forgetRefusals();
    }

    private <T> OptionalAnswer<T> one(String what, Supplier<OptionalAnswer<T>> request) {
        rate.count();
        var started = times.begin();
        var answer = request.get();
        times.keep(started, what, end(answer));
        return answer;
    }

    /** Each page is a request; the time from the end of one page's use to the next page is how long it took. */
    private <T> OptionalAnswer<Long> pages(String what, Consumer<List<T>> page,
            Function<Consumer<List<T>>, OptionalAnswer<Long>> request) {
        var started = new AtomicReference<>(times.begin());
        var answer = request.apply(rows -> {
            rate.count();
            times.keep(started.get(), what, "ok");
            page.accept(rows);
            started.set(times.begin());
        });
        if (answer.whyNot().isPresent()) {
            rate.count();
            times.keep(started.get(), what, end(answer));
        }
        return answer;
    }

    private static String end(OptionalAnswer<?> answer) {
        return answer.whyNot().map(failure -> failure.getClass().getSimpleName()).orElse("ok");
    }
}
