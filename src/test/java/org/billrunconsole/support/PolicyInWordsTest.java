package org.billrunconsole.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.billrunconsole.settings.policy.MachinePolicy;
import org.billrunconsole.settings.policy.Policy;
import org.billrunconsole.settings.policy.PolicyFault;
import org.billrunconsole.settings.policy.PolicyFault.Expected;
import org.junit.jupiter.api.Test;

class PolicyInWordsTest {

    private static final Path FILE = Path.of("policy.json");

    @Test
    void aBrokenPolicyIsToldWithItsPlace() {
        assertThat(PolicyInWords.of(new MachinePolicy.Broken(new PolicyFault(FILE, Optional.of(2), "readOnly",
                Expected.TRUE_OR_FALSE)))).containsExactly(
                        "Policy: broken, so nothing is allowed: policy.json, line 2, readOnly, expected true or false");
    }

    @Test
    void onesRulesAreTold() {
        assertThat(PolicyInWords.of(new MachinePolicy.InForce(FILE, new Policy(true, true, List.of(), true,
                Optional.empty(), Optional.empty(), true, Optional.empty())))).containsExactly(
                        "Policy: in force, policy.json", "  changes: ruled out", "  sandbox: off",
                        "  connections for everybody: 0, others: ruled out",
                        "  proxy for all: not set, certificates for all: not set", "  newer versions: not asked for");
    }

    @Test
    void thatThereIsNoneIsToldToo() {
        assertThat(PolicyInWords.of(new MachinePolicy.Absent())).containsExactly("Policy: none");
    }
}
