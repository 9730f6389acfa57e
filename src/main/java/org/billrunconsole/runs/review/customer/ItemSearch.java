package org.billrunconsole.runs.review.customer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.billrunconsole.api.OptionalAnswer;
import org.billrunconsole.api.ReviewApi;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.customer.AdhocInventory;
import org.billrunconsole.domain.customer.RentalCombinedRecord;
import org.billrunconsole.domain.review.customer.ItemRuns;
import org.billrunconsole.domain.review.customer.ItemRuns.Asked;
import org.billrunconsole.domain.review.customer.ItemRuns.Found;
import org.billrunconsole.domain.review.customer.ItemRuns.Item;
import org.billrunconsole.domain.review.customer.ItemRuns.Source;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.work.WindowThread;

/** Finds the runs that bill an inventory item. */
public final class ItemSearch {

    private static final int MOST_FOUND = 100;

    private final ReviewApi api;
    private final RunStore store;

    public ItemSearch(ReviewApi api, RunStore store) {
        this.api = api;
        this.store = store;
    }

    /** Looks at the loaded runs only; does not block. */
    public ItemRuns loaded(long inventoryId) {
        var found = store.all(RunKind.ADHOC)
                .stream()
                .map(AdhocBillRun.class::cast)
                .sorted(Comparator.comparing(AdhocBillRun::id))
                .flatMap(run -> Stream.concat(
                        found(run, run.adhocProductInventoryIds().contains(inventoryId), Item.ADHOC),
                        found(run, run.rentalProductInventoryIds().contains(inventoryId), Item.RENTAL)))
                .limit(MOST_FOUND)
                .toList();
        return new ItemRuns(inventoryId, found, List.of(new Asked(Source.LOADED_RUNS, Optional.empty())));
    }

    /** Looks at the loaded runs, and asks the server if none of them bills it; blocks. */
    public ItemRuns find(long inventoryId) {
        assert WindowThread.isElsewhere() : "ask which run bills an item";
        var loaded = loaded(inventoryId);
        if (!loaded.found().isEmpty()) {
            return loaded;
        }
        var found = new ArrayList<Found>();
        var asked = new ArrayList<>(loaded.asked());
        var item = api.adhocInventory(inventoryId);
        item.given().ifPresent(each -> add(found, each));
        // 404 to one id: there is no such item, or the server does not have the operation; the API does not say which.
        asked.add(new Asked(Source.ADHOC_INVENTORY, Reasons.notChecked(item)));
        asked.add(new Asked(Source.RENTAL_RECORDS, Reasons.notChecked(rentals(inventoryId, found))));
        return new ItemRuns(inventoryId, found, asked);
    }

    private OptionalAnswer<Long> rentals(long inventoryId, List<Found> found) {
        return api.rentalCombinedRecords(inventoryId, page -> page.forEach(each -> add(found, each)));
    }

    private static Stream<Found> found(AdhocBillRun run, boolean bills, Item item) {
        return bills ? Stream.of(new Found(run.key(), item, Source.LOADED_RUNS)) : Stream.empty();
    }

    private static void add(List<Found> found, AdhocInventory item) {
        add(found, item.adhocBillRunId(), RunKind.ADHOC, Item.ADHOC, Source.ADHOC_INVENTORY);
        add(found, item.billRunId(), RunKind.REGULAR, Item.ADHOC, Source.ADHOC_INVENTORY);
    }

    private static void add(List<Found> found, RentalCombinedRecord item) {
        add(found, item.adhocBillRunId(), RunKind.ADHOC, Item.RENTAL, Source.RENTAL_RECORDS);
        add(found, item.billRunId(), RunKind.REGULAR, Item.RENTAL, Source.RENTAL_RECORDS);
    }

    /** A run that is named twice is found once; 0 stands for none on some servers. */
    private static void add(List<Found> found, OptionalLong run, RunKind kind, Item item, Source source) {
        if (run.orElse(0) > 0 && found.size() < MOST_FOUND) {
            var each = new Found(new RunKey(kind, run.getAsLong()), item, source);
            if (!found.contains(each)) {
                found.add(each);
            }
        }
    }
}
