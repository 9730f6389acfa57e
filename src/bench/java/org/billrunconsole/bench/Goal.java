package org.billrunconsole.bench;

import java.util.Locale;

/** What a figure is to be. */
public sealed interface Goal {

    /** The figure itself is to be no more than this, in its unit. */
    record Value(double atMost) implements Goal {

        @Override
        public boolean isMet(Figure figure) {
            return figure.value() <= atMost;
        }

        @Override
        public String words() {
            return "at most " + Figure.number(atMost);
        }
    }

    /** The figure is to be no more than so many times its reference. */
    record Ratio(double atMost) implements Goal {

        @Override
        public boolean isMet(Figure figure) {
            return figure.ratio().isPresent() && figure.ratio().getAsDouble() <= atMost;
        }

        @Override
        public String words() {
            return String.format(Locale.ROOT, "at most %s times", Figure.number(atMost));
        }
    }

    static Goal atMost(double value) {
        return new Value(value);
    }

    static Goal atMostTimes(double ratio) {
        return new Ratio(ratio);
    }

    boolean isMet(Figure figure);

    /** As in the table. */
    String words();
}
