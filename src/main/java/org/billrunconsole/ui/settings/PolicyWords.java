package org.billrunconsole.ui.settings;

import java.util.ArrayList;
import java.util.List;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.settings.ProxyChoice;
import org.billrunconsole.settings.policy.MachinePolicy;
import org.billrunconsole.settings.policy.ManagedConnection;
import org.billrunconsole.settings.policy.Policy;
import org.billrunconsole.settings.policy.PolicyFault;

/** What a computer's administrators have set, in plain sentences. */
public final class PolicyWords {

    private final Messages messages;

    public PolicyWords(Messages messages) {
        this.messages = messages;
    }

    /** A sentence for each rule; none without a policy. */
    public List<String> rules(MachinePolicy found) {
        return switch (found) {
            case MachinePolicy.Absent() -> List.of();
            case MachinePolicy.Broken(var fault) -> List.of(broken(fault));
            case MachinePolicy.InForce(var file, var policy) -> {
                var rules = rules(policy);
                rules.add(messages.get("managed.file", file));
                yield List.copyOf(rules);
            }
        };
    }

    /** Why nothing is allowed, and what has to be done. */
    public String broken(PolicyFault fault) {
        return messages.get("managed.broken", fault.file(), place(fault));
    }

    private List<String> rules(Policy policy) {
        var rules = new ArrayList<String>();
        addIf(rules, policy.readOnly(), "managed.rule.read-only");
        addIf(rules, policy.sandboxOff(), "managed.rule.sandbox-off");
        addIf(rules, policy.onlyTheseConnections(), "managed.rule.only-these");
        var locked = policy.connections().stream().filter(ManagedConnection::locked).toList();
        addIf(rules, !locked.isEmpty(), "managed.rule.locked", names(locked));
        var offered = policy.connections().stream().filter(each -> !each.locked()).toList();
        addIf(rules, !offered.isEmpty(), "managed.rule.offered", names(offered));
        policy.proxy().map(this::proxy).ifPresent(rules::add);
        policy.caFile().map(file -> messages.get("managed.rule.ca-file", file)).ifPresent(rules::add);
        addIf(rules, policy.updateCheckOff(), "managed.rule.update-off");
        policy.updateAddress().filter(_ -> !policy.updateCheckOff())
                .map(address -> messages.get("managed.rule.update-address", address))
                .ifPresent(rules::add);
        return rules;
    }

    private void addIf(List<String> rules, boolean holds, String key, Object... args) {
        if (holds) {
            rules.add(messages.get(key, args));
        }
    }

    private static String names(List<ManagedConnection> connections) {
        return String.join(", ", connections.stream().map(each -> each.profile().name()).toList());
    }

    private String proxy(ProxyChoice choice) {
        return switch (choice) {
            case ProxyChoice.SystemWide _ -> messages.get("managed.rule.proxy.system");
            case ProxyChoice.None _ -> messages.get("managed.rule.proxy.none");
            case ProxyChoice.Manual(var host, var port, _) -> messages.get("managed.rule.proxy.manual", host,
                    Integer.toString(port));
        };
    }

    private String place(PolicyFault fault) {
        var expected = messages.get("managed.expected." + Sentences.key(fault.expected()));
        return fault.line()
                .map(line -> fault.key().isEmpty()
                        ? messages.get("managed.fault.line", Integer.toString(line), expected)
                        : messages.get("managed.fault.key", Integer.toString(line), fault.key(), expected))
                .orElseGet(() -> messages.get("managed.fault.file", expected));
    }
}
