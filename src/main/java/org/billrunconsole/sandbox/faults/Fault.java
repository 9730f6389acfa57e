package org.billrunconsole.sandbox.faults;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.sandbox.api.Operation;
import org.billrunconsole.sandbox.api.Request;

/**
 * A fault that a test orders: which requests it strikes, how often, and what happens.
 *
 * @param effect      what happens
 * @param operations  to which operations it can happen; empty for all
 * @param times       how often it happens; 0 for as often as it can
 * @param probability how likely it is for a request that it could happen to, above 0 and up to 1
 * @param run         the run that a request has to name in its path; empty for any request
 */
public record Fault(FaultEffect effect, Set<Operation> operations, int times, double probability,
        Optional<RunKey> run) {

    public Fault {
        operations = Set.copyOf(operations);
        if (times < 0) {
            throw new IllegalArgumentException("A fault happens 0 times or more, not " + times);
        }
        if (!(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException("A probability is above 0 and up to 1, not " + probability);
        }
    }

    /** Every request, until lifted. */
    public static Fault of(FaultEffect effect) {
        return new Fault(effect, Set.of(), 0, 1, Optional.empty());
    }

    public Fault on(Operation... wanted) {
        return new Fault(effect, Set.of(wanted), times, probability, run);
    }

    /** To the operations that change a bill run. */
    public Fault onWrites() {
        var writes = EnumSet.allOf(Operation.class);
        writes.removeIf(operation -> !operation.isWrite());
        return new Fault(effect, writes, times, probability, run);
    }

    /** To requests of one run, by their path. */
    public Fault onRun(RunKey wanted) {
        return new Fault(effect, operations, times, probability, Optional.of(wanted));
    }

    public Fault times(int count) {
        return new Fault(effect, operations, count, probability, run);
    }

    public Fault once() {
        return times(1);
    }

    public Fault withProbability(double likelihood) {
        return new Fault(effect, operations, times, likelihood, run);
    }

    boolean canStrike(Operation operation, Request request) {
        return (operations.isEmpty() || operations.contains(operation))
                && run.map(RunKey::path).map(request.path()::equals).orElse(true)
                && (!(effect instanceof FaultEffect.StallStage stall) || asksFor(request, stall));
    }

    private static boolean asksFor(Request request, FaultEffect.StallStage stall) {
        var stage = stall.stage().isPastDistribution() ? "DISTRIBUTION" : stall.stage().name();
        return request.method().equals("PATCH") && request.text().contains('"' + stage + '"');
    }
}
