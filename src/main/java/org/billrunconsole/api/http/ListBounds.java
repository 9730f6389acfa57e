package org.billrunconsole.api.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.billrunconsole.api.http.wire.AnswerReaders.Rows;

/**
 * What one list may hold in all its pages together. Each answer is bounded by itself, but there may be a thousand of
 * them, and what a list holds is held in memory. Used by one thread.
 */
final class ListBounds<T> {

    /** Rows of one list at most: more than any company has, and as many as a window can hold. */
    static final int MOST_ROWS = 250_000;

    /** A server that ignores "page" gives the same rows for ever; one whose rows move between pages gives some. */
    static final int MOST_REPEATED = 10_000;

    /** Numbers in the rows' own lists, such as product inventory ids: eight for each of the most rows, or some 50 MB. */
    static final int MOST_LISTED = 2_000_000;

    private final Function<T, OptionalLong> key;
    private final ToIntFunction<T> listed;
    private final Set<Long> seen = new HashSet<>();
    private int repeated;
    private int withoutKey;
    private long allListed;

    /**
     * @param key    what a row is told from others by; a row without counts as one that was not there before
     * @param listed how many numbers a row's own lists have
     */
    ListBounds(Function<T, OptionalLong> key, ToIntFunction<T> listed) {
        this.key = key;
        this.listed = listed;
    }

    /** Counts a page in and gives those of its rows that were on none before. */
    List<T> unseen(Rows<T> page) {
        var fresh = new ArrayList<T>(page.rows().size());
        for (var row : page.rows()) {
            if (isNew(key.apply(row))) {
                fresh.add(row);
                allListed += listed.applyAsInt(row);
            }
        }
        repeated = fresh.isEmpty() ? repeated + page.received() : 0;
        return fresh;
    }

    private boolean isNew(OptionalLong rowKey) {
        if (rowKey.isEmpty()) {
            withoutKey++;
            return true;
        }
        return seen.add(rowKey.getAsLong());
    }

    /**
     * What the pages so far are too many of, for the log.
     *
     * @param last whether no page follows
     */
    Optional<String> excess(boolean last) {
        if (!last && repeated >= MOST_REPEATED) {
            return Optional.of("The list repeats itself");
        }
        if (seen.size() + withoutKey > MOST_ROWS) {
            return Optional.of("The list has more than " + MOST_ROWS + " rows");
        }
        return allListed > MOST_LISTED
                ? Optional.of("The rows of the list hold more than " + MOST_LISTED + " numbers")
                : Optional.empty();
    }
}
