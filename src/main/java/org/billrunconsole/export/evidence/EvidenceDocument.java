package org.billrunconsole.export.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.history.StageVisit;
import org.billrunconsole.domain.history.TrendPoint;
import org.billrunconsole.domain.review.Acknowledgement;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.export.pdf.LineChart;
import org.billrunconsole.export.pdf.PdfReport;
import org.billrunconsole.i18n.ActivityWords;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.journal.format.JournalLine;

/** What was done to a run, for people: the content of {@link PackFile#DOCUMENT}. */
final class EvidenceDocument {

    /** More of a text is in the journal's line; a page has some four thousand letters. */
    private static final int LONGEST = 20_000;

    private final Evidence evidence;
    private final PackLines lines;
    private final EvidenceWords words;
    private final UnaryOperator<String> clean;
    private final Formats formats;
    private final ActivityWords activityWords;
    private final List<Activity> activities;

    /** @param clean takes out of a text what looks like a secret */
    EvidenceDocument(Evidence evidence, PackLines lines, EvidenceWords words, UnaryOperator<String> clean) {
        this.evidence = evidence;
        this.lines = lines;
        this.words = words;
        this.clean = clean;
        formats = words.formats();
        activityWords = words.activities(evidence);
        activities = evidence.excerpt().activities();
    }

    void write(OutputStream out) throws IOException {
        var name = evidence.run().label();
        try (var pdf = new PdfReport(words.text("title", name), words.messages().language().toLanguageTag(),
                evidence.made())) {
            pdf.title(words.text("kind"), name);
            about(pdf);
            note(pdf);
            steps(pdf);
            lookedAt(pdf, words.text("looked.since"), lastStep(), Instant.MAX);
            checks(pdf);
            stages(pdf);
            trend(pdf);
            notices(pdf);
            journal(pdf);
            pdf.finish(List.of(words.text("foot", name, words.sentences().run(evidence.run().key()),
                    evidence.connection().address()), words.text("foot.hash", Sums.of(lines.bytes()))),
                    (number, count) -> words.text("page", number, count), out);
        }
    }

    private void about(PdfReport pdf) throws IOException {
        var run = evidence.run();
        pdf.fact(words.text("run"), words.sentences().run(run.key()));
        if (evidence.cycle().isPresent()) {
            pdf.fact(words.fields().name("billingCycleId"), evidence.cycle().get());
        }
        if (run instanceof BillRun regular && regular.periodStart().isPresent() && regular.periodEnd().isPresent()) {
            pdf.fact(words.fields().name("period"), formats.period(regular.periodStart().get(),
                    regular.periodEnd().get()));
        }
        pdf.fact(words.fields().name("invoiceDate"), run.invoiceDate().map(formats::date).orElse(Formats.NONE));
        pdf.fact(words.text("state"), words.state(run));
        pdf.fact(words.fields().name("revenueInMajorCurrency"), run.revenue().isPresent()
                ? formats.money(run.revenue().getAsLong(), evidence.currency())
                : Formats.NONE);
        pdf.fact(words.text("connected"), words.connection(evidence));
        pdf.fact(words.text("made"), words.text("made.by", words.time(evidence.made()), evidence.madeBy()));
        pdf.fact(words.text("journal.state"), words.journal(evidence.journal()));
        pdf.fact(words.text("lines"), words.text("lines.count", lines.packed().size()));
        if (lines.chain().withheld() > 0) {
            pdf.remark(words.text("withheld", lines.chain().withheld()));
        }
        pdf.remark(words.text("explained"));
    }

    private void note(PdfReport pdf) throws IOException {
        if (evidence.note().isPresent()) {
            var note = evidence.note().get();
            pdf.heading(words.text("note"));
            pdf.paragraph(text(note.text()));
            pdf.remark(words.text("note.by", formats.dateTime(note.when()), note.user().isEmpty() ? Formats.NONE
                    : note.user()));
        }
    }

    private PdfReport.Column column(String head, int share) {
        return new PdfReport.Column(words.text(head), share);
    }

