package org.billrunconsole.settings.policy;

import java.nio.file.Path;

/** What came of looking for the computer's policy. */
public sealed interface MachinePolicy {

    /** The rules to go by, whatever came of it. */
    Policy policy();

    /** There is no file, so there are no rules. */
    record Absent() implements MachinePolicy {

        @Override
        public Policy policy() {
            return Policy.NONE;
        }
    }

    /** There is one, and it has been understood. */
    record InForce(Path file, Policy policy) implements MachinePolicy {}

    /** There is one that cannot be relied on. Nobody knows what it was to forbid, so nothing is allowed. */
    record Broken(PolicyFault fault) implements MachinePolicy {

        @Override
        public Policy policy() {
            return Policy.STRICTEST;
        }
    }
}
