package org.billrunconsole.ui.shell;

import javafx.animation.PauseTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.Tone;

/** Shows notices for a while at the window's corner: at most three, the oldest goes first; a click puts one away. */
final class NoticeArea {

    private static final int MOST = 3;
    private static final Duration SHOWN_FOR = Duration.seconds(8);

    private final VBox box;

    NoticeArea(VBox box) {
        this.box = box;
    }

    void show(String title, String text, Tone tone) {
        var head = new Label(title);
        head.getStyleClass().add("notice-title");
        head.setWrapText(true);
        var body = new Label(text);
        body.getStyleClass().add("notice-text");
        body.setWrapText(true);
        body.setManaged(!text.isEmpty());
        var notice = new VBox(head, body);
        notice.getStyleClass().add("notice");
        notice.setMaxHeight(Region.USE_PREF_SIZE);
        notice.setAccessibleRole(AccessibleRole.TEXT);
        notice.setAccessibleText(title + ". " + text);
        Styles.tone(notice, tone);
        notice.setOnMouseClicked(_ -> box.getChildren().remove(notice));
        box.getChildren().add(notice);
        if (box.getChildren().size() > MOST) {
            box.getChildren().removeFirst();
        }
        var end = new PauseTransition(SHOWN_FOR);
        end.setOnFinished(_ -> box.getChildren().remove(notice));
        end.play();
    }
}
