package org.billrunconsole.ui.actions;

import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.billrunconsole.ui.actions.ConfirmForm.Problem;
import org.billrunconsole.ui.actions.ConfirmViewModel.State;
import org.billrunconsole.ui.kit.announce.AnnounceEvent;
import org.billrunconsole.ui.kit.announce.AnnouncedLabel;
import org.billrunconsole.ui.kit.announce.Announcement;
import org.billrunconsole.ui.kit.announce.Announcement.Urgency;

/**
 * Has said what the confirmation shows below its fields, to whoever cannot see it: what came of it, that it is held back
 * or on its way, and what is wrong with a field once that is left. While somebody types nothing is said.
 */
final class ConfirmAnnouncements {

    private final ConfirmViewModel model;
    private final Label line;

    /**
     * @param error  says what came of it, if it did not work
     * @param line   says what is missing or under way; it must have been filled before this is made
     * @param fields the fields, each with how the names of its problems begin
     */
    ConfirmAnnouncements(ConfirmViewModel model, Label error, Label line, Map<String, Node> fields) {
        this.model = model;
        this.line = line;
        // Once something else is known of the run, that it is held back or on its way need not be said any more.
        var about = model.runProperty().get().key().path();
        AnnouncedLabel.follow(error, Urgency.ERROR, about);
        model.stateProperty().subscribe(state -> {
            if (state == State.COOLING || state == State.SENDING) {
                AnnounceEvent.fire(line, new Announcement(Urgency.PROGRESS, about, line.getText()));
            }
        });
        fields.forEach((beginning, field) -> field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                left(beginning);
            }
        }));
    }

    private void left(String beginning) {
        if (model.stateProperty().get() == State.OPEN && model.deniedProperty().get().isEmpty()
                && model.problemProperty().get().stream().anyMatch(each -> isOf(beginning, each))) {
            AnnounceEvent.error(line, line.getText());
        }
    }

    private static boolean isOf(String beginnings, Problem problem) {
        return Stream.of(beginnings.split(" ")).anyMatch(problem.name()::startsWith);
    }
}
