package org.billrunconsole.ui.kit.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ModalPane;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class ModalCardFxTest {

    private final List<String> behind = new ArrayList<>();
    private final List<String> pressed = new ArrayList<>();
    private TextField search;
    private Button step;
    private ModalPane modal;
    private Scene scene;

    /** A dialog as FXML makes them: a field in a part that scrolls, and two buttons below. */
    private final class Dialog {

        private final TextField field = new TextField();
        private final Button cancel = new Button("Cancel");
        private final Button confirm = new Button("Confirm");
        private final Label text = new Label();
        private final DialogBody body = new DialogBody();
        private final VBox card;
        private Optional<ModalCard> shown = Optional.empty();

        private Dialog() {
            text.setWrapText(true);
            text.setMinHeight(Label.USE_PREF_SIZE);
            body.setContent(new VBox(text, field));
            VBox.setVgrow(body, Priority.ALWAYS);
            cancel.setCancelButton(true);
            confirm.setDefaultButton(true);
            cancel.setOnAction(_ -> {
                pressed.add("cancel");
                shown.ifPresent(ModalCard::close);
            });
            confirm.setOnAction(_ -> pressed.add("confirm"));
            card = new VBox(body, new HBox(cancel, confirm));
            card.getStyleClass().add("dialog-card");
        }

        private void show(FxRobot robot) {
            robot.interact(() -> shown = ModalCard.show(card, modal, () -> field));
        }
    }

    @Start
    void start(Stage stage) {
        search = new TextField();
        step = new Button("_Step");
        modal = new ModalPane();
        step.setOnAction(_ -> behind.add("step"));
        scene = new Scene(new StackPane(new VBox(search, step), modal), 800, 500);
        Theme.LIGHT.apply(scene);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.R, KeyCombination.SHORTCUT_DOWN),
                () -> behind.add("refresh"));
        stage.setScene(scene);
        stage.show();
    }

    private Dialog made() {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, Dialog::new);
    }

    private Node focused(FxRobot robot) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> scene.getFocusOwner());
    }

    @Test
    void aFieldInTheScrollingPartHasTheKeyboardAtOnce(FxRobot robot) {
        var dialog = made();
        // Before any frame has been drawn.
        robot.interact(() -> {
            ModalCard.show(dialog.card, modal, () -> dialog.field);
            assertThat(scene.getFocusOwner()).isSameAs(dialog.field);
        });
        robot.write("Nov", 0);
        assertThat(dialog.field.getText()).isEqualTo("Nov");
    }

    @Test
    void aFieldThatItsOwnWordsPushDownStaysInView(FxRobot robot) {
        var dialog = made();
        dialog.show(robot);
        robot.interact(() -> dialog.field.textProperty().subscribe(typed -> dialog.text.setText("Nov\n".repeat(
                20 * typed.length()))));
        robot.write("ab", 0);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Nodes.isWhole(dialog.field))).isTrue();
    }

    @Test
    void tabGoesRoundInsideBothWays(FxRobot robot) {
        var dialog = made();
        dialog.show(robot);
        var seen = new ArrayList<Node>();
        for (var i = 0; i < 4; i++) {
            seen.add(focused(robot));
            robot.push(KeyCode.TAB);
        }
        assertThat(seen).containsExactly(dialog.field, dialog.cancel, dialog.confirm, dialog.field);
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(focused(robot)).isSameAs(dialog.confirm);
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(focused(robot)).isSameAs(dialog.cancel);
    }

    @Test
    void nothingBehindSeesAKeyOrAClick(FxRobot robot) {
        robot.interact(search::requestFocus);
        var dialog = made();
        dialog.show(robot);
        robot.push(KeyCode.CONTROL, KeyCode.R);
        robot.push(KeyCode.ALT, KeyCode.S);
        assertThat(behind).as("accelerators and mnemonics").isEmpty();
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.RIGHT);
        robot.write("x", 0);
        robot.interact(step::requestFocus);
        assertThat(focused(robot)).isSameAs(dialog.field);
        robot.clickOn(scene.getWindow().getX() + 20, scene.getWindow().getY() + scene.getY() + 45);
        assertThat(focused(robot)).isSameAs(dialog.field);
        assertThat(behind).isEmpty();
        assertThat(search.getText()).isEmpty();
        assertThat(modal.isDisplay()).isTrue();
    }

    @Test
    void theKeyboardComesBackWhenTheControlThatHasItGoes(FxRobot robot) {
        var dialog = made();
        dialog.show(robot);
        robot.interact(() -> dialog.field.setDisable(true));
        WaitForAsyncUtils.waitForFxEvents();
        robot.push(KeyCode.CONTROL, KeyCode.R);
        assertThat(behind).isEmpty();
        assertThat(focused(robot)).isIn(dialog.cancel, dialog.confirm);
    }

    @Test
    void enterPressesTheDefaultButtonFromAFieldAndTheFocusedOneOtherwise(FxRobot robot) {
        var dialog = made();
        dialog.show(robot);
        assertThat(dialog.confirm.getPseudoClassStates()).contains(Styles.state("enter"));
        robot.push(KeyCode.ENTER);
        assertThat(pressed).containsExactly("confirm");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(pressed).containsExactly("confirm");
        robot.push(KeyCode.TAB);
        assertThat(dialog.confirm.getPseudoClassStates()).doesNotContain(Styles.state("enter"));
        robot.push(KeyCode.ENTER);
        assertThat(pressed).containsExactly("confirm", "cancel");
        assertThat(modal.isDisplay()).isFalse();
    }

    @Test
    void aDefaultButtonThatWasDisabledWhileTheKeyboardMovedOnSaysRightWhoTakesEnter(FxRobot robot) {
        var dialog = made();
        dialog.show(robot);
        robot.interact(() -> {
            dialog.confirm.setDisable(true);
            dialog.cancel.requestFocus();
            dialog.confirm.setDisable(false);
        });
        assertThat(dialog.confirm.getPseudoClassStates()).doesNotContain(Styles.state("enter"));
    }

    @Test
    void anEnterThatIsStillHeldFromBeforeConfirmsNothing(FxRobot robot) {
        robot.press(KeyCode.ENTER);
        var dialog = made();
        dialog.show(robot);
        robot.press(KeyCode.ENTER).press(KeyCode.ENTER).release(KeyCode.ENTER);
        assertThat(pressed).isEmpty();
    }

    @Test
    void escapeCancelsAndTheKeyboardReturnsToWhereItWas(FxRobot robot) {
        robot.interact(search::requestFocus);
        var dialog = made();
        dialog.show(robot);
        robot.push(KeyCode.TAB);
        robot.push(KeyCode.ESCAPE);
        assertThat(pressed).containsExactly("cancel");
        assertThat(focused(robot)).isSameAs(search);
        robot.push(KeyCode.CONTROL, KeyCode.R);
        assertThat(behind).containsExactly("refresh");
    }

    @Test
    void aSecondDialogIsRefusedAndASignInOverItGivesTheKeyboardBack(FxRobot robot) {
        robot.interact(search::requestFocus);
        var first = made();
        first.show(robot);
        robot.push(KeyCode.TAB);
        var second = made();
        second.show(robot);
        assertThat(second.shown).isEmpty();
        assertThat(focused(robot)).isSameAs(first.cancel);
        var signIn = made();
        robot.interact(() -> signIn.shown = Optional.of(ModalCard.showOver(signIn.card, modal, () -> signIn.field)));
        robot.write("token", 0);
        assertThat(signIn.field.getText()).isEqualTo("token");
        robot.push(KeyCode.ESCAPE);
        assertThat(focused(robot)).isSameAs(first.cancel);
        robot.push(KeyCode.ESCAPE);
        assertThat(focused(robot)).isSameAs(search);
        assertThat(pressed).containsExactly("cancel", "cancel");
    }

    @Test
    void itIsAsHighAsItsContentUpToTheWindowAndThenItsBodyScrolls(FxRobot robot) {
        var dialog = made();
        dialog.show(robot);
        var low = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> dialog.card.getHeight());
        lay(robot, () -> dialog.text.setText("Wrapped text is higher than it says. ".repeat(12)));
        assertThat(dialog.card.getHeight()).isGreaterThan(low + 30);
        assertThat(dialog.body.getViewportBounds().getHeight())
                .isGreaterThanOrEqualTo(dialog.body.getContent().getLayoutBounds().getHeight() - 1);
        lay(robot, () -> dialog.text.setText("More than any window can show. ".repeat(200)));
        robot.push(KeyCode.TAB);
        assertThat(dialog.card.getHeight()).isGreaterThan(400).isLessThanOrEqualTo(scene.getHeight());
        assertThat(bounds(dialog.confirm).getMaxY()).isLessThan(scene.getHeight());
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(bounds(dialog.field).getMaxY()).as("the field with the keyboard is seen")
                .isLessThanOrEqualTo(bounds(dialog.confirm).getMinY());
    }

    @Test
    void altWithTheLetterOfAButtonPressesItAndNothingBehind(FxRobot robot) {
        var dialog = made();
        dialog.show(robot);
        robot.push(KeyCode.ALT, KeyCode.S);
        robot.push(KeyCode.ALT, KeyCode.X);
        assertThat(pressed).as("no button has that").isEmpty();
        // Cancel has the letter that both begin with.
        robot.push(KeyCode.ALT, KeyCode.O);
        assertThat(pressed).containsExactly("confirm");
        assertThat(focused(robot)).isSameAs(dialog.confirm);
        robot.push(KeyCode.ALT, KeyCode.C);
        assertThat(pressed).containsExactly("confirm", "cancel");
        assertThat(modal.isDisplay()).isFalse();
        assertThat(behind).isEmpty();
        assertThat(dialog.field.getText()).isEmpty();
    }

    @Test
    void aLetterThatIsHeldOrWhoseAltCameFromBeforePressesNothing(FxRobot robot) {
        robot.press(KeyCode.ALT);
        var dialog = made();
        dialog.show(robot);
        robot.press(KeyCode.O).release(KeyCode.O);
        assertThat(pressed).as("Alt was pressed before").isEmpty();
        robot.release(KeyCode.ALT).press(KeyCode.ALT);
        robot.press(KeyCode.O);
        // The robot presses no key twice.
        robot.interact(() -> Event.fireEvent(dialog.field, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.O, false,
                false, true, false)));
        robot.release(KeyCode.O);
        assertThat(pressed).as("repeated").isEmpty();
        robot.press(KeyCode.O).release(KeyCode.ALT).release(KeyCode.O);
        assertThat(pressed).as("Alt let go first").containsExactly("confirm");
    }

    @Test
    void altGrAndShiftAreNotAlt(FxRobot robot) {
        var dialog = made();
        dialog.show(robot);
        robot.push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.O);
        robot.push(KeyCode.ALT, KeyCode.CONTROL, KeyCode.O);
        robot.push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.O);
        robot.push(KeyCode.ALT_GRAPH, KeyCode.O);
        robot.push(KeyCode.O);
        assertThat(pressed).isEmpty();
    }

    @Test
    void aLetterOnlyLeadsToWhatIsGraveOrRedAndToTheWordsThatSayWhatIsMissing(FxRobot robot) {
        var dialog = made();
        var why = new Label("Type the name.");
        robot.interact(() -> {
            DialogButtons.neverByEnter(dialog.confirm, () -> true);
            dialog.cancel.getStyleClass().add("danger");
            var foot = new HBox(why);
            foot.getStyleClass().add("dialog-foot");
            dialog.card.getChildren().add(foot);
        });
        dialog.show(robot);
        robot.push(KeyCode.ALT, KeyCode.O);
        assertThat(focused(robot)).isSameAs(dialog.confirm);
        robot.push(KeyCode.ALT, KeyCode.O);
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.ALT, KeyCode.C);
        assertThat(focused(robot)).isSameAs(dialog.cancel);
        robot.interact(() -> dialog.confirm.setDisable(true));
        robot.push(KeyCode.ALT, KeyCode.O);
        assertThat(focused(robot)).isSameAs(why);
        assertThat(pressed).isEmpty();
        robot.push(KeyCode.TAB);
        assertThat(focused(robot)).isIn(dialog.field, dialog.cancel);
    }

    @Test
    void theLettersAreUnderlinedWhileAltIsHeldAndToldToScreenReaders(FxRobot robot) {
        var dialog = made();
        dialog.show(robot);
        assertThat(dialog.cancel.getAccessibleHelp()).isEqualTo("Alt C");
        assertThat(dialog.confirm.getAccessibleHelp()).isEqualTo("Alt O");
        assertThat(lines(robot)).isEmpty();
        robot.press(KeyCode.ALT);
        assertThat(lines(robot)).hasSize(2).allSatisfy(line -> assertThat(List.of(dialog.cancel, dialog.confirm))
                .anySatisfy(button -> assertThat(bounds(button).contains(bounds(line))).isTrue()));
        lay(robot, () -> dialog.text.setText("Higher. ".repeat(60)));
        assertThat(lines(robot)).as("they move with the buttons").allSatisfy(line -> assertThat(bounds(
                dialog.confirm).getMinY()).isLessThan(bounds(line).getMinY()));
        robot.release(KeyCode.ALT);
        assertThat(lines(robot)).isEmpty();
    }

    private static List<Node> lines(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(node -> node instanceof Rectangle && node.getParent() instanceof LetterLines)
                .queryAll().stream().toList();
    }

    private static Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    /** A change, and the layout that the next frame begins with. */
    private void lay(FxRobot robot, Runnable change) {
        robot.interact(() -> {
            change.run();
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        });
    }
}
