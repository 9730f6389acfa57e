package org.billrunconsole.runs;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.billrunconsole.api.BillRunApi;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.BillingUser;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.domain.Run;
import org.billrunconsole.work.Listeners;

/**
 * The billing cycles and users that runs name by id. Both are optional in the contract: a server may not have them, or
 * a user may not read them.
 */
public final class ReferenceData {

    /** The sign that stands for a currency that is not known. */
    public static final String ANY_CURRENCY = "\u00a4";

    private final BillRunApi api;
    private final Optional<String> adhocCurrency;
    private final Map<Long, Optional<BillingUser>> users = new ConcurrentHashMap<>();
    private final Listeners<Runnable> listeners = new Listeners<>("reference data");
    private volatile Map<Long, BillingCycle> cycles = Map.of();
    private volatile boolean cyclesRead;

    /** @param adhocCurrency what ad hoc runs' money is in, as the operator says, since the API does not */
    public ReferenceData(BillRunApi api, Optional<String> adhocCurrency) {
        this.api = api;
        this.adhocCurrency = adhocCurrency;
    }

    /**
     * Reads the billing cycles; blocks. Without them runs are shown with bare ids and no currency.
     *
     * @throws FailureException if the server cannot be read
     */
    public void loadCycles() {
        cycles = api.billingCycles()
                .orElse(List.of())
                .stream()
                .collect(Collectors.toMap(BillingCycle::id, Function.identity(), (first, _) -> first));
        cyclesRead = true;
        listeners.tell(Runnable::run);
    }

    /** Whether the server has answered {@link #loadCycles}, be it that it has none for this user. */
    public boolean isCyclesRead() {
        return cyclesRead;
    }

    /** Calls a listener when the cycles have been read, on the thread that read them. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    /** The cycle of a run, if it has one and the cycles could be read. */
    public Optional<BillingCycle> cycleOf(Run run) {
        return run instanceof BillRun regular && regular.billingCycleId().isPresent()
                ? Optional.ofNullable(cycles.get(regular.billingCycleId().getAsLong()))
                : Optional.empty();
    }

    /**
     * What a run's money is in, for showing it: {@link #knownCurrencyOf}, and the sign for any currency for a regular
     * run of which that is not known, so that no number passes for an amount in one's own.
     */
    public Optional<String> currencyOf(Run run) {
        return knownCurrencyOf(run).or(() -> run instanceof BillRun ? Optional.of(ANY_CURRENCY) : Optional.empty());
    }

    /**
     * What a run's money is in: its cycle's currency, or for ad hoc runs what the operator says. A server that has been
     * asked and says nothing of a cycle's currency leaves it to the operator too.
     */
    public Optional<String> knownCurrencyOf(Run run) {
        return switch (run) {
            case BillRun _ -> cycleOf(run).flatMap(BillingCycle::currencyCode)
                    .or(() -> cyclesRead ? adhocCurrency : Optional.empty());
            case AdhocBillRun _ -> adhocCurrency;
        };
    }

    /** Every cycle, by name. */
    public List<BillingCycle> cycles() {
        return cycles.values().stream().sorted(Comparator.comparing(BillingCycle::name)).toList();
    }

    /** The user with an id; blocks on the first question about each. */
    public Optional<BillingUser> user(long id) {
        return users.computeIfAbsent(id, api::user);
    }

    /** The user with an id if {@link #user} has been asked before; never blocks. */
    public Optional<BillingUser> knownUser(long id) {
        return users.getOrDefault(id, Optional.empty());
    }
}
