package org.billrunconsole.testkit;

/** The samples of the contract's pages, as JSON. */
public final class Samples {

    public static final String BILL_RUN = """
            {"id":1,"name":"string","sortableName":"string","billingCycleId":1,"created":"2019-08-24",
            "periodStartDate":"2019-08-24","periodEndDate":"2019-08-24","invoiceDate":"2019-08-24",
            "includeUsageUntilDate":"2019-08-24","billRunStatus":"OPEN","summaryStatus":"PROPERTIES",
            "billingUserAdminId":1,"parallel":true,"revenueInMajorCurrency":1,"usageSuspenseCount":1,
            "rentalSuspenseCount":1,"maxInvoiceValue":0,"maxInvoiceCustomerId":1,"paused":true}""";

    public static final String ADHOC_BILL_RUN = """
            {"id":1,"name":"string","nickname":"string","created":"2019-08-24","invoiceDate":"2019-08-24",
            "billRunStatus":"OPEN","summaryStatus":"PROPERTIES","summaryStatusPercentage":100,"billingUserAdminId":1,
            "revenueInMajorCurrency":1,"adhocProductInventoryIds":[1],"rentalProductInventoryIds":[1]}""";

    public static final String BILLING_CYCLE = """
            {"id":1,"name":"string","startDayOfPeriod":1,"lengthOfPeriod":1,"periodUnit":"DAILY",
            "maxDaysBeforeCloseable":15,"maxDaysAfterCloseable":15,"maxBackDateableUsageInDays":0,"currencyCode":"GBP",
            "defaultInvoiceDate":"TODAY","completionType":"DISABLED","autoCloseHour":23,"autoCloseMinute":59,
            "autoCloseOffsetDays":-15,"autoCloseUserId":1,"billingCycleRules":[],"billingCycleStats":[],
            "contractOwnerCustomerCounts":[{"id":1,"count":0}],"groupName":"string"}""";

    public static final String USER = """
            {"id":1,"username":"string","firstName":"string","lastName":"string","email":"annon@annon.com",
            "telephoneNumber":"string","mobileNumber":"string","contractOwnerId":1,"enabled":true,"userRoles":[1]}""";

    private Samples() {}
}
