package org.billrunconsole.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What regular and ad hoc bill runs have in common. By the contract every field but the id may be absent: the API's
 * {@code fields} parameter leaves out even those it calls required.
 */
public sealed interface Run permits BillRun, AdhocBillRun {

    long id();

    Optional<String> name();

    /** Day the run was created. */
    Optional<LocalDate> created();

    /** Date printed on the invoices. */
    Optional<LocalDate> invoiceDate();

    Optional<RunStatus> status();

    Optional<Stage> stage();

    /** {@code summaryStatusPercentage}: how far the present stage has got, 0 to 100; absent if the server is silent. */
    OptionalInt percentage();

    /** {@code billingUserAdminId}: the user who closed the run. */
    OptionalLong closedBy();

    /** {@code revenueInMajorCurrency}: revenue in the run at present, in whole units of the currency. */
    OptionalLong revenue();

    RunKey key();

    /** The run as it would be with another invoice date, to be judged before that is sent. */
    Run withInvoiceDate(LocalDate day);

    default boolean hasStatus(RunStatus wanted) {
        return status().filter(wanted::equals).isPresent();
    }

    default boolean isInStage(Stage wanted) {
        return stage().filter(wanted::equals).isPresent();
    }

    /** The name on one line, or the id with a number sign where the server sent none that can be seen. */
    default String label() {
        return name().filter(name -> !DisplayText.isBlank(name)).map(DisplayText::line).orElseGet(() -> "#" + id());
    }

    /** A percentage as the server sent it, held to 0 to 100 (the contract gives no range). */
    static OptionalInt clamped(OptionalInt percentage) {
        return percentage.isPresent() && (percentage.getAsInt() < 0 || percentage.getAsInt() > 100)
                ? OptionalInt.of(Math.clamp(percentage.getAsInt(), 0, 100))
                : percentage;
    }
}
