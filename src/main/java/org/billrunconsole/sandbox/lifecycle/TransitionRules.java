package org.billrunconsole.sandbox.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.OptionalLong;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;

/**
 * Decides which changes of a run are allowed and carries them out. Source: the contract digest's life cycle; where it
 * is silent the stricter reading is taken, since a console that works here has to work on the real server.
 */
final class TransitionRules {

    /** Further than this no schedule is moved; the contract gives no limit. */
    private static final int FURTHEST_PERIODS = 120;

    private final LifecycleClock lifecycleClock;
    private final FigureDrift drift;
    private final ZoneId zone;

    TransitionRules(LifecycleClock lifecycleClock, FigureDrift drift, ZoneId zone) {
        this.lifecycleClock = lifecycleClock;
        this.drift = drift;
        this.zone = zone;
    }

    /**
     * The run after a patch.
     *
     * @param run  as it is at this moment
     * @param user who asks
     * @throws Refusal 400 with the reason
     */
    StoredRun patched(StoredRun run, PatchRequest patchRequest, long user, Instant now) {
        var next = run;
        if (patchRequest.invoiceDate().isPresent()) {
            requireBeforeFullInvoices(run, "The invoice date can be changed");
            next = next.withInvoiceDate(patchRequest.invoiceDate().get());
        }
        if (patchRequest.nickname().isPresent() && next.details() instanceof RunDetails.Adhoc adhoc) {
            refuseIf(run.position().status() == RunStatus.Known.FINALIZED, "The nickname of a FINALIZED run is fixed");
            next = next.withDetails(adhoc.withNickname(patchRequest.nickname().get()));
        }
        if (patchRequest.status().isPresent()) {
            return byStatus(next, patchRequest, user, now);
        }
        return patchRequest.stage().isPresent() ? byStage(next, patchRequest.stage().get(), user, now) : next;
    }

    /**
     * The run with its schedule moved.
     *
     * @throws Refusal 400 with the reason
     */
    StoredRun adjusted(StoredRun run, int periods, Instant now) {
        refuseIf(periods == 0, "periods must not be 0");
        refuseIf(Math.abs((long) periods) > FURTHEST_PERIODS, "periods must be from -120 to 120");
        refuseIf(!isPlainOpen(run), "Only the schedule of an OPEN bill run can be adjusted");
        if (!(run.details() instanceof RunDetails.Regular regular)) {
            throw Refusal.badRequest("Only regular bill runs have a schedule");
        }
        var moved = regular.movedTo(regular.cycle().startAfter(regular.periodStart(), periods));
        return run.withDetails(moved)
                .withInvoiceDate(moved.periodEnd().plusDays(1))
                .withPosition(StagePosition.open(run.position().since(), closesByItself(moved, now)));
    }

    private StoredRun byStatus(StoredRun run, PatchRequest patchRequest, long user, Instant now) {
        return switch (patchRequest.status().orElseThrow()) {
            case FINALIZED -> throw Refusal.badRequest("billRunStatus FINALIZED is set by the system");
            case OPEN -> {
                refuseIf(patchRequest.stage().isPresent(), "summaryStatus cannot be set when a bill run is reopened");
                yield reopened(run, now);
            }
            case CLOSED -> {
                refuseIf(run.kind() == RunKind.ADHOC,
                        "An adhoc bill run is closed by summaryStatus REPORTING without billRunStatus");
                refuseIf(patchRequest.stage().isEmpty() || patchRequest.stage().get() != Stage.Known.REPORTING,
                        "billRunStatus CLOSED goes with summaryStatus REPORTING");
                yield closed(run, user, now);
            }
        };
    }

