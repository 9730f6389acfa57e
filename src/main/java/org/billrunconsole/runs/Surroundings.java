package org.billrunconsole.runs;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.billrunconsole.domain.Circumstances;
import org.billrunconsole.domain.RunKey;

/** What stands around the runs of a connection and bears on their actions, gathered from those who know it. */
public final class Surroundings {

    private final boolean reopenConfigured;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean readOnlyConnection;
    private volatile boolean readOnlyUser;
    private volatile Supplier<Freshness> freshness = () -> new Freshness.Live(Instant.EPOCH);
    private volatile Predicate<RunKey> outcomeUnknown = _ -> false;
    private volatile Predicate<RunKey> actionUnderWay = _ -> false;

    public Surroundings(boolean readOnlyConnection, boolean reopenConfigured) {
        this.readOnlyConnection = readOnlyConnection;
        this.reopenConfigured = reopenConfigured;
    }

    /** As they are for a run now. */
    public Circumstances of(RunKey run) {
        return new Circumstances(readOnlyConnection, readOnlyUser, freshness.get().data(), outcomeUnknown.test(run),
                actionUnderWay.test(run), reopenConfigured);
    }

    public boolean isReadOnlyConnection() {
        return readOnlyConnection;
    }

    public boolean isReadOnlyUser() {
        return readOnlyUser;
    }

    /** Calls a listener whenever something may have changed, on the thread that changed it. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    /** Switches writing on or off for the session. */
    public void setReadOnlyConnection(boolean now) {
        readOnlyConnection = now;
        changed();
    }

    /** The server has refused this user a write. */
    public void learnReadOnlyUser() {
        readOnlyUser = true;
        changed();
    }

    /** Another user has signed in, of whom nothing is known yet. */
    public void forgetUser() {
        readOnlyUser = false;
        changed();
    }

    /** Connects whoever knows how fresh the data is; it is asked each time, so that no late word can unlock anything. */
    public void heedFreshness(Supplier<Freshness> source) {
        freshness = source;
        changed();
    }

    /** Connects the write path, which knows what is under way and what is not known. */
    public void heedWrites(Predicate<RunKey> underWay, Predicate<RunKey> unknown) {
        actionUnderWay = underWay;
        outcomeUnknown = unknown;
    }

    /** Tells the listeners that something they show may have changed. */
    public void changed() {
        listeners.forEach(Runnable::run);
    }
}
