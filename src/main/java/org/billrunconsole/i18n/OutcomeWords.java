package org.billrunconsole.i18n;

import java.time.Instant;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.domain.write.Finding;

/** Says what is known of a change without an answer, and what to do and not to do about it. */
public final class OutcomeWords {

    private final Messages messages;
    private final Formats formats;
    private final Sentences sentences;

    public OutcomeWords(Messages messages, Formats formats, Sentences sentences) {
        this.messages = messages;
        this.formats = formats;
        this.sentences = sentences;
    }

    /** While it is being found out. */
    public String openTitle(Action action) {
        return messages.get("outcome.open.title", sentences.action(action));
    }

    /** @param begun when it was begun */
    public String openText(Instant begun) {
        return messages.get("outcome.open.text", formats.dateTime(begun));
    }

    /** While it is known, but cannot be kept. */
    public String notKeptText(Finding finding) {
        return messages.get("outcome.not-kept.text", messages.get("finding." + Sentences.key(finding)));
    }

    /** Once it is known. */
    public String title(Action action, Finding finding) {
        return messages.get("outcome.title", sentences.action(action), messages.get("finding." + Sentences.key(
                finding)));
    }

    /** @param begun when it was begun */
    public String text(Finding finding, Instant begun) {
        return messages.get("outcome.text." + Sentences.key(finding), formats.dateTime(begun));
    }
}
