package org.billrunconsole.sandbox.customers;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.billrunconsole.sandbox.data.Cycle;

/** The customers of the sandbox; they do not change. */
public final class CustomerBook {

    private final List<SandboxCustomer> all;
    private final Map<Long, SandboxCustomer> byId;
    private final Map<Cycle, List<SandboxCustomer>> byCycle;

    private CustomerBook(List<SandboxCustomer> all) {
        this.all = all;
        this.byId = all.stream().collect(Collectors.toMap(SandboxCustomer::id, Function.identity()));
        this.byCycle = all.stream().collect(Collectors.groupingBy(SandboxCustomer::cycle));
    }

    /**
     * Makes them.
     *
     * @param today the day on which the sandbox starts
     * @param more  further customers of the residential cycle
     */
    public static CustomerBook seeded(LocalDate today, long seed, int more) {
        return new CustomerBook(CustomerSeed.customers(today, seed, more));
    }

    /** By id. */
    public List<SandboxCustomer> all() {
        return all;
    }

    public Optional<SandboxCustomer> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Of a cycle, by id. */
    public List<SandboxCustomer> of(Cycle cycle) {
        return byCycle.getOrDefault(cycle, List.of());
    }
}
