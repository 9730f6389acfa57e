package org.billrunconsole.i18n;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.billrunconsole.domain.DisplayText;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;

/** Puts a run's fields and their values into words. */
public final class FieldWords {

    /** How an absent value is kept. */
    private static final String ABSENT = "-";

    private final Messages messages;
    private final Formats formats;
    private final Sentences sentences;

    public FieldWords(Messages messages, Formats formats, Sentences sentences) {
        this.messages = messages;
        this.formats = formats;
        this.sentences = sentences;
    }

    /** What a field is called; its API name where this console does not know it. */
    public String name(String field) {
        return messages.has("field." + field) ? messages.get("field." + field) : DisplayText.line(field);
    }

    /** A change of a field as one line: {@code Stage: Reporting → Draft invoices}. */
    public String change(String field, String before, String now, Optional<String> currency) {
        return messages.get("field.change", name(field), value(field, before, currency),
                value(field, now, currency));
    }

    /**
     * A value in words; as it came where it is not of the form the field has.
     *
     * @param currency code of the run's currency, for amounts
     */
    public String value(String field, String value, Optional<String> currency) {
        if (value.equals(ABSENT) || value.isEmpty()) {
            return Formats.NONE;
        }
        return switch (field) {
            case "billRunStatus" -> sentences.status(RunStatus.of(value));
            case "summaryStatus" -> sentences.stage(Stage.of(value));
            case "invoiceDate", "periodStartDate", "periodEndDate", "includeUsageUntilDate", "created" -> read(
                    value, () -> formats.date(LocalDate.parse(value)));
            case "parallel", "paused" -> switch (value) {
                case "true" -> messages.get("word.yes");
                case "false" -> messages.get("word.no");
                default -> value;
            };
            case "usageSuspenseCount", "rentalSuspenseCount" -> read(value,
                    () -> formats.number(Long.parseLong(value)));
            case "revenueInMajorCurrency" -> read(value, () -> formats.money(Long.parseLong(value), currency));
            case "maxInvoiceValue" -> read(value, () -> formats.money(new BigDecimal(value), currency));
            default -> DisplayText.line(value);
        };
    }

    private static String read(String value, Supplier<String> inWords) {
        try {
            return inWords.get();
        } catch (RuntimeException _) {
            // A server's or an older version's own form; it is shown as it stands.
            return value;
        }
    }
}
