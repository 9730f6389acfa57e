package org.billrunconsole.runs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.billrunconsole.api.OptionalAnswer;
import org.billrunconsole.api.ReviewApi;
import org.billrunconsole.domain.customer.Customer;
import org.billrunconsole.work.Listeners;

/**
 * The customers that runs and reviews name by id, as far as they were asked for. Remembers the latest few thousand. Safe
 * for use by many threads.
 */
public final class CustomerDirectory {

    static final int MOST_REMEMBERED = 5_000;

    private final ReviewApi api;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Long, Customer> known = new LinkedHashMap<>();
    private final Listeners<Runnable> listeners = new Listeners<>("names of customers");

    public CustomerDirectory(ReviewApi api) {
        this.api = api;
    }

    /** Calls a listener when a customer has become known, on the thread that asked. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    /** The name of a customer who is known by now; never blocks. */
    public Optional<String> knownName(long id) {
        return remembered(id).flatMap(Customer::name);
    }

    /** A customer; blocks on the first question about each. What could not be answered is asked again the next time. */
    public OptionalAnswer<Customer> customer(long id) {
        var before = remembered(id);
        if (before.isPresent()) {
            return new OptionalAnswer.Given<>(before.get());
        }
        var answer = api.customer(id);
        answer.given().ifPresent(this::learn);
        return answer;
    }

    /** The name of a customer; blocks as {@link #customer} does. */
    public Optional<String> name(long id) {
        return customer(id).given().flatMap(Customer::name);
    }

    /** Takes in a customer that came with something else. */
    public void learn(Customer customer) {
        var news = locked(() -> {
            var before = known.remove(customer.id());
            known.put(customer.id(), customer);
            if (known.size() > MOST_REMEMBERED) {
                known.remove(known.keySet().iterator().next());
            }
            return !customer.equals(before);
        });
        if (news) {
            listeners.tell(Runnable::run);
        }
    }

    private Optional<Customer> remembered(long id) {
        return locked(() -> Optional.ofNullable(known.get(id)));
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
