package org.billrunconsole.domain;

/**
 * What stands around a run and bears on its actions.
 *
 * @param readOnlyConnection the connection was set up, or left, without writing
 * @param readOnlyUser       the server has refused this user a write (403)
 * @param stale              the run's data is not fresh
 * @param outcomeUnknown     an earlier write's outcome is still being found out
 * @param actionUnderWay     a write to this run is under way
 * @param reopenConfigured   the connection has a patch for reopening, which the vendor does not document
 */
public record Circumstances(boolean readOnlyConnection, boolean readOnlyUser, boolean stale, boolean outcomeUnknown,
        boolean actionUnderWay, boolean reopenConfigured) {

    /** Nothing in the way, reopening not set up. */
    public static final Circumstances CLEAR = new Circumstances(false, false, false, false, false, false);

    public Circumstances withReopenConfigured(boolean configured) {
        return new Circumstances(readOnlyConnection, readOnlyUser, stale, outcomeUnknown, actionUnderWay, configured);
    }

    public Circumstances withStale(boolean now) {
        return new Circumstances(readOnlyConnection, readOnlyUser, now, outcomeUnknown, actionUnderWay,
                reopenConfigured);
    }

    public Circumstances withReadOnlyConnection(boolean now) {
        return new Circumstances(now, readOnlyUser, stale, outcomeUnknown, actionUnderWay, reopenConfigured);
    }

    public Circumstances withReadOnlyUser(boolean now) {
        return new Circumstances(readOnlyConnection, now, stale, outcomeUnknown, actionUnderWay, reopenConfigured);
    }

    public Circumstances withOutcomeUnknown(boolean now) {
        return new Circumstances(readOnlyConnection, readOnlyUser, stale, now, actionUnderWay, reopenConfigured);
    }

    public Circumstances withActionUnderWay(boolean now) {
        return new Circumstances(readOnlyConnection, readOnlyUser, stale, outcomeUnknown, now, reopenConfigured);
    }
}