    private List<Activity.Write> writes() {
        return activities.stream().filter(Activity.Write.class::isInstance).map(Activity.Write.class::cast).toList();
    }

    private Instant lastStep() {
        return writes().isEmpty() ? Instant.MIN : writes().getLast().time();
    }

    private void steps(PdfReport pdf) throws IOException {
        pdf.heading(words.text("steps"));
        if (writes().isEmpty()) {
            pdf.paragraph(words.text("steps.none"));
        }
        var number = 0;
        var before = Instant.MIN;
        for (var write : writes()) {
            number++;
            pdf.subheading(words.text("step", number, activityWords.what(write), activityWords.outcome(write)));
            step(pdf, write);
            lookedAt(pdf, words.text("looked.before"), before, write.time());
            before = write.time();
        }
    }

    private void step(PdfReport pdf, Activity.Write write) throws IOException {
        pdf.fact(words.text("when"), words.time(write.time()));
        pdf.fact(words.text("who"), words.text("done-by", write.origin().user(), write.origin().connection(),
                write.origin().host()));
        pdf.fact(words.text("reason"), write.reason().isEmpty() ? words.text("no-reason")
                : text(write.reason()));
        pdf.fact(words.text("answer"), write.answer()
                .map(answer -> words.answer(answer) + (answer.details().isEmpty() ? "" : "\n" + text(answer.details())))
                .orElseGet(() -> words.text("answer.none")));
        pdf.fact(words.text("verdict"), activityWords.outcome(write) + write.conclusion()
                .map(end -> " · " + words.time(end.time()))
                .orElse(""));
        pdf.remark(words.text("request"));
        pdf.verbatim(write.request().method() + " " + write.request().path() + "\n" + (write.request().body().isEmpty()
                ? words.text("request.empty")
                : write.request().contentType() + "\n" + text(write.request().body())));
        fields(pdf, write);
    }

    /** Before, as answered and after, side by side; what is another in one of them stands out. */
    private void fields(PdfReport pdf, Activity.Write write) throws IOException {
        var before = FieldTexts.of(write.before());
        var answered = write.answer().flatMap(Activity.Answer::run).map(FieldTexts::of).orElse(Map.of());
        var after = write.conclusion().flatMap(Activity.Conclusion::after).map(FieldTexts::of).orElse(Map.of());
        var names = new LinkedHashSet<String>();
        Stream.of(before, answered, after).map(Map::keySet).flatMap(Collection::stream).forEach(names::add);
        var rows = new ArrayList<List<String>>();
        var changed = new ArrayList<Boolean>();
        for (var name : names) {
            rows.add(List.of(words.fields().name(name), value(name, before), value(name, answered),
                    value(name, after)));
            changed.add(Stream.of(answered, after)
                    .anyMatch(later -> !later.isEmpty() && !Optional.ofNullable(later.get(name)).equals(Optional
                            .ofNullable(before.get(name)))));
        }
        pdf.table(List.of(column("field", 3), column("before", 3), column("answered", 3), column("after", 3)), rows,
                changed::get);
    }

    private String value(String field, Map<String, String> run) {
        return words.fields().value(field, run.getOrDefault(field, ""), evidence.currency());
    }

    private void lookedAt(PdfReport pdf, String title, Instant after, Instant until) throws IOException {
        var given = evidence.acknowledged()
                .stream()
                .filter(each -> each.when().isAfter(after) && !each.when().isAfter(until))
                .toList();
        if (!given.isEmpty()) {
            pdf.remark(title);
            pdf.table(List.of(column("when", 3), column("who", 2), column("looked.at", 5), column("reason", 4)),
                    given.stream().map(this::lookedAt).toList(), _ -> false);
        }
    }

    private List<String> lookedAt(Acknowledgement given) {
        return List.of(formats.dateTime(given.when()), given.user(), words.lookedAt(given.of(), evidence.currency()),
                text(given.reason()));
    }

    private void checks(PdfReport pdf) throws IOException {
        pdf.heading(words.text("checks"));
        if (evidence.checks().isEmpty()) {
            pdf.paragraph(words.text("checks.none"));
            return;
        }
        var said = evidence.checks().stream().map(check -> words.check(check, evidence.currency())).toList();
        pdf.table(List.of(column("severity", 2), column("check", 10)),
                said.stream().map(line -> List.of(line.severity(), line.text())).toList(),
                each -> said.get(each).serious());
    }

