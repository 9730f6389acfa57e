package org.billrunconsole.ui.rundetail.timeline;

import java.util.List;
import java.util.Optional;
import org.billrunconsole.domain.DisplayText;
import org.billrunconsole.domain.history.RunEvent;
import org.billrunconsole.domain.review.Acknowledgement;
import org.billrunconsole.domain.review.Acknowledgement.Subject;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.i18n.ActivityWords;
import org.billrunconsole.i18n.CheckWords;
import org.billrunconsole.i18n.FieldWords;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;

/** Puts the entries of a timeline into words. */
final class TimelineWords {

    private final Messages messages;
    private final Formats formats;
    private final Sentences sentences;
    private final FieldWords fields;
    private final CheckWords checks;

    TimelineWords(Messages messages, Formats formats, Sentences sentences) {
        this.messages = messages;
        this.formats = formats;
        this.sentences = sentences;
        this.fields = new FieldWords(messages, formats, sentences);
        this.checks = new CheckWords(messages, formats, sentences);
    }

    String time(TimelineEntry entry) {
        return formats.dateTime(entry.time());
    }

    String kind(TimelineEntry.Kind kind) {
        return messages.get("timeline.kind." + Sentences.key(kind));
    }

    /** @param currency code of the run's currency, for amounts */
    String what(TimelineEntry entry, Optional<String> currency) {
        return switch (entry) {
            case TimelineEntry.Seen(var event) -> seen(event, currency);
            case TimelineEntry.Looked(var given) -> messages.get("timeline.looked", subject(given, currency),
                    DisplayText.line(given.reason()));
            case TimelineEntry.Noted(var note) -> messages.get("note.accessible", DisplayText.lines(note.text()));
            case TimelineEntry.Done(var activity) -> done(activity, currency);
        };
    }

    /** By whom. */
    String who(TimelineEntry entry) {
        return switch (entry) {
            case TimelineEntry.Seen(var event) -> messages.get("who." + Sentences.key(event.who()));
            case TimelineEntry.Looked(var given) -> DisplayText.line(given.user());
            case TimelineEntry.Noted(var note) -> DisplayText.line(note.user());
            case TimelineEntry.Done(var activity) -> DisplayText.line(activity.origin().user());
        };
    }

    private String seen(RunEvent event, Optional<String> currency) {
        return switch (event) {
            case RunEvent.StageEntered entered -> messages.get(
                    entered.seen() ? "timeline.entered" : "timeline.found", sentences.stage(entered.stage()));
            case RunEvent.StageDone(_, _, var stage, _) -> messages.get("timeline.done", sentences.stage(stage));
            case RunEvent.FieldChanged changed -> fields.change(changed.field(), changed.before().orElse(""), changed
                    .now(), currency);
            case RunEvent.PercentSeen _,RunEvent.Drifted _ -> "";
        };
    }

    private String subject(Acknowledgement given, Optional<String> currency) {
        return switch (given.of()) {
            case Subject.OfCheck(var check) -> checks.lines(List.of(check), currency).getFirst().text();
            case Subject.OfReview _ -> messages.get("timeline.looked.review");
        };
    }

    private String done(Activity activity, Optional<String> currency) {
        var words = new ActivityWords(messages, formats, sentences, _ -> Optional.empty(), _ -> currency);
        return messages.get("timeline.did", words.what(activity), words.outcome(activity));
    }
}
