package org.billrunconsole.ui.shell;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.billrunconsole.ui.kit.announce.AnnouncedLabel;

/** Binds the banner that says why nothing is allowed while the computer's policy cannot be understood. */
public final class PolicyBannerController {

    @FXML
    private HBox policyBanner;
    @FXML
    private Label policyText;

    @FXML
    void initialize() {
        show("");
        AnnouncedLabel.error(policyText);
    }

    /** Says it until the window is closed; nothing is said with an empty text. */
    void show(String text) {
        policyText.setText(text);
        policyBanner.setVisible(!text.isEmpty());
        policyBanner.setManaged(!text.isEmpty());
    }
}
