package org.billrunconsole.sandbox.lifecycle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Sort orders of runs. All use fields that never change, so each is worked out only once. */
final class RunOrder {

    private RunOrder() {}

    /** Without {@code sort} the newest come first: no order is documented, and a client must not count on ids. */
    static <T> List<T> of(List<T> byId, List<SortKey> sort, Function<T, StoredRun> run) {
        if (sort.isEmpty()) {
            return byId.reversed();
        }
        // Ids are different from one another, so what follows them in the list does not matter.
        if (sort.getFirst().field().equals("id")) {
            return sort.getFirst().descending() ? byId.reversed() : byId;
        }
        var sorted = new ArrayList<>(byId);
        sorted.sort(Comparator.comparing(run,
                sort.stream().map(RunOrder::comparator).reduce(Comparator::thenComparing).orElseThrow()));
        return sorted;
    }

    private static Comparator<StoredRun> comparator(SortKey key) {
        Comparator<StoredRun> ascending = switch (key.field()) {
            case "id" -> Comparator.comparingLong(StoredRun::id);
            case "name" -> Comparator.comparing(StoredRun::name);
            case "sortableName" -> Comparator.comparing(StoredRun::sortableName);
            default -> throw new IllegalArgumentException("No order by " + key.field());
        };
        return key.descending() ? ascending.reversed() : ascending;
    }
}
