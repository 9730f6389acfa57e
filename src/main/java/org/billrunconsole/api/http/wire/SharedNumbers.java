package org.billrunconsole.api.http.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** As {@link SharedTexts}, of numbers: most rows of a page have the same few cycles, users, counts and percentages. */
final class SharedNumbers {

    private static final int PLACES = 1024;
    private static final int HUNDRED = 100;

    private final List<@Nullable OptionalLong> longs = new ArrayList<>(Collections.nCopies(PLACES, null));
    private final List<@Nullable OptionalInt> percentages = new ArrayList<>(Collections.nCopies(HUNDRED + 1, null));

    OptionalLong of(long number) {
        int place = (int) (number ^ number >>> 10 ^ number >>> 20) & PLACES - 1;
        var known = longs.get(place);
        if (known != null && known.getAsLong() == number) {
            return known;
        }
        var made = OptionalLong.of(number);
        longs.set(place, made);
        return made;
    }

    OptionalInt of(int number) {
        if (number < 0 || number > HUNDRED) {
            return OptionalInt.of(number);
        }
        var known = percentages.get(number);
        if (known != null) {
            return known;
        }
        var made = OptionalInt.of(number);
        percentages.set(number, made);
        return made;
    }
}
