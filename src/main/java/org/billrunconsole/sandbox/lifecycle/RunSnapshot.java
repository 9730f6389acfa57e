package org.billrunconsole.sandbox.lifecycle;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;

/**
 * What the sandbox itself says of a run at one moment, for tests to compare with.
 *
 * @param percent      of the present stage, 0 to 100, also where the API does not send it
 * @param periodStart  regular runs only
 * @param periodEnd    regular runs only
 * @param nickname     ad hoc runs only
 * @param closeable    true if the API would close it now
 */
public record RunSnapshot(RunKey key, String name, RunStatus.Known status, Stage.Known stage, int percent,
        LocalDate invoiceDate, OptionalLong closedBy, long revenue, long usageSuspense, long rentalSuspense,
        Optional<LocalDate> periodStart, Optional<LocalDate> periodEnd, Optional<String> nickname, boolean paused,
        boolean closeable) {

    public static RunSnapshot of(RunView view, LocalDate today) {
        var run = view.run();
        var regular = Optional.of(run.details())
                .filter(RunDetails.Regular.class::isInstance)
                .map(RunDetails.Regular.class::cast);
        var nickname = run.details() instanceof RunDetails.Adhoc adhoc ? adhoc.nickname() : Optional.<String>empty();
        var open = run.position().stage() == Stage.Known.PROPERTIES;
        var inWindow = regular.map(each -> !today.isBefore(each.cycle().closeableFrom(each.periodEnd()))
                && !today.isAfter(each.cycle().closeableUntil(each.periodEnd()))).orElse(true);
        return new RunSnapshot(run.key(), run.name(), run.position().status(), run.position().stage(), view.percent(),
                run.invoiceDate(), run.closedBy(), view.figures().revenue(), view.figures().usageSuspense(),
                view.figures().rentalSuspense(), regular.map(RunDetails.Regular::periodStart),
                regular.map(RunDetails.Regular::periodEnd), nickname,
                regular.map(RunDetails.Regular::paused).orElse(false),
                open && inWindow);
    }
}
