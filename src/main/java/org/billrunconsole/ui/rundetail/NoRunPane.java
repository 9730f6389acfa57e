package org.billrunconsole.ui.rundetail;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.billrunconsole.ui.kit.PlainText;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.WrappedText;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The detail pane while no run is shown: why, and a link to what can be done about it. */
final class NoRunPane extends VBox {

    private final Label text = new Label();
    private final Hyperlink link = PlainText.in(new Hyperlink());

    NoRunPane(Feather icon) {
        getStyleClass().addAll("detail-pane", "state-pane");
        text.getStyleClass().add(Styles.MUTED);
        WrappedText.in(text);
        text.setTextAlignment(TextAlignment.CENTER);
        text.setId("noRunText");
        link.setId("showHidden");
        link.managedProperty().bind(link.visibleProperty());
        getChildren().addAll(new FontIcon(icon), text, link);
        show("");
    }

    void show(String why) {
        text.setText(why);
        link.setVisible(false);
    }

    void show(String why, String action, Runnable does) {
        text.setText(why);
        link.setText(action);
        link.setVisited(false);
        link.setOnAction(_ -> does.run());
        link.setVisible(true);
    }
}
