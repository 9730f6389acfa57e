package org.billrunconsole.ui.runlist.columns;

import java.util.ArrayList;
import org.billrunconsole.domain.review.MoneyTotals;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.runlist.rows.GroupRow;

/** The words of the headers of groups. */
public final class GroupWords {

    private final Messages messages;
    private final Formats formats;

    public GroupWords(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /** What the group is called. */
    public String name(GroupRow.Group group) {
        return group.key().label().isEmpty() ? messages.get("group.none") : group.key().label();
    }

    /** How many runs it has and what they bill, a sum for each currency; and of how many that is not known. */
    public String sums(GroupRow.Group group) {
        var parts = new ArrayList<String>();
        parts.add(messages.get("group.runs", group.runs()));
        group.money().sums().forEach(sum -> parts.add(sum(sum)));
        if (group.money().withoutRevenue() > 0) {
            parts.add(messages.get("sheet.without-revenue", group.money().withoutRevenue()));
        }
        return String.join(" · ", parts);
    }

    /** All of it in one sentence for a screen reader. */
    public String spoken(GroupRow.Shown shown, int chosen) {
        return messages.get(shown.collapsed() ? "group.spoken.collapsed" : "group.spoken.open", name(shown.group()),
                sums(shown.group()), chosen);
    }

    private String sum(MoneyTotals.Sum sum) {
        var amount = formats.money(sum.amount(), sum.currency());
        return sum.currency().isPresent() ? amount : messages.get("sheet.unknown-currency", amount, sum.runs());
    }
}