    private void stages(PdfReport pdf) throws IOException {
        pdf.heading(words.text("stages"));
        pdf.remark(words.text("stages.explained"));
        var visits = evidence.history().visits();
        if (visits.isEmpty()) {
            pdf.paragraph(words.text("stages.none"));
            return;
        }
        pdf.table(
                List.of(column("stage", 4), column("from", 4), column("until", 4), column("worked", 3),
                        column("stayed", 3)),
                visits.stream().map(this::visit).toList(),
                _ -> false);
    }

    private List<String> visit(StageVisit visit) {
        var from = formats.dateTime(visit.from());
        return List.of(words.stage(visit.stage()), visit.entrySeen() ? from : words.text("from.earlier", from),
                visit.until().map(formats::dateTime).orElseGet(() -> words.text("until.now")),
                visit.work().map(this::duration).orElse(Formats.NONE),
                visit.stay().map(this::duration).orElse(Formats.NONE));
    }

    private String duration(Duration length) {
        return formats.duration(length);
    }

    private void trend(PdfReport pdf) throws IOException {
        var trend = evidence.history().trend();
        if (trend.isEmpty()) {
            return;
        }
        pdf.heading(words.text("trend"));
        var revenue = points(trend, point -> point.revenue().isPresent() ? Optional.of(point.revenue().getAsLong())
                : Optional.empty());
        if (!revenue.isEmpty()) {
            pdf.chart(new LineChart(words.fields().name("revenueInMajorCurrency"), revenue,
                    value -> formats.money((long) value, evidence.currency()), formats::dateTime));
        }
        var suspense = points(trend, point -> point.suspense().isPresent()
                ? Optional.of(point.suspense().getAsLong())
                : Optional.empty());
        if (!suspense.isEmpty()) {
            pdf.chart(new LineChart(words.text("trend.suspense"), suspense,
                    value -> formats.number((long) value), formats::dateTime));
        }
    }

    private static List<LineChart.Point> points(List<TrendPoint> trend, Function<TrendPoint, Optional<Long>> value) {
        return trend.stream()
                .flatMap(point -> value.apply(point).map(known -> new LineChart.Point(point.time(), known)).stream())
                .toList();
    }

    private void notices(PdfReport pdf) throws IOException {
        var notes = activities.stream().filter(Activity.Note.class::isInstance).toList();
        if (!notes.isEmpty()) {
            pdf.heading(words.text("notices"));
            pdf.table(List.of(column("when", 3), column("who", 2), column("what", 3), column("details", 6)),
                    notes.stream().map(note -> List.of(formats.dateTime(note.time()),
                            note.origin().user(), activityWords.what(note), text(activityWords.outcome(note))))
                            .toList(),
                    _ -> false);
        }
    }

    private void journal(PdfReport pdf) throws IOException {
        pdf.heading(words.text("journal"));
        pdf.remark(words.text("journal.explained", PackFile.LINES.fileName(), PackFile.CHAIN.fileName()));
        var packed = lines.packed().iterator();
        var rows = new ArrayList<List<String>>();
        for (var row : lines.chain().rows()) {
            if (row.where() == ChainTable.Where.HERE) {
                var kind = packed.next().head().map(JournalLine.Head::kind).orElse(Formats.NONE);
                rows.add(List.of(Integer.toString(rows.size() + 1), kind, row.file() + ", " + row.number(),
                        row.hash()));
            }
        }
        pdf.table(List.of(column("line", 4), column("line.kind", 8), column("line.place", 18),
                new PdfReport.Column(words.text("line.hash"), 46, true)), rows, _ -> false);
        pdf.remark(words.text("verify", PackFile.GUIDE.fileName()));
    }

    /** What a person or a server wrote, without secrets and no longer than anybody reads. */
    private String text(String free) {
        var shown = clean.apply(free);
        return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "…";
    }
}
