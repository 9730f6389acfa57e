package org.billrunconsole.domain;

import java.util.OptionalInt;

/** {@code summaryStatus} of the API: the step a run is in, documented or kept verbatim. */
public sealed interface Stage {

    /** The value as it stands on the wire. */
    String wire();

    /** Place in the documented order, from 0; empty for a value that is not documented. */
    OptionalInt order();

    /** The documented values, in the documented order. */
    enum Known implements Stage {
        PROPERTIES, STARTING, REPORTING, DRAFT_INVOICES, FULL_INVOICES, DISTRIBUTION, COMBINING_INVOICES, PAYMENT,
        REACTIVATING_RPIS, ARCHIVING, FINISHED;

        @Override
        public String wire() {
            return name();
        }

        @Override
        public OptionalInt order() {
            return OptionalInt.of(ordinal());
        }

        /** True from the moment invoices go out to customers: nothing after it can be taken back. */
        public boolean isPastDistribution() {
            return compareTo(DISTRIBUTION) >= 0;
        }

        /** True if the run stays here, its work done, until a person decides to go on. */
        public boolean endsAtPerson() {
            return switch (this) {
                case PROPERTIES, REPORTING, DRAFT_INVOICES, FULL_INVOICES -> true;
                case STARTING, DISTRIBUTION, COMBINING_INVOICES, PAYMENT, REACTIVATING_RPIS, ARCHIVING, FINISHED ->
                        false;
            };
        }

        /** True for the steps the server goes through by itself after distribution. */
        public boolean isAutomatic() {
            return compareTo(DISTRIBUTION) > 0 && this != FINISHED;
        }
    }

    /** A value this console does not know; it is shown as it came and locks the run's actions. */
    record Unknown(String wire) implements Stage {

        @Override
        public OptionalInt order() {
            return OptionalInt.empty();
        }
    }

    static Stage of(String wire) {
        for (var known : Known.values()) {
            if (known.name().equals(wire)) {
                return known;
            }
        }
        return new Unknown(wire);
    }
}
