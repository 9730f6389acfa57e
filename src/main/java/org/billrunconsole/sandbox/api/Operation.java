package org.billrunconsole.sandbox.api;

import java.util.Optional;

/** The operations of the contract, by its operation ids. */
public enum Operation {
    GET_BILL_RUNS("getBillRuns", "GET", "/bill-runs", false),
    GET_BILL_RUN("getBillRun", "GET", "/bill-runs", true),
    UPDATE_BILL_RUN("updateBillRun", "PATCH", "/bill-runs", true),
    ADJUST_BILL_RUN_SCHEDULE("adjustBillRunSchedule", "POST", "/adjust-bill-run-schedule", true),
    GET_ADHOC_BILL_RUNS("getAdhocBillRuns", "GET", "/adhoc-bill-runs", false),
    GET_ADHOC_BILL_RUN("getAdhocBillRun", "GET", "/adhoc-bill-runs", true),
    UPDATE_ADHOC_BILL_RUN("updateAdhocBillRun", "PATCH", "/adhoc-bill-runs", true),
    CREATE_BEARER_TOKEN("createBearerToken", "POST", "/authenticate", false),
    GET_BILLING_CYCLES("getBillingCycles", "GET", "/billing-cycles", false),
    GET_BILLING_CYCLE("getBillingCycle", "GET", "/billing-cycles", true),
    GET_USER("getUser", "GET", "/users", true),
    GET_CUSTOMER_BILLING_SUMMARY("getCustomerBillingSummary", "GET", "/customer-billing-summaries", false),
    GET_CUSTOMERS("getCustomers", "GET", "/customers", false),
    GET_CUSTOMER("getCustomer", "GET", "/customers", true),
    GET_RENTAL_SUSPENSE("getRentalSuspense", "GET", "/rental-suspense-records", false),
    GET_DIAL_STRING_SUSPENSE("getUsageDialStringSuspenseSummary", "GET", "/usage-dialstring-suspense-summary", false),
    GET_BUY_RATE_SUSPENSE("getUsageBuyRateSuspenseSummary", "GET", "/usage-buy-rate-suspense-summary", false),
    GET_ADHOC_INVENTORIES("getAdhocInventories", "GET", "/adhoc-inventories", false),
    GET_ADHOC_INVENTORY("getAdhocInventory", "GET", "/adhoc-inventories", true),
    GET_RENTAL_COMBINED("getRentalCombined", "GET", "/rental-combined-records", false),
    GET_ADHOC_INVOICE_PAYMENTS("getAdhocInvoicePayments", "GET", "/adhoc-invoice-payments", false);

    private final String id;
    private final String method;
    private final String collection;
    private final boolean one;

    Operation(String id, String method, String collection, boolean one) {
        this.id = id;
        this.method = method;
        this.collection = collection;
        this.one = one;
    }

    /** {@code operationId} of the contract. */
    public String id() {
        return id;
    }

    String method() {
        return method;
    }

    /** True if the operation changes a bill run. */
    public boolean isWrite() {
        return this == UPDATE_BILL_RUN || this == UPDATE_ADHOC_BILL_RUN || this == ADJUST_BILL_RUN_SCHEDULE;
    }

    /** True if a path under the base address is this operation's. */
    boolean isAt(String path) {
        return one ? path.startsWith(collection + "/") && path.indexOf('/', collection.length() + 1) < 0
                : path.equals(collection);
    }

    /** The last part of the path, where the operation is about one resource. */
    public String idIn(String path) {
        return path.substring(collection.length() + 1);
    }

    public static Optional<Operation> byId(String id) {
        for (var operation : values()) {
            if (operation.id.equals(id)) {
                return Optional.of(operation);
            }
        }
        return Optional.empty();
    }
}
