package org.billrunconsole.ui.runlist.rows;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.billrunconsole.domain.review.MoneyTotals;
import org.billrunconsole.ui.runlist.rows.GroupRow.Group;
import org.billrunconsole.ui.runlist.rows.GroupRow.Key;

/**
 * The groups that rows in an order are in: where each begins, how many there are and what they bill. Cannot be changed;
 * rows that come and go make others, at the cost of those rows and not of all.
 */
final class Groups {

    private final RowOrder.Grouping grouping;
    private final List<Group> all;
    /** The place of the first row of each among all rows. */
    private final int[] starts;

    private Groups(RowOrder.Grouping grouping, Collection<Group> groups) {
        this.grouping = grouping;
        all = groups.stream().sorted((one, other) -> grouping.order().compare(one.key(), other.key())).toList();
        starts = new int[all.size()];
        for (int i = 1; i < starts.length; i++) {
            starts[i] = starts[i - 1] + all.get(i - 1).runs();
        }
    }

    /** Those of some rows; goes through all of them. */
    static Groups of(Collection<RowFacts> rows, RowOrder.Grouping grouping) {
        return new Groups(grouping, List.of()).changed(rows, 1);
    }

    Groups with(Collection<RowFacts> rows) {
        return rows.isEmpty() ? this : changed(rows, 1);
    }

    Groups without(Collection<RowFacts> rows) {
        return rows.isEmpty() ? this : changed(rows, -1);
    }

    /** From top to bottom. */
    List<Group> all() {
        return all;
    }

    int start(int group) {
        return starts[group];
    }

    /** The group that a row is in by its place among all. */
    int at(int place) {
        int found = Arrays.binarySearch(starts, place);
        return found >= 0 ? found : -found - 2;
    }

    private Groups changed(Collection<RowFacts> rows, int sign) {
        Map<Key, Group> now = new HashMap<>();
        all.forEach(group -> now.put(group.key(), group));
        rows.stream().collect(Collectors.groupingBy(grouping.key())).forEach((key, some) -> {
            var money = MoneyTotals.of(some.stream().map(RowFacts::run).toList(), grouping.currency());
            var before = now.getOrDefault(key, new Group(key, 0, MoneyTotals.NONE));
            var left = new Group(key, before.runs() + sign * some.size(), before.money().changed(money, sign));
            if (left.runs() == 0) {
                now.remove(key);
            } else {
                now.put(key, left);
            }
        });
        return new Groups(grouping, now.values());
    }
}
