package org.billrunconsole.ui.runlist.columns;

import java.util.Optional;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.DisplayText;
import org.billrunconsole.domain.Run;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;

/** How the values of a list's columns are written. For any thread. */
public final class RunTexts {

    private final Messages messages;
    private final Formats formats;

    public RunTexts(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /** A value in words; empty where there is nothing to say. */
    public String text(CellValue value) {
        return switch (value) {
            case CellValue.Nothing _ -> "";
            case CellValue.Words(var text) -> text;
            case CellValue.Count(var number) -> formats.number(number);
            case CellValue.Id(var number) -> Long.toString(number);
            case CellValue.Percent(var number) -> messages.get("progress.percent", number);
            case CellValue.Money(var amount, var currency, var whole) -> whole
                    ? formats.money(amount.toBigInteger(), currency)
                    : formats.money(amount, currency);
            case CellValue.Day(var day) -> formats.date(day);
            case CellValue.WordedDay(_, var text) -> text;
        };
    }

    /** A value as a cell has room for it. */
    String shown(CellValue value) {
        return value instanceof CellValue.Nothing ? Formats.NONE : DisplayText.line(text(value));
    }

    Optional<String> period(Run run) {
        return run instanceof BillRun regular && regular.periodStart().isPresent() && regular.periodEnd().isPresent()
                ? Optional.of(formats.period(regular.periodStart().get(), regular.periodEnd().get()))
                : Optional.empty();
    }

    /**
     * The name of a run's cycle, or its number.
     *
     * @param known the run's cycle, if it is known
     */
    static Optional<String> cycleName(Run run, Optional<BillingCycle> known) {
        return known.map(BillingCycle::name)
                .or(() -> run instanceof BillRun regular && regular.billingCycleId().isPresent()
                        ? Optional.of("#" + regular.billingCycleId().getAsLong())
                        : Optional.empty());
    }
}
