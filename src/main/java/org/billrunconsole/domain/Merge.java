package org.billrunconsole.domain;

import java.util.OptionalLong;

/** Choosing between an earlier and a later reading of one field. */
final class Merge {

    private Merge() {}

    static OptionalLong later(OptionalLong earlier, OptionalLong later) {
        return later.isPresent() ? later : earlier;
    }
}
