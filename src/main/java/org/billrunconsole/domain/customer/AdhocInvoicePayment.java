package org.billrunconsole.domain.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A payment of an invoice of an ad hoc run ({@code GET /adhoc-invoice-payments}, optional). Nothing in it says that an
 * invoice was delivered.
 *
 * @param id                  identifier, not required by the contract
 * @param invoiceId           identifier of the invoice
 * @param status              status at the payment's third party, for example NEW; the values are not documented
 * @param amount              whole and hundredths of the currency
 * @param currencyId          identifier of the currency; what it is called is not documented
 * @param description         text
 * @param errorInfo           what went wrong, in the server's words
 * @param method              for example CHEQUE
 * @param date                day of the payment
 * @param customerPaymentType for example CUSTOMER
 * @param customerPaymentId   identifier of what that type says, for a CUSTOMER presumably the customer's
 */
public record AdhocInvoicePayment(OptionalLong id, OptionalLong invoiceId, Optional<String> status,
        Optional<BigDecimal> amount, OptionalLong currencyId, Optional<String> description, Optional<String> errorInfo,
        Optional<String> method, Optional<LocalDate> date, Optional<String> customerPaymentType,
        OptionalLong customerPaymentId) {}
