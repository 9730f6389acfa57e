package org.billrunconsole.ui.shell;

import atlantafx.base.controls.ModalPane;
import java.time.InstantSource;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import org.billrunconsole.i18n.ActivityWords;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.ui.activity.ActivityView;
import org.billrunconsole.ui.activity.ActivityViewModel;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.ui.kit.Theme;
import org.billrunconsole.ui.kit.announce.AnnouncementLine;
import org.billrunconsole.ui.rundetail.RunDetailViewModel;

/**
 * The main window's content made ready.
 *
 * @param root       what to show
 * @param modal      where dialogs go
 * @param controller for what comes from outside the window's content
 */
public record ShellView(Parent root, ModalPane modal, ShellController controller) {

    public static ShellView create(ShellViewModel model, RunDetailViewModel regular, RunDetailViewModel adhoc,
            ActivityViewModel activity, ActivityWords activityWords, Messages messages, Formats formats,
            Sentences sentences, InstantSource clock,
            ObservableValue<Theme> theme, ShellCommands commands) {
        var fxml = new Fxml(messages.bundle());
        var bar = new ConnectionBarController(model, messages, theme, commands);
        var status = new StatusBarController(model, messages);
        var journal = new JournalBannerController(fxml, messages);
        var policy = new PolicyBannerController();
        var controller = new ShellController(model,
                RunTab.create(model.regular(), regular, fxml, messages, formats, sentences, clock),
                () -> RunTab.create(model.adhoc(), adhoc, fxml, messages, formats, sentences, clock),
                activity,
                showResults -> ActivityView.create(activity, fxml, activityWords, messages, showResults,
                        commands::verifyEvidence),
                bar, status, journal, policy, messages, commands);
        var root = fxml.load(controller, bar, status, journal, policy);
        AnnouncementLine.in(controller.content(), clock);
        return new ShellView(root, controller.modal(), controller);
    }
}
