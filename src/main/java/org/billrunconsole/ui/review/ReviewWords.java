package org.billrunconsole.ui.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.review.Acknowledgement;
import org.billrunconsole.domain.review.Acknowledgement.State;
import org.billrunconsole.domain.review.Deadline;
import org.billrunconsole.domain.review.customer.CustomerVariance.Why;
import org.billrunconsole.domain.review.customer.Extent;
import org.billrunconsole.domain.review.customer.NotChecked;
import org.billrunconsole.domain.review.customer.ReviewProgress;
import org.billrunconsole.domain.review.customer.RunReview;
import org.billrunconsole.domain.review.customer.Scope;
import org.billrunconsole.i18n.DeadlineWords;
import org.billrunconsole.i18n.FigureWords;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.ui.kit.Tone;
import org.billrunconsole.ui.review.ReviewContents.Card;
import org.billrunconsole.ui.review.ReviewContents.Checked;
import org.billrunconsole.ui.review.ReviewContents.Mark;

/** Puts a review into words. */
public final class ReviewWords {

    private final Messages messages;
    private final Formats formats;
    private final Sentences sentences;
    private final FigureWords figures;
    private final ReviewTables tables;
    private final DeadlineWords deadlines;

    public ReviewWords(Messages messages, Formats formats, Sentences sentences) {
        this.messages = messages;
        this.formats = formats;
        this.sentences = sentences;
        figures = new FigureWords(messages, formats);
        deadlines = new DeadlineWords(messages, formats);
        tables = new ReviewTables(messages, formats, figures);
    }

    ReviewContents contents(RunReview review, Optional<String> currency, Optional<Deadline> deadline) {
        return new ReviewContents(review, currency, subtitle(review), cards(review, currency, deadline),
                notes(review, currency),
                checked(review), Map.of(
                        ReviewPart.DIFFERENCES, tables.differences(review, currency, ReviewPart.DIFFERENCES),
                        ReviewPart.UNEXPLAINED, tables.differences(review, currency, ReviewPart.UNEXPLAINED),
                        ReviewPart.EXPLAINED, tables.differences(review, currency, ReviewPart.EXPLAINED),
                        ReviewPart.ALL, tables.differences(review, currency, ReviewPart.ALL),
                        ReviewPart.NOT_BILLED, tables.notBilled(review, notBilledUnread(review)),
                        ReviewPart.SUSPENSE, tables.suspense(review)),
                tables.others(review), summary(review, currency));
    }

    FigureWords figures() {
        return figures;
    }

    /** How far a reading has got. */
    String progress(ReviewProgress progress) {
        var part = messages.get("review.part." + Sentences.key(progress.part()));
        return progress.of().isPresent()
                ? messages.get("review.progress.of", part, progress.read(), progress.of().getAsLong())
                : messages.get("review.progress", part, progress.read());
    }

    /** What is known of a review, and whether somebody has looked at it. */
    String summary(Optional<ReviewContents> contents, Acknowledgement.State looked) {
        var given = switch (looked) {
            case State.NotGiven _ -> messages.get("review.summary.ack.not-given");
            case State.Holds(var one) -> messages.get("review.summary.ack.holds", one.user());
            case State.VoidNow _,State.CheckChanged _ -> messages.get("review.summary.ack.void");
        };
        return contents.map(read -> messages.get("review.summary.line", read.summary(), given))
                .orElseGet(() -> messages.get("review.summary.none", given));
    }

    /** Whether somebody has looked, as a title and a sentence; the title is empty where nobody has. */
    Looked looked(Acknowledgement.State state, Optional<String> currency) {
        return switch (state) {
            case State.NotGiven _ -> new Looked("", messages.get("review.look.none"), Tone.NEUTRAL);
            case State.Holds(var one) -> new Looked(messages.get("review.look.given.title", one.user()),
                    messages.get("review.look.given", formats.dateTime(one.when()), one.reason()), Tone.SUCCESS);
            case State.VoidNow(var one, var changes) -> new Looked(messages.get("review.look.void.title"),
                    messages.get("review.look.void", one.user(), formats.dateTime(one.when()),
                            figures.changes(changes, currency)),
                    Tone.WARNING);
            case State.CheckChanged(var one, _) -> new Looked(messages.get("review.look.void.title"),
                    messages.get("review.look.void", one.user(), formats.dateTime(one.when()), ""), Tone.WARNING);
        };
    }

