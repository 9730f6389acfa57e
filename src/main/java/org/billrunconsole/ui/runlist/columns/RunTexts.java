package org.billrunconsole.ui.runlist.columns;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.Run;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.runs.ReferenceData;

/** The texts of a run in the table. */
public final class RunTexts {

    private final Formats formats;
    private final ReferenceData referenceData;

    public RunTexts(Formats formats, ReferenceData referenceData) {
        this.formats = formats;
        this.referenceData = referenceData;
    }

    public String cycle(Run run) {
        return cycle(run, referenceData.cycleOf(run));
    }

    /** @param known the run's cycle, if it is known */
    public static String cycle(Run run, Optional<BillingCycle> known) {
        return known.map(BillingCycle::name)
                .orElseGet(() -> run instanceof BillRun regular && regular.billingCycleId().isPresent()
                        ? "#" + regular.billingCycleId().getAsLong()
                        : Formats.NONE);
    }

    public String nickname(Run run) {
        return run instanceof AdhocBillRun adhoc ? adhoc.nickname().orElse(Formats.NONE) : Formats.NONE;
    }

    public String period(Run run) {
        return run instanceof BillRun regular && regular.periodStart().isPresent() && regular.periodEnd().isPresent()
                ? formats.period(regular.periodStart().get(), regular.periodEnd().get())
                : Formats.NONE;
    }

    public String date(Optional<LocalDate> day) {
        return day.map(formats::date).orElse(Formats.NONE);
    }

    public String revenue(Run run) {
        return run.revenue().isEmpty() ? Formats.NONE
                : formats.money(run.revenue().getAsLong(), referenceData.currencyOf(run));
    }

    /** The code of the currency that a run's money is in, if that is known. */
    public Optional<String> currency(Run run) {
        return referenceData.knownCurrencyOf(run);
    }

    public String largestInvoice(Run run) {
        return run instanceof BillRun regular
                ? regular.maxInvoiceValue()
                        .map(value -> formats.money(value, referenceData.currencyOf(run)))
                        .orElse(Formats.NONE)
                : Formats.NONE;
    }

    public String number(OptionalLong value) {
        return value.isEmpty() ? Formats.NONE : formats.number(value.getAsLong());
    }
}
