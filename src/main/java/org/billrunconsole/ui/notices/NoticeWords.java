package org.billrunconsole.ui.notices;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.i18n.FieldWords;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.OutcomeWords;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.runs.Notice;
import org.billrunconsole.ui.kit.Tone;
import org.billrunconsole.ui.kit.look.OutcomeTones;

/** Puts notices into words. */
public final class NoticeWords {

    /** A notice in words. */
    public record Words(String title, String text, Tone tone) {}

    private final Function<RunKey, Optional<Run>> runs;
    private final Function<Run, Optional<String>> currencies;
    private final Messages messages;
    private final Formats formats;
    private final Sentences sentences;
    private final FieldWords fields;
    private final OutcomeWords outcomes;

    /**
     * @param runs       a run as last read
     * @param currencies what a run's money is in
     */
    public NoticeWords(Function<RunKey, Optional<Run>> runs, Function<Run, Optional<String>> currencies,
            Messages messages, Formats formats, Sentences sentences) {
        this.runs = runs;
        this.currencies = currencies;
        this.messages = messages;
        this.formats = formats;
        this.sentences = sentences;
        this.fields = new FieldWords(messages, formats, sentences);
        this.outcomes = new OutcomeWords(messages, formats, sentences);
    }

    public Words of(Notice notice) {
        var run = runs.apply(notice.run());
        var name = run.map(Run::label).orElseGet(() -> sentences.run(notice.run()));
        return switch (notice) {
            case Notice.StageEnded(_, _, var stage) -> new Words(messages.get("notice.stage-ended.title", name,
                    ready(stage)), messages.get("notice.stage-ended.text"), Tone.ACCENT);
            case Notice.RunFinished(_, _, var took, var revenue) -> {
                var billed = revenue.isPresent()
                        ? messages.get("notice.run-finished.billed", formats.money(revenue.getAsLong(),
                                run.flatMap(currencies)))
                        : "";
                var length = took.map(time -> messages.get("notice.run-finished.took", formats.duration(time)) + " ")
                        .orElse("");
                yield new Words(messages.get("notice.run-finished.title", name), (length + billed).strip(),
                        Tone.SUCCESS);
            }
            case Notice.OutcomeFound(_, var command, var begun, var finding) -> new Words(
                    messages.get("notice.outcome-found.title", name, outcomes.title(command.action(), finding)),
                    outcomes.text(finding, begun), OutcomeTones.of(finding));
            case Notice.Stalled(_, var stall) -> new Words(messages.get("notice.stalled.title", name),
                    messages.get("notice.stalled.text", sentences.stage(stall.stage()),
                            formats.timeOfDay(stall.since())),
                    Tone.WARNING);
            case Notice.ChangedElsewhere(_, _, var changes, var certain) -> new Words(
                    messages.get(certain ? "notice.changed-elsewhere.title" : "notice.changed-elsewhere.perhaps", name),
                    changes.stream()
                            .map(each -> fields.change(each.field(), each.before(), each.now(),
                                    run.flatMap(currencies)))
                            .collect(Collectors.joining("\n")),
                    Tone.WARNING);
        };
    }

    private String ready(Stage stage) {
        var key = "progress.ready." + (stage instanceof Stage.Known known ? Sentences.key(known) : "");
        return messages.has(key) ? messages.get(key) : sentences.stage(stage);
    }
}
