package org.billrunconsole.ui.kit.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.ui.kit.announce.AnnounceEvent;
import org.billrunconsole.ui.kit.announce.AnnouncedLabel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A card is a window of its own, but what goes wrong in it is said by the window below. */
@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class PopupCardFxTest {

    private final List<String> said = new ArrayList<>();
    private Label problem;
    private Button anchor;
    private PopupCard card;

    @Start
    void start(Stage stage) {
        problem = new Label();
        AnnouncedLabel.error(problem);
        anchor = new Button("Views");
        card = PopupCard.below(anchor, () -> new VBox(new TextField(), problem));
        var scene = new Scene(new VBox(anchor), 300, 200);
        scene.addEventHandler(AnnounceEvent.ANNOUNCE, event -> said.add(event.announcement().text()));
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void whatIsRefusedInItIsSaidByTheWindowBelow(FxRobot robot) {
        robot.interact(card::open);
        robot.interact(() -> problem.setText("There is a view of this name."));
        assertThat(said).containsExactly("There is a view of this name.");
    }

    @Test
    void escGivesTheKeyboardBackToItsButton(FxRobot robot) {
        robot.interact(anchor::fire);
        assertThat(card.isOpen()).isTrue();
        robot.push(KeyCode.ESCAPE);
        assertThat(card.isOpen()).isFalse();
        assertThat(anchor.isFocused()).isTrue();
    }
}
