package org.billrunconsole.i18n;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.billrunconsole.domain.DisplayText;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.plan.PlanGoal;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.domain.write.Finding;

/** Puts activities of the journal into sentences. */
public final class ActivityWords {

    private final Messages messages;
    private final Formats formats;
    private final Sentences sentences;
    private final FieldWords fields;
    private final Function<RunKey, Optional<Run>> runs;
    private final Function<Run, Optional<String>> currency;

    /**
     * @param runs     the runs as last read, for entries that hold only a run's number
     * @param currency code of a run's currency, for amounts
     */
    public ActivityWords(Messages messages, Formats formats, Sentences sentences,
            Function<RunKey, Optional<Run>> runs, Function<Run, Optional<String>> currency) {
        this.messages = messages;
        this.formats = formats;
        this.sentences = sentences;
        this.fields = new FieldWords(messages, formats, sentences);
        this.runs = runs;
        this.currency = currency;
    }

    public String time(Activity activity) {
        return formats.dateTime(activity.time());
    }

    /** The run's name, whether something was done to it or only seen; what it is and its number where it has gone. */
    public String run(Activity activity) {
        return switch (activity) {
            case Activity.Write write -> write.before().label();
            case Activity.Note note -> note.run()
                    .map(key -> runs.apply(key).map(Run::label).orElseGet(() -> sentences.run(key)))
                    .orElse(Formats.NONE);
        };
    }

    /** What was done, or what happened. */
    public String what(Activity activity) {
        return switch (activity) {
            case Activity.Write write -> sentences.action(write.command().action());
            case Activity.Note note -> messages.has("notice." + note.kind())
                    ? messages.get("notice." + note.kind())
                    : DisplayText.line(note.kind());
        };
    }

    /** What came of it. */
    public String outcome(Activity activity) {
        return DisplayText.sentences(outcomeAsKept(activity).replace('\n', ' '));
    }

    private String outcomeAsKept(Activity activity) {
        return switch (activity) {
            case Activity.Write write -> write.conclusion()
                    .map(end -> messages.get("finding." + Sentences.key(end.finding())))
                    .orElseGet(() -> messages.get("finding.open"));
            case Activity.Note note -> details(note);
        };
    }

    /** How long the call took. */
    public String took(Activity activity) {
        return activity instanceof Activity.Write write
                ? write.answer().map(answer -> formats.milliseconds(answer.took())).orElse(Formats.NONE)
                : Formats.NONE;
    }

    /** The whole entry as text, to read and to copy. */
    public String whole(Activity activity) {
        var lines = new ArrayList<String>();
        lines.add(time(activity) + "  " + what(activity) + "  " + run(activity));
        // Whoever searches for a name or for a number finds both what was done and what was seen.
        activity.run().map(sentences::run).ifPresent(lines::add);
        lines.add(messages.get("activity.by", activity.origin().user(), activity.origin().connection(),
                activity.origin().host()));
        if (activity instanceof Activity.Write write) {
            if (!write.reason().isEmpty()) {
                lines.add(messages.get("activity.reason", write.reason()));
            }
            lines.add("");
            lines.add(messages.get("activity.before"));
            lines.add(fields(write.before()));
            lines.add("");
            lines.add(messages.get("confirm.will-send.past"));
            lines.add(write.request().method() + " " + write.request().path());
            if (!write.request().body().isEmpty()) {
                lines.add(write.request().body());
            }
            write.answer().ifPresent(answer -> {
                lines.add("");
                lines.add(messages.get("activity.answer", messages.get("sending." + Sentences.key(answer.sending())),
                        answer.status().isPresent() ? Integer.toString(answer.status().getAsInt()) : Formats.NONE,
                        formats.milliseconds(answer.took())));
                if (!answer.details().isEmpty()) {
                    lines.add(answer.details());
                }
            });
            write.conclusion().ifPresent(end -> {
                lines.add("");
                lines.add(messages.get("activity.verdict", outcome(activity), formats.dateTime(end.time())));
                var why = "finding." + Sentences.key(end.finding()) + ".why";
                if (messages.has(why)) {
                    lines.add(messages.get(why));
                }
                end.after().ifPresent(run -> {
                    lines.add(messages.get("activity.after"));
                    lines.add(fields(run));
                });
            });
        } else {
            lines.add(outcome(activity));
        }
        // Kept by whichever version, from whatever a server said.
        return DisplayText.sentences(String.join("\n", lines));
    }

    private String fields(Run run) {
        return sentences.status(run.status().orElse(RunStatus.of(Formats.NONE))) + " · "
                + run.stage().map(sentences::stage).orElse(Formats.NONE) + " · "
                + messages.get("field.invoiceDate") + " " + run.invoiceDate().map(formats::date).orElse(Formats.NONE)
                + " · " + messages.get("field.revenueInMajorCurrency") + " "
                + (run.revenue().isPresent() ? formats.money(run.revenue().getAsLong(), currency.apply(run))
                        : Formats.NONE);
    }

    private String details(Activity.Note note) {
        return note.details()
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                // By it the program finds a plan's results; nobody reads it.
                .filter(entry -> !entry.getKey().equals("plan"))
                .filter(entry -> !(note.kind().startsWith("plan-") && entry.getValue().equals("0")))
                .map(entry -> name(entry.getKey()) + ": " + value(note, entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(" · "));
    }

    private String name(String key) {
        return messages.has("notice.detail." + key) ? messages.get("notice.detail." + key)
                : fields.name(key);
    }

    private String value(Activity.Note note, String key, String text) {
        var money = note.run().flatMap(runs).flatMap(currency);
        return switch (key) {
            case "action" -> parsed(() -> sentences.action(Action.valueOf(text))).orElse(text);
            case "goal" -> goal(text);
            case "finding" -> parsed(() -> messages.get("finding." + Sentences.key(Finding.valueOf(text))))
                    .orElse(text);
            case "begun" -> parsed(() -> formats.dateTime(Instant.parse(text))).orElse(text);
            case "stage" -> sentences.stage(Stage.of(text));
            case "took" -> parsed(() -> formats.duration(Duration.parse(text))).orElse(text);
            case "since" -> parsed(() -> formats.time(Instant.parse(text))).orElse(text);
            case "revenue" -> parsed(() -> formats.money(Long.parseLong(text), money)).orElse(text);
            default -> {
                // What somebody else changed, kept as "before > now".
                var change = text.split(" > ", 2);
                yield change.length < 2 ? text
                        : messages.get("confirm.change", fields.value(key, change[0], money),
                                fields.value(key, change[1], money));
            }
        };
    }

    private String goal(String text) {
        return parsed(() -> messages.get("plan.goal." + Sentences.key(PlanGoal.RunThrough.valueOf(text))))
                .or(() -> parsed(() -> sentences.action(Action.valueOf(text))))
                .orElse(text);
    }

    private static Optional<String> parsed(Supplier<String> form) {
        try {
            return Optional.of(form.get());
        } catch (RuntimeException _) {
            // Kept by another version in another form; it is shown as it stands.
            return Optional.empty();
        }
    }
}
