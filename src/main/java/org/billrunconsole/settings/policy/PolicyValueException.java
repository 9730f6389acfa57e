package org.billrunconsole.settings.policy;

import org.billrunconsole.settings.policy.PolicyFault.Expected;

/** A value that a policy file must not have. */
final class PolicyValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final Expected expected;

    /** @param key of the object that is being read */
    PolicyValueException(String key, Expected expected) {
        super(key + " should be " + expected);
        this.key = key;
        this.expected = expected;
    }

    String key() {
        return key;
    }

    Expected expected() {
        return expected;
    }

    static void require(boolean holds, String key, Expected expected) {
        if (!holds) {
            throw new PolicyValueException(key, expected);
        }
    }
}
