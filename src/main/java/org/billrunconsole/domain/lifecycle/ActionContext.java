package org.billrunconsole.domain.lifecycle;

import java.util.Set;
import org.billrunconsole.domain.write.Action;

/**
 * What decides about a run's actions besides the run itself: rights, freshness of the data, writes under way.
 *
 * @param noJournal          nothing can be written to the journal, without which nothing is sent
 * @param changes            whether the connection lets anything be changed
 * @param refused            steps that the server has refused this user (403) on runs of this kind
 * @param data               whether the run's data can be acted on
 * @param outcomeUnknown     an earlier write's outcome is still being found out
 * @param actionUnderWay     a write to this run is under way
 * @param currencyKnown      it is known what the run's money is in
 * @param reopenConfigured   the connection has a patch for reopening, which the vendor does not document
 */
public record ActionContext(boolean noJournal, Changes changes, Set<Action> refused, Data data,
        boolean outcomeUnknown,
        boolean actionUnderWay, boolean currencyKnown, boolean reopenConfigured) {

    /** Whether anything may be changed on a connection. */
    public enum Changes {
        ON,
        /** The connection was set up, or left, without changes. */
        OFF,
        /** The computer's policy forbids them; nobody can switch them on. */
        RULED_OUT
    }

    /** Whether what is known of a run is of now. */
    public enum Data {
        /** The server has answered lately. */
        FRESH,
        /** It has not, or nothing has been read yet. */
        STALE,
        /** The operator has paused the watch. */
        PAUSED
    }

    /** Nothing in the way, reopening not set up. */
    public static final ActionContext CLEAR = new ActionContext(false, Changes.ON, Set.of(), Data.FRESH, false, false,
            true,
            false);

    public ActionContext {
        refused = Set.copyOf(refused);
    }

    /** True if the data is not of now, for whatever reason. */
    public boolean stale() {
        return data != Data.FRESH;
    }

    public ActionContext withReopenConfigured(boolean configured) {
        return new ActionContext(noJournal, changes, refused, data, outcomeUnknown, actionUnderWay,
                currencyKnown,
                configured);
    }

    public ActionContext withData(Data now) {
        return new ActionContext(noJournal, changes, refused, now, outcomeUnknown, actionUnderWay,
                currencyKnown,
                reopenConfigured);
    }

    public ActionContext withChanges(Changes now) {
        return new ActionContext(noJournal, now, refused, data, outcomeUnknown, actionUnderWay, currencyKnown,
                reopenConfigured);
    }

    public ActionContext withRefused(Set<Action> now) {
        return new ActionContext(noJournal, changes, now, data, outcomeUnknown, actionUnderWay,
                currencyKnown,
                reopenConfigured);
    }

    public ActionContext withOutcomeUnknown(boolean now) {
        return new ActionContext(noJournal, changes, refused, data, now, actionUnderWay, currencyKnown,
                reopenConfigured);
    }

    public ActionContext withActionUnderWay(boolean now) {
        return new ActionContext(noJournal, changes, refused, data, outcomeUnknown, now, currencyKnown,
                reopenConfigured);
    }

    public ActionContext withNoJournal(boolean now) {
        return new ActionContext(now, changes, refused, data, outcomeUnknown, actionUnderWay, currencyKnown,
                reopenConfigured);
    }

    public ActionContext withCurrencyKnown(boolean now) {
        return new ActionContext(noJournal, changes, refused, data, outcomeUnknown, actionUnderWay, now,
                reopenConfigured);
    }
}