    /** Whether somebody has looked. */
    record Looked(String title, String text, Tone tone) {}

    private String subtitle(RunReview review) {
        return messages.get("review.subtitle", review.variances().extent().read(), formats.timeOfDay(review.ended()));
    }

    // ---- The figures

    private List<Card> cards(RunReview review, Optional<String> currency, Optional<Deadline> deadline) {
        return List.of(unexplained(review, currency), explained(review), notBilled(review), suspense(review.run()),
                deadline.map(this::deadline).orElseGet(() -> new Card("deadlineCard", Optional.empty(),
                        messages.get("review.card.deadline.not-known"),
                        messages.get("review.card.deadline.not-known.text"), false)));
    }

    private Card deadline(Deadline deadline) {
        return new Card("deadlineCard", Optional.empty(), deadlines.title(deadline),
                deadlines.left(deadline) + " · " + deadlines.completion(deadline),
                deadline.phase() == Deadline.Phase.PAST || deadline.isDueWithin(Deadline.SOON_DAYS));
    }

    private Card unexplained(RunReview review, Optional<String> currency) {
        var variances = review.variances();
        var group = variances.unexplained();
        if (variances.extent().isNothing()) {
            return new Card("unexplainedCard", Optional.of(ReviewPart.UNEXPLAINED), messages.get(
                    "review.card.unexplained.unread"), unread(variances.extent(), "values"), true);
        }
        var limits = messages.get("review.card.unexplained.limits",
                formats.money(review.limits().amount(), currency), review.limits().percent());
        var text = new ArrayList<String>();
        if (group.count() > 0) {
            text.add(messages.get("review.card.unexplained.sum", figures.signed(group.sum(), currency)));
        }
        text.add(limits);
        if (variances.notCompared().count() > 0) {
            text.add(messages.get("review.card.not-compared", variances.notCompared().count()));
        }
        return new Card("unexplainedCard", Optional.of(ReviewPart.UNEXPLAINED),
                messages.get(variances.extent().isWhole() ? "review.card.unexplained"
                        : "review.card.unexplained.so-far", group.count()),
                String.join(" · ", text),
                group.count() > 0 || variances.notCompared().count() > 0 || !variances.extent().isWhole());
    }

    private Card explained(RunReview review) {
        var by = review.variances().explainedBy();
        var text = Stream.of(Why.values())
                .filter(why -> by.getOrDefault(why, 0L) > 0)
                .map(why -> messages.get("review.explained." + Sentences.key(why), by.get(why)))
                .collect(Collectors.joining(" · "));
        return new Card("explainedCard", Optional.of(ReviewPart.EXPLAINED),
                messages.get("review.card.explained", review.variances().explained().count()),
                text.isEmpty() ? messages.get("review.card.explained.none") : text, false);
    }

    private Card notBilled(RunReview review) {
        var completeness = review.completeness();
        if (completeness.extent().isNothing()) {
            return new Card("notBilledCard", Optional.of(ReviewPart.NOT_BILLED),
                    messages.get("review.card.not-billed.unread"), notBilledUnread(review), true);
        }
        return new Card("notBilledCard", Optional.of(ReviewPart.NOT_BILLED),
                messages.get(completeness.extent().isWhole() ? "review.card.not-billed"
                        : "review.card.not-billed.so-far", completeness.count()),
                messages.get("review.card.not-billed.text"),
                completeness.count() > 0 || !completeness.extent().isWhole());
    }

    private Card suspense(BillRun run) {
        var known = Stream.of(run.usageSuspense(), run.rentalSuspense()).filter(OptionalLong::isPresent).toList();
        var sum = known.stream().mapToLong(OptionalLong::getAsLong).sum();
        var title = known.isEmpty() ? messages.get("review.card.suspense.not-known")
                : messages.get("review.card.suspense", sum);
        return new Card("suspenseCard", Optional.of(ReviewPart.SUSPENSE), title,
                messages.get("review.card.suspense.text", count(run.usageSuspense()), count(run.rentalSuspense())),
                known.isEmpty() || sum > 0);
    }

    private String count(OptionalLong figure) {
        return figure.isPresent() ? formats.number(figure.getAsLong()) : messages.get("figure.not-known");
    }

    // ---- What bears on everything

