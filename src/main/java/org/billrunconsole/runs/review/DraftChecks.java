package org.billrunconsole.runs.review;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.review.Acknowledgement;
import org.billrunconsole.domain.review.Check;
import org.billrunconsole.domain.review.Check.Kind;
import org.billrunconsole.domain.review.DraftFigures;
import org.billrunconsole.domain.review.FigureChange;
import org.billrunconsole.domain.review.RunFigures;
import org.billrunconsole.domain.review.Severity;

/**
 * Checks whether a run's figures are still those that its draft invoices show. What has changed is a warning until
 * somebody has looked at just that change. A pure function.
 */
final class DraftChecks {

    private DraftChecks() {}

    static List<Check> of(Run run, Optional<DraftFigures> drafts, Collection<Acknowledgement> given) {
        if (!run.isInStage(Stage.Known.DRAFT_INVOICES)) {
            return List.of();
        }
        return drafts.map(then -> then.changesTo(RunFigures.of(run))
                .stream()
                .flatMap(change -> check(then, change).stream())
                .map(check -> Acknowledgement.ofCheck(given, check).holds()
                        ? new Check(check.kind(), Severity.INFO, check.args())
                        : check)
                .toList()).orElseGet(List::of);
    }

    private static Optional<Check> check(DraftFigures drafts, FigureChange change) {
        return kind(change.figure()).map(kind -> Check.of(kind, Severity.WARNING,
                value(change, change.then().orElseThrow()), value(change, change.now().orElseThrow()), drafts.when(),
                (long) drafts.basis().ordinal()));
    }

    private static Object value(FigureChange change, BigDecimal figure) {
        return change.figure().isMoney() ? new Check.Money(figure) : (Object) figure.longValue();
    }

    private static Optional<Kind> kind(FigureChange.Figure figure) {
        return switch (figure) {
            case REVENUE -> Optional.of(Kind.DRAFT_REVENUE_CHANGED);
            case USAGE_SUSPENSE -> Optional.of(Kind.DRAFT_USAGE_SUSPENSE_CHANGED);
            case RENTAL_SUSPENSE -> Optional.of(Kind.DRAFT_RENTAL_SUSPENSE_CHANGED);
            case LARGEST_INVOICE -> Optional.of(Kind.DRAFT_LARGEST_INVOICE_CHANGED);
            case UNEXPLAINED, UNEXPLAINED_SUM, NOT_BILLED -> Optional.empty();
        };
    }
}
