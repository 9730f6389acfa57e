package org.billrunconsole.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ModalPane;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.settings.Folders;
import org.billrunconsole.settings.Preferences;
import org.billrunconsole.settings.Preferences.ContrastChoice;
import org.billrunconsole.settings.Preferences.Density;
import org.billrunconsole.settings.Preferences.ThemeChoice;
import org.billrunconsole.settings.SettingsStore;
import org.billrunconsole.settings.policy.MachinePolicy;
import org.billrunconsole.support.Diagnostics;
import org.billrunconsole.support.Logs;
import org.billrunconsole.testkit.DialogSizes;
import org.billrunconsole.testkit.InlineTasks;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.Pictures;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.ui.kit.ChosenFile;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.ui.kit.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class SettingsFxTest {

    @TempDir
    private Path folder;

    private final Messages messages = new Messages(Locale.UK);
    private final SettingsDialog dialog = new SettingsDialog(new Fxml(messages.bundle()), messages, List.of());
    private ModalPane modal;
    private final List<Preferences> heard = new ArrayList<>();
    private SettingsStore settings;
    private Scene scene;

    @Start
    void start(Stage stage) {
        Theme.loadFonts();
        settings = new SettingsStore(Folders.within(folder), new ManualTime());
        modal = new ModalPane();
        scene = new Scene(new StackPane(new StackPane(), modal), 1100, 820);
        Theme.DARK.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    private SettingsViewModel show(FxRobot robot) {
        var model = new SettingsViewModel(settings.preferences(), settings, new InlineTasks(), heard::add);
        robot.interact(() -> dialog.show(model, () -> {}, modal));
        WaitForAsyncUtils.waitForFxEvents();
        return model;
    }

    @Test
    void coloursAreTriedAtOnceAndPutBackOnCancel(FxRobot robot) {
        var model = show(robot);
        robot.interact(() -> Pictures.take(scene, "settings"));
        robot.interact(() -> model.theme.set(ThemeChoice.DARK));
        assertThat(heard).last().extracting(Preferences::theme).isEqualTo(ThemeChoice.DARK);
        robot.interact(() -> robot.lookup("#cancelButton").queryButton().fire());
        assertThat(heard).last().isEqualTo(Preferences.DEFAULT);
        assertThat(settings.preferences()).isEqualTo(Preferences.DEFAULT);
        assertThat(modal.isDisplay()).isFalse();
    }

    @Test
    void theButtonsAreInViewInEveryWindow(FxRobot robot) {
        show(robot);
        DialogSizes.look(scene, "size-settings", "cancelButton", "saveButton");
        robot.push(KeyCode.ESCAPE);
        var diagnostics = new Diagnostics("Bill Run Console 1.0", settings, new MachinePolicy.Absent(),
                new Logs(folder.resolve("logs")),
                () -> List.of("12:00:01 GET /bill-runs 200 31 ms"));
        robot.interact(() -> dialog.show(new DiagnosticsViewModel(diagnostics, new InlineTasks()), modal));
        DialogSizes.look(scene, "size-diagnostics", "preview", "cancelButton", "saveButton");
    }

    @Test
    void tabGoesFromOneNumberToTheNextAtOnce(FxRobot robot) {
        show(robot);
        robot.interact(() -> robot.lookup("#tickSeconds").query().requestFocus());
        robot.push(KeyCode.TAB);
        assertThat(scene.getFocusOwner()).isSameAs(robot.lookup("#stalledMinutes").query());
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(scene.getFocusOwner()).isSameAs(robot.lookup("#tickSeconds").query());
        robot.write("1");
        assertThat(robot.lookup("#tickSeconds").queryAs(Spinner.class).getEditor().getText()).contains("1");
    }

    @Test
    void aNumberOutOfItsRangeIsRefusedAndStaysAsItWasTyped(FxRobot robot) {
        var model = show(robot);
        robot.interact(() -> robot.lookup("#tickSeconds").query().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.A).write("600", 0);
        robot.push(KeyCode.ENTER);
        assertThat(modal.isDisplay()).isTrue();
        assertThat(Nodes.visible(robot, "#trouble", Label.class).getText()).contains("from 1 to 60");
        assertThat(robot.lookup("#tickSeconds").queryAs(Spinner.class).getEditor().getText()).isEqualTo("600");
        robot.push(KeyCode.CONTROL, KeyCode.A).write("7", 0);
        robot.push(KeyCode.ENTER);
        assertThat(modal.isDisplay()).isFalse();
        assertThat(model.preferences().tickSeconds()).isEqualTo(7);
    }

    @Test
    void theLimitsOfTheReviewAreTyped(FxRobot robot) {
        var model = show(robot);
        robot.interact(() -> robot.lookup("#varianceAmount").query().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.A).write("250", 0);
        robot.interact(() -> robot.lookup("#variancePercent").query().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.A).write("20", 0);
        robot.push(KeyCode.ENTER);
        assertThat(modal.isDisplay()).isFalse();
        assertThat(model.preferences().thresholds().varianceAmount()).isEqualTo(250);
        assertThat(model.preferences().thresholds().variancePercent()).isEqualTo(20);
    }

    @Test
    void howARegionWritesIsShownBeforeItIsChosenForGood(FxRobot robot) {
        var model = show(robot);
        var example = robot.lookup("#regionExample").queryAs(Label.class);
        assertThat(example.isVisible()).isFalse();
        robot.interact(() -> model.region.set(Optional.of("de-DE")));
        assertThat(example.isVisible()).isTrue();
        assertThat(example.getText()).contains("30. Nov. 2026", "30.11.2026", "1.234.567");
        robot.interact(() -> Pictures.take(scene, "settings-region"));
        robot.interact(() -> model.region.set(Optional.of("en-US")));
        assertThat(example.getText()).contains("Nov 30, 2026", "11/30/2026", "1,234,567");
    }

    @Test
    void theSizeOfTextIsTriedAtOnceAndPutBackOnCancel(FxRobot robot) {
        var model = show(robot);
        robot.interact(() -> model.textPercent.set(150));
        assertThat(heard).last().extracting(Preferences::textPercent).isEqualTo(150);
        robot.interact(() -> robot.lookup("#cancelButton").queryButton().fire());
        assertThat(heard).last().isEqualTo(Preferences.DEFAULT);
    }

    @Test
    void contrastIsTriedAtOnceKeptWhenSavedAndPutBackByTheDefaults(FxRobot robot) {
        var model = show(robot);
        ComboBox<ContrastChoice> choice = robot.lookup("#contrast").queryComboBox();
        assertThat(choice.getItems()).containsExactly(ContrastChoice.values());
        robot.interact(() -> choice.setValue(ContrastChoice.HIGH));
        assertThat(heard).last().extracting(Preferences::contrast).isEqualTo(ContrastChoice.HIGH);
        robot.interact(() -> robot.lookup("#saveButton").queryButton().fire());
        assertThat(new SettingsStore(Folders.within(folder), new ManualTime()).preferences().contrast())
                .isEqualTo(ContrastChoice.HIGH);
        robot.interact(model::restoreDefaults);
        assertThat(model.preferences().contrast()).isEqualTo(ContrastChoice.SYSTEM);
    }

    @Test
    void whatTheNextStartBringsIsSaidOnceItIsChosen(FxRobot robot) {
        var model = show(robot);
        Label said = robot.lookup("#nextStart").query();
        assertThat(said.isVisible()).isFalse();
        robot.interact(() -> model.language.set(Optional.of("de")));
        assertThat(said.isVisible()).isTrue();
        robot.interact(() -> model.language.set(Optional.empty()));
        assertThat(said.isVisible()).isFalse();
        robot.interact(() -> model.region.set(Optional.of("fr-FR")));
        assertThat(said.isVisible()).isTrue();
        robot.interact(() -> robot.lookup("#saveButton").queryButton().fire());
        assertThat(settings.preferences().region()).contains("fr-FR");
        assertThat(settings.preferences().language()).isEmpty();
    }

    @Test
    void whatIsSavedIsThereAtTheNextStart(FxRobot robot) {
        var model = show(robot);
        robot.interact(() -> {
            model.density.set(Density.COMPACT);
            model.language.set(Optional.of("en"));
            model.tickSeconds.set(7);
            model.notices.set(false);
            robot.lookup("#saveButton").queryButton().fire();
        });
        var saved = new SettingsStore(Folders.within(folder), new ManualTime()).preferences();
        assertThat(saved).isEqualTo(heard.getLast());
        assertThat(saved.tickSeconds()).isEqualTo(7);
        assertThat(saved.density()).isEqualTo(Density.COMPACT);
        assertThat(saved.language()).contains("en");
    }

    @Test
    void whatCannotBeWrittenIsSaidAndNothingIsLost(FxRobot robot) throws Exception {
        var model = show(robot);
        Files.createDirectories(folder.resolve("settings.json"));
        robot.interact(() -> {
            model.tickSeconds.set(9);
            model.save();
        });
        assertThat(Nodes.visible(robot, "#trouble", Label.class).getText()).startsWith("The settings could not be");
        assertThat(modal.isDisplay()).isTrue();
        assertThat(model.tickSeconds.get()).isEqualTo(9);
        robot.interact(model::restoreDefaults);
        assertThat(model.preferences()).isEqualTo(Preferences.DEFAULT);
    }

    @Test
    void diagnosticsAreShownBeforeTheyAreSaved(FxRobot robot) {
        var diagnostics = new Diagnostics("Bill Run Console 1.0", settings, new MachinePolicy.Absent(),
                new Logs(folder.resolve("logs")),
                () -> List.of("12:00:01 GET /bill-runs 200 31 ms"));
        var model = new DiagnosticsViewModel(diagnostics, new InlineTasks());
        robot.interact(() -> dialog.show(model, modal));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Pictures.take(scene, "diagnostics"));
        assertThat(robot.lookup("#preview").queryAs(TextArea.class).getText()).contains("Bill Run Console 1.0",
                "GET /bill-runs 200 31 ms");
        var zip = folder.resolve("d.zip");
        robot.interact(() -> model.save(new ChosenFile(zip)));
        assertThat(zip).isNotEmptyFile();
        assertThat(robot.lookup("#trouble").queryLabeled().getText()).isEqualTo("Saved as " + zip.toAbsolutePath());
        robot.interact(() -> Pictures.take(scene, "diagnostics-saved"));
        robot.interact(() -> robot.lookup("#cancelButton").queryButton().fire());
        assertThat(modal.isDisplay()).isFalse();
    }
}
