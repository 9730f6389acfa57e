package org.billrunconsole.ui.plan.panel;

import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.runs.monitor.ProgressSteps;
import org.billrunconsole.ui.kit.announce.AnnounceEvent;
import org.billrunconsole.ui.kit.announce.Announcement;
import org.billrunconsole.ui.kit.announce.Announcement.Urgency;

/** Has said how far a plan is, each tenth of it once; that it needs somebody and that it ends is told by notices. */
final class PlanPanelAnnouncements {

    private final Node where;
    private final Messages messages;
    private Optional<UUID> plan = Optional.empty();
    private ProgressSteps steps = ProgressSteps.fromStart();

    /** @param where in the window in which it is said */
    PlanPanelAnnouncements(Node where, Messages messages) {
        this.where = where;
        this.messages = messages;
    }

    /** Takes in how a plan is now. */
    void show(PlanPanelHead head) {
        var percent = (int) Math.floor(head.share() * 100);
        if (!plan.equals(Optional.of(head.plan()))) {
            plan = Optional.of(head.plan());
            // One that was found half done is not news.
            steps = ProgressSteps.from(percent);
        }
        steps.reached(percent).ifPresent(step -> AnnounceEvent.fire(where, new Announcement(Urgency.PROGRESS,
                head.plan().toString(), messages.get("announce.progress", messages.get("progress.percent", step),
                        head.steps(), head.title()))));
    }
}
