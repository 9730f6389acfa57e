package org.billrunconsole.runs.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.review.Check;
import org.billrunconsole.domain.review.Check.Kind;
import org.billrunconsole.domain.review.CheckThresholds;
import org.billrunconsole.domain.review.Severity;
import org.billrunconsole.domain.write.Action;

/** Checks a run against the runs before it for what somebody should see before the next step. A pure function. */
public final class Checks {

    private static final Set<Kind> ABOUT_CLOSING = Set.of(Kind.NOT_CLOSEABLE_YET, Kind.NOT_CLOSEABLE_ANY_MORE);
    private static final Set<Kind> ABOUT_THE_DATE = Set.of(Kind.INVOICE_DATE_PAST, Kind.INVOICE_DATE_WEEKEND,
            Kind.INVOICE_DATE_FAR, Kind.CHANGED_BY_OTHERS);
    private static final Set<Kind> ABOUT_DRAFTS = Set.of(Kind.DRAFT_REVENUE_CHANGED,
            Kind.DRAFT_USAGE_SUSPENSE_CHANGED, Kind.DRAFT_RENTAL_SUSPENSE_CHANGED,
            Kind.DRAFT_LARGEST_INVOICE_CHANGED);

    private final Supplier<CheckThresholds> thresholds;

    /** @param thresholds asked anew every time */
    public Checks(Supplier<CheckThresholds> thresholds) {
        this.thresholds = thresholds;
    }

    /** All that is worth a look, most serious first; nothing for a finalised run, which nobody can act on. */
    public List<Check> of(CheckInput input) {
        if (input.run().hasStatus(RunStatus.Known.FINALIZED)) {
            return List.of();
        }
        var now = thresholds.get();
        var found = new ArrayList<Check>();
        found.addAll(FigureChecks.of(input, now));
        found.addAll(DateChecks.of(input));
        found.addAll(standing(input, now));
        found.sort(Comparator.comparing(Check::severity).reversed());
        return List.copyOf(found);
    }

    /** Those that matter to an action, for its dialog. */
    public static List<Check> concerning(Action action, List<Check> checks) {
        return checks.stream().filter(check -> concerns(action, check.kind())).toList();
    }

    /**
     * True if an action needs a reason in spite of what was found: one that cannot be undone, and full invoices of
     * drafts that are not true any more.
     */
    public static boolean needReason(Action action, List<Check> checks) {
        return concerning(action, checks).stream()
                .filter(check -> action.isIrreversible() || ABOUT_DRAFTS.contains(check.kind()))
                .map(Check::severity)
                .anyMatch(Severity::needsReason);
    }

    private static boolean concerns(Action action, Kind kind) {
        return switch (action) {
            case CLOSE -> true;
            case FULL_INVOICES -> !ABOUT_CLOSING.contains(kind);
            case DRAFT_INVOICES, DISTRIBUTE -> !ABOUT_CLOSING.contains(kind) && !ABOUT_DRAFTS.contains(kind);
            case CHANGE_INVOICE_DATE -> ABOUT_THE_DATE.contains(kind);
            case REOPEN, CHANGE_NICKNAME, ADJUST_SCHEDULE -> kind == Kind.CHANGED_BY_OTHERS;
        };
    }

    private static List<Check> standing(CheckInput input, CheckThresholds thresholds) {
        var found = new ArrayList<Check>();
        if (input.run() instanceof BillRun run) {
            if (run.paused().orElse(false)) {
                found.add(Check.of(Kind.PAUSED, Severity.INFO));
            }
            if (run.parallel().orElse(false)) {
                found.add(Check.of(Kind.PARALLEL, Severity.INFO));
            }
            input.earlier()
                    .stream()
                    .findFirst()
                    .filter(previous -> !previous.hasStatus(RunStatus.Known.FINALIZED))
                    .ifPresent(previous -> previous.status()
                            .ifPresent(status -> found.add(Check.of(Kind.PREVIOUS_NOT_FINALISED, Severity.WARNING,
                                    previous.label(), status))));
        }
        input.changedByOthers()
                .filter(when -> !when.plus(thresholds.recently()).isBefore(input.now()))
                .ifPresent(when -> found.add(Check.of(Kind.CHANGED_BY_OTHERS, Severity.WARNING, when)));
        return found;
    }
}
