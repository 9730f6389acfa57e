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

    /** As the page shows it, though 80 percent does not follow from its values. */
    public static final String CUSTOMER_BILLING_SUMMARY = """
            {"customerId":1,"billingStatus":"ACTIVE","ratingStatus":"COMPLETE","openBillRunValue":100,
            "previousBillRunValue":60,"valueDifference":40,"percentageDifference":80}""";

    public static final String CUSTOMER = """
            {"id":1,"contractOwnerId":1,"contractOwnerSubBrandId":1,"customerType":"RESIDENTIAL",
            "customerName":"string","customerAccountNumber":"A1","startDate":"2019-08-24","endDate":"2020-08-24",
            "customerIsVip":true,"customerMarker":true,"billingCycleId":3}""";

    public static final String RENTAL_SUSPENSE_RECORD = """
            {"id":1,"rentalProductInventoryId":2,"customerId":3,"siteId":4,"creationDate":"2019-08-24",
            "suspenseReason":"Cannot find a rate in the rate card"}""";

    public static final String DIAL_STRING_SUSPENSE = """
            {"dialString":"0201","referenceDateSourceId":1,"secondaryReferenceDateSourceId":2,"usageProductId":3,
            "supplierId":4,"supplierAccountId":5}""";

    public static final String BUY_RATE_SUSPENSE = """
            {"usageProductId":3,"isdn":true,"usageRateCardId":6}""";

    public static final String ADHOC_INVENTORY = """
            {"id":1,"siteId":2,"name":"string","supplierAccountId":3,"buyPrice":1.5,"sellPrice":12.50,
            "billImmediately":true,"isCredit":true,"creditReason":"Goodwill","paid":false,"paymentTerms":30,
            "paymentType":"string","quantity":2,"rentalProductCategoryId":4,"taxBandId":5,"nominalCode":"4000",
            "billRunId":7,"adhocBillRunId":8}""";

    public static final String RENTAL_COMBINED_RECORD = """
            {"billRunId":7,"adhocBillRunId":8}""";

    public static final String ADHOC_INVOICE_PAYMENT = """
            {"id":1,"generatedAdhocInvoiceId":2,"thirdPartyPaymentStatus":"NEW","amountInMajorCurrency":12.50,
            "currencyId":3,"description":"string","metaData":"string","errorInfo":"Card expired",
            "paymentMethod":"CHEQUE","paymentDate":"2019-08-24","customerPaymentType":"CUSTOMER",
            "customerPaymentId":4}""";

    private Samples() {}
}
