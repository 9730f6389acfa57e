package org.billrunconsole.i18n;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.billrunconsole.domain.review.Deadline;

/** The words of until when a run can be closed. */
public final class DeadlineWords {

    private final Messages messages;
    private final Formats formats;

    public DeadlineWords(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /** The day that counts now: {@code closable until 5 Dec}. */
    public String title(Deadline deadline) {
        return switch (deadline.phase()) {
            case NOT_YET -> messages.get("deadline.not-yet", formats.dayOfMonth(deadline.from()));
            case CLOSEABLE -> messages.get("deadline.closable", formats.dayOfMonth(deadline.until()));
            case PAST -> messages.get("deadline.past", formats.dayOfMonth(deadline.until()));
        };
    }

    /** The last day on which the run can be closed. */
    public String day(Deadline deadline) {
        return formats.dayOfMonth(deadline.until());
    }

    /** How far off the last day is: {@code 3 days left}. */
    public String left(Deadline deadline) {
        var days = deadline.daysLeft();
        return days < 0 ? messages.get("deadline.ago", -days) : messages.get("deadline.left", days);
    }

    /** Whether the system closes the run if nobody does, and when as far as that is known. */
    public String completion(Deadline deadline) {
        var words = messages.get("deadline.completion." + Sentences.key(deadline.completion()));
        return deadline.closesOn()
                .map(day -> messages.get("deadline.closes-on", words, formats.dayOfMonth(day)))
                .orElse(words);
    }

    /** All of it on one line. */
    public String line(Deadline deadline) {
        return Stream.of(title(deadline), left(deadline), completion(deadline)).collect(Collectors.joining(" · "));
    }

    /** What the day was counted from, and what is not known of it. */
    public String basis(Deadline deadline) {
        return messages.get(deadline.assumed() ? "deadline.basis.assumed" : "deadline.basis",
                formats.date(deadline.periodEnd()), deadline.daysBefore(), deadline.daysAfter());
    }
}
