package org.billrunconsole.ui.plan;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.billrunconsole.domain.Progress;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.plan.PlanGoal;
import org.billrunconsole.domain.plan.PlanOrder;
import org.billrunconsole.domain.review.MoneyTotals;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.export.Cell;
import org.billrunconsole.export.Column;
import org.billrunconsole.export.Csv;
import org.billrunconsole.export.CsvNotation;
import org.billrunconsole.export.ExportTable;
import org.billrunconsole.export.Line;
import org.billrunconsole.i18n.CheckWords;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.runs.ReferenceData;
import org.billrunconsole.ui.kit.ChosenFile;

/** Puts into words what is chosen, and what a plan's sheet says of it. */
public final class PlanSheetWords {

    private final Messages messages;
    private final Formats formats;
    private final Sentences sentences;
    private final ReferenceData referenceData;
    private final CheckWords checkWords;
    private final PlanWords planWords;

    public PlanSheetWords(Messages messages, Formats formats, Sentences sentences, ReferenceData referenceData) {
        this.messages = messages;
        this.formats = formats;
        this.sentences = sentences;
        this.referenceData = referenceData;
        checkWords = new CheckWords(messages, formats, sentences);
        planWords = new PlanWords(messages, formats, sentences, referenceData::currencyOf);
    }

    /** Sums a currency each, with what is not known of the rest; empty if there is nothing to say. */
    String totals(MoneyTotals totals) {
        return totals(totals, this::sum);
    }

    /** The same, with how many runs each sum is of: {@code £8,000 of 3 runs · €3,000 of 1 run}. */
    String totalsWithRuns(MoneyTotals totals) {
        return totals(totals, sum -> sum.currency().isPresent()
                ? messages.get("sheet.sum", sum(sum), sum.runs())
                : sum(sum));
    }

    private String totals(MoneyTotals totals, Function<MoneyTotals.Sum, String> words) {
        var parts = new ArrayList<>(totals.sums().stream().map(words).toList());
        if (totals.withoutRevenue() > 0) {
            parts.add(messages.get("sheet.without-revenue", totals.withoutRevenue()));
        }
        return String.join(" · ", parts);
    }

    String sum(MoneyTotals.Sum sum) {
        var amount = formats.money(sum.amount(), sum.currency());
        return sum.currency().isPresent() ? amount : messages.get("sheet.unknown-currency", amount, sum.runs());
    }

    /** A step on a button of the bar, with how many runs can take it: {@code Draft invoices (5)…}. */
    String offer(Action step, int runs, boolean brief) {
        return messages.get("bulk.step", messages.get((brief ? "bulk.brief." : "bulk.name.") + Sentences.key(step)),
                runs);
    }

    /** The work and how many runs it is done with, on the title and on the button. */
    String work(PlanGoal goal, int runs) {
        return messages.get("sheet.work." + switch (goal) {
            case PlanGoal.OneStep(var action) -> Sentences.key(action);
            case PlanGoal.RunThrough _ -> "through";
        }, runs);
    }

    /** What the work does. */
    String consequence(PlanGoal goal) {
        return switch (goal) {
            case PlanGoal.OneStep(var action) -> sentences.consequence(action) + " "
                    + messages.get("sheet.one-at-a-time");
            case PlanGoal.RunThrough until -> messages.get("sheet.through." + Sentences.key(until));
        };
    }

    /** Where it ends, and whether it can be undone. */
    String end(PlanGoal goal, Action gravest, boolean canReopen) {
        return switch (goal) {
            case PlanGoal.OneStep _ -> sentences.undo(gravest, canReopen);
            case PlanGoal.RunThrough.FULL_INVOICES_READY -> messages.get("sheet.stops-before-distribution");
            case PlanGoal.RunThrough _ -> messages.get("sheet.stops-before-distribution") + " "
                    + sentences.undo(gravest, canReopen);
        };
    }

    String goal(PlanGoal goal) {
        return planWords.goal(goal);
    }

    String order(PlanOrder order) {
        return messages.get("plan.order." + Sentences.key(order));
    }

    /** How many runs there are of each kind, as far as there are any: {@code 9 of 12 runs · 2 skipped}. */
    String counts(PlanSheetRows.Counts counts) {
        return Stream.of(Optional.of(messages.get("sheet.counts", counts.included(), counts.chosen())),
                some("sheet.counts.warned", counts.warned()), some("sheet.counts.taken-out", counts.takenOut()),
                some("sheet.counts.skipped", counts.skipped()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    private Optional<String> some(String key, int runs) {
        return runs == 0 ? Optional.empty() : Optional.of(messages.get(key, runs));
    }

    String stage(Run run) {
        return sentences.progress(Progress.of(run));
    }

    String money(Run run) {
        return planWords.money(run);
    }

    /** How a run stands in the sheet, in a word. */
    String standing(PlanSheetRow row) {
        return messages.get("sheet.standing." + Sentences.key(row.standing()));
    }

    /** Why it is skipped, or what the checks say of it: a sentence each. */
    List<String> sentences(PlanSheetRow row) {
        var candidate = row.candidate();
        if (candidate.skipped().isPresent()) {
            return List.of(planWords.why(candidate.skipped().get(), row.run()).happened());
        }
        var texts = new ArrayList<>(checkWords.lines(candidate.checks(), referenceData.currencyOf(row.run()))
                .stream()
                .map(CheckWords.Line::text)
                .toList());
        if (candidate.unproven()) {
            texts.addFirst(messages.get("confirm.unproven"));
        }
        return texts;
    }

    /** The sheet as a CSV file, as spreadsheets of this region read it. */
    ChosenFile.Content csv(PlanSheetRows rows) {
        var lines = table(rows);
        var table = new ExportTable(messages.get("plan.results"), lines.getFirst().stream().map(Column::new).toList(),
                lines.stream().skip(1).map(line -> new Line.Row(line.stream().map(Cell::text).toList())).toList());
        var csv = new Csv(CsvNotation.separatorOf(messages.region()), CsvNotation.iso(ZoneOffset.UTC));
        return out -> csv.write(table, out, _ -> {});
    }

    /** The sheet as rows of text, the header first. */
    List<List<String>> table(PlanSheetRows rows) {
        var reason = rows.reasonProperty().get();
        var lines = new ArrayList<List<String>>();
        lines.add(Stream.of("id", "name", "stage", "revenue", "currency", "state", "checks", "reason")
                .map(column -> messages.get("sheet.column." + column))
                .toList());
        rows.all().forEach(row -> lines.add(List.of(Long.toString(row.run().id()), row.run().label(),
                stage(row.run()),
                row.run().revenue().isPresent() ? Long.toString(row.run().revenue().getAsLong()) : "",
                referenceData.knownCurrencyOf(row.run()).orElse(""), standing(row),
                String.join(" ", sentences(row)),
                row.standing() == PlanSheetRow.Standing.WARNED ? row.acceptance(reason) : "")));
        return lines;
    }
}
