package org.billrunconsole.ui.kit.announce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atlantafx.base.controls.ModalPane;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.ui.kit.announce.Announcement.Urgency;
import org.billrunconsole.ui.kit.dialog.ModalCard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class AnnouncementLineFxTest {

    /** What a reader would be told; set along with every notification. */
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T09:00:00Z"));
    private TextField field;
    private ModalPane modal;
    private StackPane content;
    private AnnouncementLine line;
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        field = new TextField();
        modal = new ModalPane();
        content = new StackPane(new VBox(field), modal);
        line = AnnouncementLine.in(content, now::get);
        line.accessibleTextProperty().addListener((_, _, text) -> told.add(text));
        stage.setScene(new Scene(content, 400, 300));
        stage.show();
    }

    @Test
    void whatIsFiredAnywhereInTheWindowIsSaidByAVisibleTextThatTakesNoRoomAndNoKey(FxRobot robot) {
        robot.interact(() -> AnnounceEvent.error(field, "Not a day"));
        assertThat(told).containsExactly("Not a day");
        robot.interact(() -> {
            assertThat(line.queryAccessibleAttribute(AccessibleAttribute.TEXT)).isEqualTo("Not a day");
            assertThat(line.getAccessibleRole()).isEqualTo(AccessibleRole.TEXT);
            assertThat(line.isVisible()).as("a reader passes over what is not").isTrue();
            assertThat(line.isManaged()).isFalse();
            assertThat(line.isFocusTraversable()).isFalse();
        });
        robot.push(KeyCode.TAB);
        assertThat(WaitForAsyncUtils.waitForAsyncFx(10_000, () -> stage.getScene().getFocusOwner())).isNotSameAs(line);
    }

    @Test
    void whatFailsInADialogIsSaidWhileTheDialogIsOpen(FxRobot robot) {
        var button = new Button("Close");
        robot.interact(() -> ModalCard.show(new VBox(button), modal, () -> button));
        robot.interact(() -> AnnounceEvent.error(button, "Refused"));
        assertThat(told).containsExactly("Refused");
    }

    @Test
    void aReaderIsToldOnceForEachSentenceAndOfProgressOnlyTheNewestThatItHasTimeFor(FxRobot robot) {
        robot.interact(() -> {
            for (int percent = 10; percent < 100; percent += 10) {
                line.announce(new Announcement(Urgency.PROGRESS, "run", percent + " %"));
                line.announce(new Announcement(Urgency.PROGRESS, "run", percent + " %"));
            }
        });
        assertThat(told).containsExactly("10 %");
        now.updateAndGet(before -> before.plus(AnnouncementQueue.HEARD_FOR));
        await().until(() -> told.size() > 1);
        assertThat(told).containsExactly("10 %", "90 %");
    }

    @Test
    void whileTheWindowIsHiddenNothingIsSaidAndNothingKeptForLater(FxRobot robot) {
        robot.interact(() -> {
            line.announce(new Announcement(Urgency.EVENT, "Before"));
            line.announce(new Announcement(Urgency.EVENT, "Waits"));
            stage.hide();
            line.announce(new Announcement(Urgency.EVENT, "Hidden"));
        });
        now.updateAndGet(before -> before.plus(AnnouncementQueue.HEARD_FOR));
        robot.interact(() -> {
            stage.show();
            line.announce(new Announcement(Urgency.EVENT, "Back"));
        });
        await().until(() -> told.contains("Back"));
        assertThat(told).containsExactly("Before", "Back");
    }

    @Test
    void aLabelIsSaidWhenItIsSeenHoweverItIsFilledAndNotWhileItIsHidden(FxRobot robot) {
        var label = new Label();
        var card = new VBox(label);
        robot.interact(() -> {
            AnnouncedLabel.error(label);
            card.setVisible(false);
            content.getChildren().add(card);
            label.setText("Filled first");
        });
        assertThat(told).isEmpty();
        robot.interact(() -> card.setVisible(true));
        assertThat(told).containsExactly("Filled first");
        now.updateAndGet(before -> before.plus(AnnouncementQueue.HEARD_FOR));
        robot.interact(() -> {
            card.setVisible(false);
            label.setText("");
            card.setVisible(true);
            label.setText("Shown first");
        });
        assertThat(told).containsExactly("Filled first", "Shown first");
    }

    @Test
    void whatIsInNoWindowSaysNothing(FxRobot robot) {
        robot.interact(() -> AnnounceEvent.error(new Button("Alone"), "Unheard"));
        assertThat(told).isEmpty();
    }
}
