package org.billrunconsole.sandbox.faults;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.sandbox.api.Operation;
import org.billrunconsole.sandbox.api.Request;
import org.billrunconsole.sandbox.api.RequestGate;
import org.billrunconsole.sandbox.api.Tokens;
import org.billrunconsole.sandbox.lifecycle.RunBook;

/**
 * The faults that were ordered. They strike in the order in which they were ordered, and one request can be struck by
 * several. Probabilities use the sandbox's seed, for each fault by itself.
 */
public final class Faults {

    private final RunBook book;
    private final Tokens tokens;
    private final RequestGate gate = new RequestGate();
    private final long seed;
    private final List<Standing> standing = new ArrayList<>();
    private long orders;
    private volatile boolean networkDown;

    /** An order and how often it may strike yet. */
    private static final class Standing {

        private final Fault fault;
        private final SplittableRandom random;
        private int left;

        Standing(Fault fault, long seed) {
            this.fault = fault;
            this.random = new SplittableRandom(seed);
            this.left = fault.times() == 0 ? Integer.MAX_VALUE : fault.times();
        }
    }

    public Faults(RunBook book, Tokens tokens, long seed) {
        this.book = book;
        this.tokens = tokens;
        this.seed = seed;
    }

    /** Gives an order. It stands until it has struck as often as it should, or is lifted. */
    public synchronized void order(Fault fault) {
        standing.add(new Standing(fault, seed + ++orders));
    }

    /** Orders that still stand. */
    public synchronized List<Fault> standing() {
        return standing.stream().map(each -> each.fault).toList();
    }

    /** Takes every order back, brings the network up and lets held requests go. Runs that stalled stay so. */
    public void lift() {
        synchronized (this) {
            standing.clear();
        }
        networkDown = false;
        gate.release();
    }

    /** Closes the connection of every request without an answer, until {@link #networkUp} or {@link #lift}. */
    public void networkDown() {
        networkDown = true;
    }

    public void networkUp() {
        networkDown = false;
    }

    /** Makes every token issued so far invalid, now. */
    public void expireTokens() {
        tokens.expireAll();
    }

    /** Stops a run where it is; it makes no progress until {@link #resume}. */
    public void stall(RunKey run) {
        book.force(run, (each, now) -> each.withPosition(each.position().stoppedAt(now)));
    }

    /** Lets a run that stands still go on from where it is. */
    public void resume(RunKey run) {
        book.force(run, (each, now) -> each.withPosition(each.position().resumed(now)));
    }

    /** How many requests wait because of {@link FaultEffect.Hold}. */
    public int held() {
        return gate.waiting();
    }

    /** Lets the requests go that wait now. */
    public void releaseHeld() {
        gate.release();
    }

    public boolean isNetworkDown() {
        return networkDown;
    }

    RequestGate gate() {
        return gate;
    }

    /** What happens to a request. Orders that struck for the last time are gone after this. */
    synchronized List<FaultEffect> strike(Optional<Operation> operation, Request request) {
        var effects = new ArrayList<FaultEffect>();
        if (operation.isEmpty()) {
            return effects;
        }
        for (Iterator<Standing> each = standing.iterator(); each.hasNext();) {
            var order = each.next();
            if (order.fault.canStrike(operation.get(), request)
                    && order.random.nextDouble() < order.fault.probability()) {
                effects.add(order.fault.effect());
                order.left--;
                if (order.left == 0) {
                    each.remove();
                }
            }
        }
        return effects;
    }
}
