package org.billrunconsole.ui.compare;

/**
 * A field of two runs side by side, in words.
 *
 * @param field      the API's name of it
 * @param name       what it is called
 * @param first      its value in the first run
 * @param second     its value in the second run
 * @param comparison how the second differs from the first
 * @param words      the same in words, for example by how much
 */
record ComparedField(String field, String name, String first, String second, Comparison comparison, String words) {

    /** How two values differ. */
    enum Comparison {
        /** Neither run has one, or both have the same. */
        SAME("="),
        /** They are different, and neither is more than the other. */
        DIFFERENT("≠"),
        /** The second is more, or later. */
        MORE("▲"),
        /** The second is less, or earlier. */
        LESS("▼"),
        /** The second run has none. */
        ONLY_FIRST("◀"),
        /** The first run has none. */
        ONLY_SECOND("▶");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }
    }

    boolean differs() {
        return comparison != Comparison.SAME;
    }

    /** How they differ by shape and in words, so that nobody has to tell it by a colour. */
    String difference() {
        return comparison.sign + " " + words;
    }
}
