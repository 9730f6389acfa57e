package org.billrunconsole.settings;

import org.jspecify.annotations.Nullable;

/**
 * The whole numbers that a setting may have. Its reader, its control and its record all ask this.
 *
 * @param least the smallest
 * @param most  the largest
 */
public record Range(int least, int most) {

    public boolean contains(int value) {
        return value >= least && value <= most;
    }

    /** A value that was read, or what is usual where there is none or one that is out of bounds. */
    int or(@Nullable Integer read, int usual) {
        return read != null && contains(read) ? read : usual;
    }

    void require(String what, int value) {
        if (!contains(value)) {
            throw new IllegalArgumentException(what + " is " + least + " to " + most + ", not " + value);
        }
    }
}
