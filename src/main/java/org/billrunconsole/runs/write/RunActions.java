package org.billrunconsole.runs.write;

import java.util.Optional;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.lifecycle.ActionContext;

/** What bears on the actions of runs, and what is not known yet of those that were sent. Safe for use by many threads. */
public final class RunActions {

    private final ActionContextProvider contexts;
    private final UnansweredWrites unanswered;

    public RunActions(ActionContextProvider contexts, UnansweredWrites unanswered) {
        this.contexts = contexts;
        this.unanswered = unanswered;
    }

    /** What bears on a run's actions now. */
    public ActionContext contextOf(RunKey run) {
        return contexts.of(run);
    }

    /** What is known of the run's last write, if it was not answered for. */
    public Optional<UnansweredWrite> unanswered(RunKey run) {
        return unanswered.of(run);
    }

    /** The operator has read what came of a write that was not answered for. */
    public void putAway(RunKey run) {
        unanswered.putAway(run);
    }

    /** Offers again what the server has refused this user: perhaps the right has been given since. */
    public void forgetRefusals() {
        contexts.forgetRefusals();
    }

    /** Calls a listener whenever any of this may have changed, on the thread that changed it. */
    public void addListener(Runnable listener) {
        contexts.addListener(listener);
    }

    public void removeListener(Runnable listener) {
        contexts.removeListener(listener);
    }
}
