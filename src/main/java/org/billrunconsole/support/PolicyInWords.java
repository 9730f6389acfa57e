package org.billrunconsole.support;

import java.util.List;
import java.util.Locale;
import org.billrunconsole.settings.policy.MachinePolicy;
import org.billrunconsole.settings.policy.Policy;

/** The computer's policy in plain words, for the diagnostics; in English, as the rest of them. */
final class PolicyInWords {

    private PolicyInWords() {}

    static List<String> of(MachinePolicy found) {
        return switch (found) {
            case MachinePolicy.Absent() -> List.of("Policy: none");
            case MachinePolicy.Broken(var fault) -> List.of("Policy: broken, so nothing is allowed: " + fault.file()
                    + fault.line().map(line -> ", line " + line).orElse("")
                    + (fault.key().isEmpty() ? "" : ", " + fault.key())
                    + ", expected " + fault.expected().name().toLowerCase(Locale.ROOT).replace('_', ' '));
            case MachinePolicy.InForce(var file, var policy) -> rules(file.toString(), policy);
        };
    }

    private static List<String> rules(String file, Policy policy) {
        return List.of("Policy: in force, " + file,
                "  changes: " + (policy.readOnly() ? "ruled out" : "as each connection says"),
                "  sandbox: " + (policy.sandboxOff() ? "off" : "on"),
                "  connections for everybody: " + policy.connections().size() + ", others: "
                        + (policy.onlyTheseConnections() ? "ruled out" : "allowed"),
                "  proxy for all: " + (policy.proxy().isPresent() ? "set" : "not set") + ", certificates for all: "
                        + (policy.caFile().isPresent() ? "set" : "not set"),
                "  newer versions: " + (policy.updateCheckOff() ? "not asked for"
                        : policy.updateAddress()
                                .map(address -> "asked for at " + address)
                                .orElse("no address set")));
    }
}
