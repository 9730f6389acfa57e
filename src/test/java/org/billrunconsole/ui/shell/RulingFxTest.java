package org.billrunconsole.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atlantafx.base.controls.ModalPane;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.journal.Journal;
import org.billrunconsole.runs.write.RunLocks;
import org.billrunconsole.runs.write.UnreadableChanges;
import org.billrunconsole.testkit.DialogSizes;
import org.billrunconsole.testkit.JournalEntries;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.ui.actions.RulingController;
import org.billrunconsole.ui.actions.RulingViewModel;
import org.billrunconsole.ui.actions.RulingViewModel.State;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.ui.kit.Theme;
import org.billrunconsole.ui.kit.dialog.ModalCard;
import org.billrunconsole.work.FxThread;
import org.billrunconsole.work.VirtualThreadTasks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A person says what came of a change that the journal no longer tells. */
@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class RulingFxTest {

    private static final Path BEFORE = Path.of("src", "test", "resources", "journal", "before");

    private final Messages messages = new Messages(Locale.UK);
    private final RunLocks locks = new RunLocks();
    @TempDir
    private Path folder;
    private Journal journal;
    private UnreadableChanges changes;
    private RulingViewModel model;
    private ModalPane modal;
    private Scene scene;

    @Start
    void start(Stage stage) {
        Theme.loadFonts();
        modal = new ModalPane();
        scene = new Scene(new StackPane(new StackPane(), modal), 1000, 680);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    /** The journal is never touched on the window's thread, here neither. */
    @BeforeEach
    void show(FxRobot robot) throws Exception {
        try (var files = Files.list(BEFORE)) {
            for (var file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        journal = Journal.open(folder, new ManualTime());
        changes = new UnreadableChanges(journal, locks, () -> JournalEntries.ORIGIN, new ManualTime());
        changes.look();
        model = new RulingViewModel(changes, changes.open().getFirst(), new VirtualThreadTasks(new FxThread()));
        var controller = new RulingController(model, messages, Optional.of("AH-000010"));
        robot.interact(() -> ModalCard.show(new Fxml(messages.bundle()).load(controller), modal, controller::first)
                .ifPresent(card -> model.stateProperty().subscribe(state -> {
                    if (state == State.CLOSED) {
                        card.close();
                    }
                })));
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private boolean canConfirm(FxRobot robot) {
        return !robot.lookup("#rulingButton").queryAs(Button.class).isDisabled();
    }

    @Test
    void itIsKeptOnlyWithAnAnswerAndAReasonAndEnterUnlocksNothing(FxRobot robot) {
        var run = changes.open().getFirst().run().orElseThrow();
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(canConfirm(robot)).isFalse();
        robot.clickOn("#applied");
        assertThat(canConfirm(robot)).as("without a reason").isFalse();
        robot.interact(() -> robot.lookup("#rulingReason").queryAs(TextField.class).setText("Seen in the server"));
        robot.interact(() -> robot.lookup("#rulingReason").query().requestFocus());
        robot.push(KeyCode.ENTER);
        assertThat(changes.open()).as("after Enter").isNotEmpty();
        assertThat(locks.isUnknown(run)).isTrue();
        robot.clickOn("#rulingButton");
        await().until(() -> model.stateProperty().get() == State.CLOSED);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(modal.isDisplay()).isFalse();
        assertThat(changes.open()).isEmpty();
        assertThat(locks.isUnknown(run)).isFalse();
        assertThat(journal.activities(Activity.Note.class::isInstance, 1, Optional.empty())).singleElement()
                .satisfies(note -> assertThat(((Activity.Note) note).details()).containsEntry("finding", "APPLIED")
                        .containsEntry("reason", "Seen in the server"));
    }

    @Test
    void theKeyboardBeginsAtCancelWhichEnterPresses(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#rulingCancel").queryButton().isFocused()).isTrue();
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(modal.isDisplay()).isFalse();
        assertThat(changes.open()).hasSize(1);
    }

    @Test
    void escapeLeavesTheRunLocked(FxRobot robot) {
        robot.push(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(modal.isDisplay()).isFalse();
        assertThat(changes.open()).hasSize(1);
    }

    @Test
    void theButtonsAreInViewInEveryWindow() {
        WaitForAsyncUtils.waitForFxEvents();
        DialogSizes.look(scene, "size-ruling", "rulingReason", "rulingCancel", "rulingButton");
    }
}
