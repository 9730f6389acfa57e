package org.billrunconsole.runs.write;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.billrunconsole.api.BillRunApi;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.lifecycle.Legality;
import org.billrunconsole.domain.lifecycle.Lifecycle;
import org.billrunconsole.domain.lifecycle.Reason;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.runs.RunFields;
import org.billrunconsole.runs.RunStore;

/** Reads a run again and says whether it is still what the operator confirmed and the step is still allowed. */
final class ConfirmedRuns {

    /** What a reading says of a command that was confirmed. */
    sealed interface Check permits Same, Stopped {}

    /** The run is what the operator confirmed, and the step is legal. */
    record Same(Run now) implements Check {}

    /**
     * It must not be sent.
     *
     * @param why     what kind of note is kept of it
     * @param details what the note needs, by name
     * @param now     the run as read; empty where it could not be
     */
    record Stopped(WriteResult result, String why, Map<String, String> details, Optional<Run> now)
            implements
            Check {}

    private final BillRunApi api;
    private final RunStore store;
    private final ActionContextProvider contextProvider;

    ConfirmedRuns(BillRunApi api, RunStore store, ActionContextProvider contextProvider) {
        this.api = api;
        this.store = store;
        this.contextProvider = contextProvider;
    }

    /** Reads the run and holds it against what the operator confirmed. */
    Check check(Command command, Run confirmed) {
        Run now;
        try {
            now = read(command);
        } catch (FailureException e) {
            return new Stopped(new WriteResult.NotSent(e.failure()), "stopped-unread", Map.of(),
                    Optional.empty());
        }
        var differences = RunFields.differences(confirmed, now, command.action());
        if (!differences.isEmpty()) {
            var details = new LinkedHashMap<String, String>();
            differences.forEach(each -> details.put(each.field(), each.before() + " > " + each.now()));
            return new Stopped(new WriteResult.ChangedMeanwhile(now, differences), "stopped-changed", details,
                    Optional.of(now));
        }
        return whyNot(command, now).<Check>map(why -> new Stopped(new WriteResult.NotAllowed(why),
                "stopped-not-allowed", Map.of(), Optional.of(now))).orElseGet(() -> new Same(now));
    }

    /** Why a command may not be sent to the run as it is, if so. */
    Optional<Reason> whyNot(Command command, Run now) {
        // The locks are this write's own.
        var context = contextProvider.of(command.run()).withActionUnderWay(false).withOutcomeUnknown(false);
        if (Lifecycle.judge(now, command.action(), context) instanceof Legality.Denied(var why)) {
            return Optional.of(why);
        }
        // Nobody could tell afterwards whether it had been done.
        return new CommandEffect(command, now, Optional.empty(), Optional.empty()).isShownBy(now)
                ? Optional.of(new Reason(Reason.Code.NOTHING_TO_CHANGE, List.of()))
                : Optional.empty();
    }

    /**
     * Reads the run and lets everybody see it.
     *
     * @throws FailureException if it cannot be read
     */
    Run read(Command command) {
        var run = api.run(command.run());
        store.put(List.of(run));
        return run;
    }
}
