package org.billrunconsole.ui.notices;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.billrunconsole.ui.kit.Focus;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.Tone;
import org.billrunconsole.ui.kit.WrappedText;
import org.billrunconsole.ui.kit.look.ToneIcon;

/**
 * Shows notices for a while, side by side at the right end of a strip of their own above the status bar: at most three
 * with what stays there, the oldest goes first; a click or a key puts one away. The strip takes its room from what is above it
 * instead of standing over it, so that no notice ever covers a stage, a name or a reason; without notices it is gone.
 */
public final class NoticeArea {

    private static final int MOST = 3;
    private static final Duration SHOWN_FOR = Duration.seconds(8);

    private final HBox box;
    private final Deque<Node> shown = new ArrayDeque<>();

    public NoticeArea(HBox box) {
        this.box = box;
        box.managedProperty().bind(Bindings.isNotEmpty(box.getChildren()));
        box.visibleProperty().bind(box.managedProperty());
    }

    /** Puts something there that stays. */
    public void keep(Function<Runnable, Node> factory) {
        var place = new StackPane();
        place.getChildren().add(factory.apply(() -> box.getChildren().remove(place)));
        box.getChildren().addFirst(place);
        makeRoom();
    }

    /** @param help says what keys do with it */
    public void show(String title, String text, String help, Tone tone) {
        var head = new Label(title, ToneIcon.of(tone));
        head.getStyleClass().add("notice-title");
        WrappedText.in(head);
        head.setMinHeight(Region.USE_PREF_SIZE);
        var body = new Label(text);
        body.getStyleClass().add("notice-text");
        WrappedText.in(body);
        body.setMinHeight(Region.USE_PREF_SIZE);
        body.setManaged(!text.isEmpty());
        var notice = new VBox(head, body);
        notice.getStyleClass().add("notice");
        notice.setMaxHeight(Region.USE_PREF_SIZE);
        notice.setAccessibleRole(AccessibleRole.TEXT);
        notice.setAccessibleText(title + ". " + text);
        Styles.tone(notice, tone);
        notice.setOnMouseClicked(_ -> end(notice));
        notice.setFocusTraversable(true);
        notice.setAccessibleHelp(help);
        Focus.keepEscape(notice);
        notice.setOnKeyPressed(press -> {
            switch (press.getCode()) {
                case ENTER, SPACE, DELETE, ESCAPE -> {
                    press.consume();
                    end(notice);
                }
                default -> {
                    // Not for a notice.
                }
            }
        });
        shown.addLast(notice);
        box.getChildren().add(notice);
        makeRoom();
        var end = new PauseTransition(SHOWN_FOR);
        end.setOnFinished(_ -> end(notice));
        // Whoever has come to it by the keyboard may read it in peace.
        notice.focusedProperty().subscribe(focused -> {
            if (focused) {
                end.stop();
            } else {
                end.playFromStart();
            }
        });
    }

    private void makeRoom() {
        while (box.getChildren().size() > MOST && !shown.isEmpty()) {
            end(shown.getFirst());
        }
    }

    private void end(Node notice) {
        shown.remove(notice);
        box.getChildren().remove(notice);
    }
}
