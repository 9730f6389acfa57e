package org.billrunconsole.i18n;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.review.Check;
import org.billrunconsole.domain.review.Severity;

/** Puts checks into plain sentences. */
public final class CheckWords {

    /**
     * A check in words.
     *
     * @param text     the sentence
     * @param severity how much it matters, in a word
     * @param serious  whether it is very likely wrong
     * @param warning  whether an irreversible step needs a reason in spite of it
     */
    public record Line(String text, String severity, boolean serious, boolean warning) {}

    private final Messages messages;
    private final Formats formats;
    private final Sentences sentences;

    public CheckWords(Messages messages, Formats formats, Sentences sentences) {
        this.messages = messages;
        this.formats = formats;
        this.sentences = sentences;
    }

    /** @param currency code of the run's cycle, for amounts */
    public List<Line> lines(List<Check> checks, Optional<String> currency) {
        return checks.stream()
                .map(check -> new Line(text(check, currency),
                        messages.get("severity." + Sentences.key(check.severity())),
                        check.severity() == Severity.SERIOUS, check.severity().needsReason()))
                .toList();
    }

    private String text(Check check, Optional<String> currency) {
        var args = check.args().stream().map(arg -> word(arg, currency)).toArray();
        return messages.get("check." + Sentences.key(check.kind()), args);
    }

    private Object word(Object arg, Optional<String> currency) {
        return switch (arg) {
            case Check.Money(var amount) -> formats.money(amount, currency);
            case LocalDate day -> formats.date(day);
            case Instant when -> formats.dateTime(when);
            case RunStatus status -> sentences.status(status);
            case Number number -> number;
            default -> String.valueOf(arg);
        };
    }
}
