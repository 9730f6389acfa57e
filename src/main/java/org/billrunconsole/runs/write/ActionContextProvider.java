package org.billrunconsole.runs.write;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.lifecycle.ActionContext;
import org.billrunconsole.domain.lifecycle.ActionContext.Changes;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.runs.Freshness;
import org.billrunconsole.work.Listeners;

/**
 * Gives the {@link ActionContext} of each run of a connection, gathered from the classes that know its parts. Safe for
 * use by many threads.
 */
public final class ActionContextProvider {

    private final boolean reopenConfigured;
    private final Listeners<Runnable> listeners = new Listeners<>("action contexts");
    private volatile boolean noJournal;
    private final AtomicReference<Changes> changes;
    private final Map<RunKind, Set<Action>> refused = new ConcurrentHashMap<>();
    private volatile Supplier<Freshness> freshness = () -> new Freshness.Live(Instant.EPOCH);
    private volatile Predicate<RunKey> outcomeUnknown = _ -> false;
    private volatile Predicate<RunKey> actionUnderWay = _ -> false;
    private volatile Predicate<RunKey> currencyKnown = _ -> true;

    public ActionContextProvider(boolean readOnlyConnection, boolean reopenConfigured) {
        changes = new AtomicReference<>(readOnlyConnection ? Changes.OFF : Changes.ON);
        this.reopenConfigured = reopenConfigured;
    }

    /** As they are for a run now. */
    public ActionContext of(RunKey run) {
        return new ActionContext(noJournal, changes.get(), refused.getOrDefault(run.kind(), Set.of()),
                freshness.get().data(),
                outcomeUnknown.test(run),
                actionUnderWay.test(run), currencyKnown.test(run), reopenConfigured);
    }

    /** The journal cannot be written: nothing may be sent any more. */
    public void loseJournal() {
        noJournal = true;
        changed();
    }

    /** The computer's policy forbids changes: nothing switches them on any more. */
    public void ruleOutChanges() {
        changes.set(Changes.RULED_OUT);
        changed();
    }

    public boolean isReadOnlyConnection() {
        return changes.get() != Changes.ON;
    }

    public boolean areChangesRuledOut() {
        return changes.get() == Changes.RULED_OUT;
    }

    /** True if the server has refused this user something. */
    public boolean hasRefusals() {
        return !refused.isEmpty();
    }

    /** Calls a listener whenever something may have changed, on the thread that changed it. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    /** Switches writing on or off for the session; without effect where it is ruled out. */
    public void setReadOnlyConnection(boolean now) {
        changes.updateAndGet(before -> before == Changes.RULED_OUT ? before : now ? Changes.OFF : Changes.ON);
        changed();
    }

    /** The server has refused this user a step (403); it is not offered again, on runs of this kind, until forgotten. */
    public void learnRefusal(RunKind kind, Action action) {
        refused.merge(kind, Set.of(action), (known, one) -> Stream.concat(known.stream(), one.stream())
                .collect(Collectors.toUnmodifiableSet()));
        changed();
    }

    /** Rights may be other ones now: after a sign-in or a renewal, or because the operator says so. */
    public void forgetRefusals() {
        if (hasRefusals()) {
            refused.clear();
            changed();
        }
    }

    /** Connects whoever knows how fresh the data is; it is asked each time, so that no late word can unlock anything. */
    public void readFreshnessFrom(Supplier<Freshness> source) {
        freshness = source;
        changed();
    }

    /** Connects whoever knows what a run's money is in. */
    public void readCurrenciesFrom(Predicate<RunKey> known) {
        currencyKnown = known;
        changed();
    }

    /** Connects the write path, which knows what is under way and what is not known. */
    public void readWritesFrom(Predicate<RunKey> underWay, Predicate<RunKey> unknown) {
        actionUnderWay = underWay;
        outcomeUnknown = unknown;
    }

    /** Tells the listeners that something they show may have changed. */
    public void changed() {
        listeners.tell(Runnable::run);
    }
}
