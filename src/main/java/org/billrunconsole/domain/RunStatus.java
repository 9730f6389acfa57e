package org.billrunconsole.domain;

/** {@code billRunStatus} of the API: a documented value, or whatever else a newer server sent, kept verbatim. */
public sealed interface RunStatus {

    /** The value as it stands on the wire. */
    String wire();

    /** The documented values. */
    enum Known implements RunStatus {
        OPEN, CLOSED, FINALIZED;

        @Override
        public String wire() {
            return name();
        }
    }

    /** A value this console does not know; it is shown as it came and locks the run's actions. */
    record Unknown(String wire) implements RunStatus {}

    static RunStatus of(String wire) {
        for (var known : Known.values()) {
            if (known.name().equals(wire)) {
                return known;
            }
        }
        return new Unknown(wire);
    }
}
