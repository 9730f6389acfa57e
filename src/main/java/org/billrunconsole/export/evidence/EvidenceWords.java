package org.billrunconsole.export.evidence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.billrunconsole.domain.DisplayText;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.review.Acknowledgement;
import org.billrunconsole.domain.review.Check;
import org.billrunconsole.domain.review.ReviewFigures;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.i18n.ActivityWords;
import org.billrunconsole.i18n.CheckWords;
import org.billrunconsole.i18n.FieldWords;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.journal.Verification;

/** The words of a pack. */
public final class EvidenceWords {

    private final Messages messages;
    private final Formats formats;
    private final Sentences sentences;
    private final FieldWords fields;
    private final CheckWords checks;

    public EvidenceWords(Messages messages, Formats formats, Sentences sentences) {
        this.messages = messages;
        this.formats = formats;
        this.sentences = sentences;
        fields = new FieldWords(messages, formats, sentences);
        checks = new CheckWords(messages, formats, sentences);
    }

    /** A text of the document. */
    String text(String name, Object... args) {
        return messages.get("evidence.pdf." + name, args);
    }

    Messages messages() {
        return messages;
    }

    Formats formats() {
        return formats;
    }

    Sentences sentences() {
        return sentences;
    }

    FieldWords fields() {
        return fields;
    }

    /** How the pack is verified without this program. */
    String guide(Evidence evidence) {
        return messages.get("evidence.guide", evidence.run().label(), sentences.run(evidence.run().key()),
                time(evidence.made()), evidence.madeBy(), connection(evidence));
    }

    /** To the second, with the offset from UTC, so that it means the same to whoever reads it anywhere. */
    String time(Instant when) {
        return text("time", formats.dateTime(when), when.truncatedTo(ChronoUnit.MILLIS).toString());
    }

    String connection(Evidence evidence) {
        var connection = evidence.connection();
        return text("connection", DisplayText.line(connection.name()),
                messages.get("shell.environment." + Sentences.key(connection.kind())), connection.address());
    }

    String state(Run run) {
        return run.status().map(sentences::status).orElse(Formats.NONE) + " · " + run.stage().map(sentences::stage)
                .orElse(Formats.NONE);
    }

    String journal(Verification found) {
        return switch (found) {
            case Verification.Intact(var lines) -> messages.get("activity.intact", lines);
            case Verification.Altered(var file, var line, _) -> messages.get("activity.altered", file,
                    Long.toString(line));
            case Verification.Missing(var file, var line) -> messages.get("activity.missing", file,
                    Long.toString(line));
            case Verification.FileMissing(var file) -> messages.get("activity.file-missing", file);
            case Verification.Unreadable(var file) -> messages.get("activity.file-unreadable", file);
        };
    }

    /** What was done to the run, or seen of it, as the Activity tab says it. */
    ActivityWords activities(Evidence evidence) {
        return new ActivityWords(messages, formats, sentences,
                key -> Optional.of(evidence.run()).filter(run -> run.key().equals(key)), _ -> evidence.currency());
    }

    String stage(Stage stage) {
        return sentences.stage(stage);
    }

    CheckWords.Line check(Check check, Optional<String> currency) {
        return checks.lines(List.of(check), currency).getFirst();
    }

    /** What somebody has looked at, with the figures that they saw. */
    String lookedAt(Acknowledgement.Subject subject, Optional<String> currency) {
        return switch (subject) {
            case Acknowledgement.Subject.OfCheck(var check) -> check(check, currency).text();
            case Acknowledgement.Subject.OfReview(var figures) -> review(figures, currency);
        };
    }

    private String review(ReviewFigures figures, Optional<String> currency) {
        return text("review",
                figures.run().revenue().isPresent() ? formats.money(figures.run().revenue().getAsLong(), currency)
                        : Formats.NONE,
                figures.unexplained().isPresent() ? formats.number(figures.unexplained().getAsLong()) : Formats.NONE,
                figures.unexplainedSum().map(sum -> formats.money(sum, currency)).orElse(Formats.NONE),
                figures.notBilled().isPresent() ? formats.number(figures.notBilled().getAsLong()) : Formats.NONE);
    }

    String answer(Activity.Answer answer) {
        return text("answered.so", messages.get("sending." + Sentences.key(answer.sending())),
                answer.status().isPresent() ? Integer.toString(answer.status().getAsInt()) : Formats.NONE,
                formats.milliseconds(answer.took()));
    }
}