    private List<String> notes(RunReview review, Optional<String> currency) {
        var notes = new ArrayList<String>();
        if (!review.stillOpen()) {
            notes.add(messages.get("review.note.not-open"));
        }
        if (!review.changedWhileRead().isEmpty()) {
            notes.add(messages.get("review.note.changed", figures.changes(review.changedWhileRead(), currency)));
        }
        if (!review.otherOpenRuns().isEmpty()) {
            notes.add(messages.get("review.note.other-open", String.join(", ", review.otherOpenRuns())));
        }
        if (review.variances().scope() == Scope.EVERY_CYCLE) {
            notes.add(messages.get("review.note.every-cycle"));
        }
        return notes;
    }

    // ---- What was read

    private List<Checked> checked(RunReview review) {
        var values = review.variances().extent();
        var rental = review.rentalSuspense();
        var usage = review.usageSuspense();
        return List.of(
                new Checked(messages.get("review.checked.values"), note(values, "values", messages.get(
                        review.variances().scope() == Scope.CYCLE ? "review.checked.values.note"
                                : "review.checked.values.note.all",
                        values.read(), review.variances().notRated())),
                        mark(values)),
                new Checked(messages.get("review.checked.customers"), customersNote(review),
                        review.customers().isWhole() && !review.completeness().extent().isWhole()
                                ? Mark.PARTLY
                                : mark(review.customers())),
                new Checked(messages.get("review.checked.rental"), note(rental.extent(), "rental",
                        rental.records() == 0 ? messages.get("review.checked.rental.none")
                                : messages.get("review.checked.rental.note", rental.records(),
                                        rental.groups().size())),
                        mark(rental.extent())),
                new Checked(messages.get("review.checked.numbers"), note(usage.dialStrings(), "usage",
                        messages.get("review.checked.usage.note", usage.dialStrings().read())),
                        mark(usage.dialStrings())),
                new Checked(messages.get("review.checked.rates"), note(usage.buyRates(), "usage",
                        messages.get("review.checked.usage.note", usage.buyRates().read())),
                        mark(usage.buyRates())));
    }

    private String customersNote(RunReview review) {
        var customers = review.customers();
        var completeness = review.completeness();
        if (customers.isWhole() && !completeness.extent().isWhole()) {
            return messages.get("review.checked.customers.only", customers.read(), notBilledUnread(review));
        }
        return note(customers, "customers", messages.get("review.checked.customers.note", customers.read(),
                completeness.active()));
    }

    private String note(Extent extent, String part, String whole) {
        return extent.isWhole() ? whole
                : extent.isNothing() ? unread(extent, part)
                        : messages.get("review.checked.partly", extent.read(), why(extent, part));
    }

    private String notBilledUnread(RunReview review) {
        return review.completeness().extent().isWhole() ? "" : unread(review.completeness().extent(), "customers");
    }

    private String unread(Extent extent, String part) {
        return messages.get("review.not-checked", why(extent, part));
    }

    private String why(Extent extent, String part) {
        return extent.missing().map(missing -> why(missing, part)).orElse("");
    }

    private String why(NotChecked missing, String part) {
        return switch (missing.cause()) {
            case NOT_PERMITTED -> messages.get("review.not-permitted." + part);
            case FAILED -> missing.failure().map(sentences::failure).orElseGet(() -> cause(missing));
            default -> cause(missing);
        };
    }

    private String cause(NotChecked missing) {
        return messages.get("review.why." + Sentences.key(missing.cause()));
    }

    private static Mark mark(Extent extent) {
        return extent.isWhole() ? Mark.WHOLE : extent.isNothing() ? Mark.NOT : Mark.PARTLY;
    }

    // ---- All of it

    private String summary(RunReview review, Optional<String> currency) {
        var parts = new ArrayList<String>();
        var variances = review.variances();
        var sum = variances.unexplained().sum();
        if (variances.extent().isNothing()) {
            parts.add(messages.get("review.summary.values-unread"));
        } else {
            parts.add(messages.get("review.summary.unexplained", variances.unexplained().count(),
                    sum.compareTo(BigDecimal.ZERO) == 0 ? formats.money(sum, currency)
                            : figures.signed(sum, currency)));
        }
        parts.add(review.completeness().extent().isNothing()
                ? messages.get("review.summary.not-billed-unread")
                : messages.get("review.summary.not-billed", review.completeness().count()));
        if (!review.isWhole()) {
            parts.add(messages.get("review.summary.not-whole"));
        }
        return String.join(" · ", parts);
    }
}