    private StoredRun byStage(StoredRun run, Stage.Known stage, long user, Instant now) {
        return switch (stage) {
            case REPORTING -> {
                refuseIf(run.kind() == RunKind.REGULAR,
                        "Closing a bill run takes billRunStatus CLOSED together with summaryStatus REPORTING");
                yield closed(run, user, now);
            }
            case DRAFT_INVOICES -> {
                refuseIf(run.kind() == RunKind.ADHOC, "An adhoc bill run has no draft invoices");
                requireDone(run, stage, now, Stage.Known.REPORTING);
                yield started(run, stage, now);
            }
            case FULL_INVOICES -> {
                requireDone(run, stage, now, Stage.Known.REPORTING, Stage.Known.DRAFT_INVOICES);
                yield started(run, stage, now);
            }
            case DISTRIBUTION -> {
                requireDone(run, stage, now, Stage.Known.FULL_INVOICES);
                yield started(run, stage, now);
            }
            case PROPERTIES, STARTING, COMBINING_INVOICES, PAYMENT, REACTIVATING_RPIS, ARCHIVING, FINISHED ->
                    throw Refusal.badRequest("summaryStatus " + stage + " is set by the system");
        };
    }

    private StoredRun closed(StoredRun run, long user, Instant now) {
        refuseIf(run.position().status() != RunStatus.Known.OPEN, "The bill run is already " + run.position().status());
        refuseIf(!isPlainOpen(run), "The bill run is being closed by the system");
        if (run.details() instanceof RunDetails.Regular regular) {
            requireWithinWindow(regular, LocalDate.ofInstant(now, zone));
        }
        var frozen = run.withFigures(drift.at(run, now)).withClosedBy(OptionalLong.of(user));
        return started(frozen, Stage.Known.REPORTING, now);
    }

    private static void requireWithinWindow(RunDetails.Regular regular, LocalDate today) {
        var from = regular.cycle().closeableFrom(regular.periodEnd());
        var until = regular.cycle().closeableUntil(regular.periodEnd());
        refuseIf(today.isBefore(from) || today.isAfter(until),
                "The bill run can be closed from " + from + " to " + until + " only");
    }

    private StoredRun reopened(StoredRun run, Instant now) {
        refuseIf(run.position().status() != RunStatus.Known.CLOSED, "Only a CLOSED bill run can be reopened");
        requireBeforeFullInvoices(run, "A bill run can be reopened");
        refuseIf(!run.position().isDone(now), run.position().stage() + " is still running");
        var until = run.details() instanceof RunDetails.Regular regular ? closesByItself(regular, now) : Instant.MAX;
        return run.withFigures(run.figures().from(now))
                .withClosedBy(OptionalLong.empty())
                .withPosition(StagePosition.open(now, until));
    }

    private StoredRun started(StoredRun run, Stage.Known stage, Instant now) {
        return run.withPosition(lifecycleClock.start(run, RunStatus.Known.CLOSED, stage, now));
    }

    private Instant closesByItself(RunDetails.Regular regular, Instant now) {
        return regular.cycle().closesByItself(regular.periodEnd(), regular.paused(), now, zone);
    }

    private static void requireDone(StoredRun run, Stage.Known wanted, Instant now, Stage.Known... from) {
        var position = run.position();
        refuseIf(position.status() != RunStatus.Known.CLOSED,
                "The bill run must be CLOSED, it is " + position.status());
        for (var each : from) {
            if (position.stage() == each) {
                refuseIf(!position.isDone(now), each + " is still running");
                return;
            }
        }
        throw Refusal.badRequest(wanted + " cannot follow " + position.stage());
    }

    private static void requireBeforeFullInvoices(StoredRun run, String what) {
        refuseIf(run.position().stage().compareTo(Stage.Known.FULL_INVOICES) >= 0,
                what + " before FULL_INVOICES only, the bill run is in " + run.position().stage());
    }

    private static boolean isPlainOpen(StoredRun run) {
        return run.position().status() == RunStatus.Known.OPEN && run.position().stage() == Stage.Known.PROPERTIES;
    }

    private static void refuseIf(boolean bad, String why) {
        if (bad) {
            throw Refusal.badRequest(why);
        }
    }
}
