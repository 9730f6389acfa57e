package org.billrunconsole.i18n;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.billrunconsole.domain.review.FigureChange;

/** The words of a run's figures that have become others. */
public final class FigureWords {

    private static final String MINUS = "−";

    private final Messages messages;
    private final Formats formats;

    public FigureWords(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /** What has changed, on one line. */
    public String changes(List<FigureChange> changes, Optional<String> currency) {
        return changes.stream().map(change -> change(change, currency)).collect(Collectors.joining(" · "));
    }

    /** A difference of money, with its sign whichever it is. */
    public String signed(BigDecimal difference, Optional<String> currency) {
        var size = formats.money(difference.abs(), currency);
        return switch (difference.signum()) {
            case 1 -> "+" + size;
            case -1 -> MINUS + size;
            default -> size;
        };
    }

    /** A difference in whole percent, with its sign. */
    public String percent(BigDecimal percent) {
        var whole = Math.round(percent.doubleValue());
        return (whole > 0 ? "+" : whole < 0 ? MINUS : "") + formats.number(Math.abs(whole)) + "\u00A0%";
    }

    private String change(FigureChange change, Optional<String> currency) {
        return messages.get("figure.change", messages.get("figure." + Sentences.key(change.figure())),
                value(change, change.then(), currency), value(change, change.now(), currency));
    }

    private String value(FigureChange change, Optional<BigDecimal> figure, Optional<String> currency) {
        return figure.map(known -> change.figure() == FigureChange.Figure.REVENUE
                ? formats.money(known.toBigInteger(), currency)
                : change.figure().isMoney() ? formats.money(known, currency) : formats.number(known.longValue()))
                .orElseGet(() -> messages.get("figure.not-known"));
    }
}
