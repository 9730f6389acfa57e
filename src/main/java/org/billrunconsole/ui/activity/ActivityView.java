package org.billrunconsole.ui.activity;

import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.Parent;
import org.billrunconsole.i18n.ActivityWords;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.Fxml;

/**
 * The Activity tab made ready.
 *
 * @param root       what to show
 * @param controller for the window's keys
 * @param model      for the tab's count
 */
public record ActivityView(Parent root, ActivityController controller, ActivityViewModel model) {

    /**
     * @param showResults    shows how the runs of a plan ended
     * @param verifyEvidence lets the operator choose a pack of evidence to verify
     */
    public static ActivityView create(ActivityViewModel model, Fxml fxml, ActivityWords words, Messages messages,
            Consumer<UUID> showResults, Runnable verifyEvidence) {
        var controller = new ActivityController(model, words, messages, showResults, verifyEvidence);
        return new ActivityView(fxml.load(controller), controller, model);
    }
}
