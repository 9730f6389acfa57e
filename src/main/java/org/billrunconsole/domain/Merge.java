package org.billrunconsole.domain;

import java.util.OptionalLong;

/** Chooses the later of two readings of one field where that has a value. */
final class Merge {

    private Merge() {}

    static OptionalLong later(OptionalLong earlier, OptionalLong later) {
        return later.isPresent() ? later : earlier;
    }
}
