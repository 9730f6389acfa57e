package org.billrunconsole.settings;

/**
 * The whole numbers a setting may have: the one place that its reader, its control and its record ask.
 *
 * @param least the smallest
 * @param most  the largest
 */
public record Range(int least, int most) {

    public boolean contains(int value) {
        return value >= least && value <= most;
    }

    void require(String what, int value) {
        if (!contains(value)) {
            throw new IllegalArgumentException(what + " is " + least + " to " + most + ", not " + value);
        }
    }
}
