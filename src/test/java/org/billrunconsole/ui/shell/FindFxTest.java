package org.billrunconsole.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.testkit.Gallery;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.Pictures;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.ui.kit.Theme;
import org.billrunconsole.ui.runlist.find.DaySpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Filters with their chips, and views, in the main window. */
@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class FindFxTest {

    @RegisterExtension
    private final TestShell shell = new TestShell();
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        shell.show(shown, TestShell.production(), api -> {
            LongStream.rangeClosed(1, 6).forEach(id -> api.put(SampleRuns.named(SampleRuns.openRun(id),
                    "Nov 2026 Residential " + id)));
            api.put(SampleRuns.regular(9, RunStatus.Known.CLOSED, Known.DRAFT_INVOICES, OptionalInt.of(100)));
        });
    }

    private int rows(FxRobot robot) {
        return robot.lookup("#runsTable").queryAs(TableView.class).getItems().size();
    }

    private void take(FxRobot robot, String card, String name) {
        for (var theme : new Theme[]{Theme.DARK, Theme.LIGHT}) {
            robot.interact(() -> theme.apply(shell.scene));
            shell.settle();
            robot.interact(() -> {
                Parent shown = robot.lookup(card).query();
                shown.getScene().getStylesheets().setAll(shell.scene.getStylesheets());
                shown.applyCss();
                shown.layout();
                Pictures.keep(shown.snapshot(null, null), name + "-" + theme.name().toLowerCase(Locale.ROOT));
            });
        }
    }

    @Test
    void filtersAreSetInTheirCardAndTakenAwayOneByOne(FxRobot robot) {
        robot.interact(() -> shell.model.regular().filters().clear());
        await().until(() -> rows(robot) == 7);
        robot.interact(() -> robot.lookup("#filtersButton").queryButton().fire());
        assertThat(Nodes.visible(robot, "#filtersCard #billedFilter", ComboBox.class).isFocused()).isTrue();
        press(robot, KeyCode.TAB);
        assertThat(Nodes.visible(robot, "#filtersCard #periodFilter", ComboBox.class).isFocused()).isTrue();
        assertThat(shell.scene.getFocusOwner()).as("the window below").isSameAs(robot.lookup("#filtersButton")
                .query());
        robot.interact(() -> {
            robot.lookup("#filtersCard #stage-draft-invoices").queryAs(CheckBox.class).fire();
            robot.lookup("#filtersCard #flag-waiting").queryAs(CheckBox.class).fire();
        });
        take(robot, "#filtersCard", "filters-card");
        await().until(() -> rows(robot) == 1);
        robot.interact(() -> robot.lookup("#filtersDone").queryButton().fire());
        assertThat(robot.lookup("#filtersCard").tryQuery()).isEmpty();
        shell.settle();
        assertThat(robot.lookup("#filtersButton").queryButton().getText()).isEqualTo("Filters 2");
        assertThat(robot.lookup("#statusShown").queryAs(Label.class).getText()).isEqualTo("1 of 7 shown");
        new Gallery(stage).take("filters");

        var chips = robot.lookup(".filter-chip").queryAllAs(Button.class).stream().toList();
        assertThat(chips).extracting(Button::getText).containsExactly("Stage: Draft invoices", "Waiting for a person");
        assertThat(chips.getFirst().getAccessibleText()).isEqualTo("Remove the filter Stage: Draft invoices");
        robot.interact(() -> {
            chips.getFirst().requestFocus();
            chips.getFirst().fire();
        });
        assertThat(shell.scene.getFocusOwner()).isInstanceOfSatisfying(Button.class,
                next -> assertThat(next.getText()).isEqualTo("Waiting for a person"));
        robot.interact(() -> ((Button) shell.scene.getFocusOwner()).fire());
        assertThat(shell.scene.getFocusOwner()).isSameAs(robot.lookup("#filtersButton").query());
        await().until(() -> rows(robot) == 7);
        assertThat(robot.lookup("#filterChips").query().isVisible()).isFalse();
    }

    @Test
    void whereNothingMatchesThereIsOneButtonToClearAllFilters(FxRobot robot) {
        robot.interact(() -> {
            shell.model.regular().filters().clear();
            shell.model.regular().filters().billedProperty().set(Optional.of(
                    DaySpan.Relative.NEXT_MONTH));
            shell.model.regular().filters().searchTextProperty().set("nothing of the kind");
        });
        await().until(() -> Nodes.find(robot, "#noMatchText", Label.class).isPresent());
        shell.settle();
        assertThat(robot.lookup("#clearFilters").queryAllAs(Button.class)).hasSize(1);
        new Gallery(stage).take("filters-no-match");
        robot.interact(() -> robot.lookup("#clearFilters").queryButton().fire());
        await().until(() -> rows(robot) == 7);
    }

    @Test
    void viewsAreSavedOpenedByKeyRenamedAndDeleted(FxRobot robot) {
        robot.interact(() -> {
            shell.model.regular().filters().clear();
            shell.model.regular().filters().searchTextProperty().set("residential 3");
        });
        await().until(() -> rows(robot) == 1);
        robot.interact(() -> robot.lookup("#viewsButton").queryButton().fire());
        robot.interact(() -> {
            robot.lookup("#viewName").queryAs(TextField.class).setText("Only the third");
            robot.lookup("#viewSave").queryButton().fire();
        });
        await().until(() -> robot.lookup(".view-open").queryAll().size() == 4);
        take(robot, "#viewsCard", "views-card");
        press(robot, KeyCode.ESCAPE);
        assertThat(robot.lookup("#viewsCard").tryQuery()).isEmpty();
        robot.interact(() -> shell.model.regular().filters().clear());
        await().until(() -> rows(robot) == 7);

        robot.interact(() -> robot.lookup("#viewsButton").queryButton().fire());
        press(robot, KeyCode.DIGIT4, KeyCombination.SHORTCUT_DOWN);
        await().until(() -> rows(robot) == 1);
        assertThat(robot.lookup("#viewsCard").tryQuery()).isEmpty();
        assertThat(shell.scene.getFocusOwner()).isSameAs(robot.lookup("#runsTable").query());

        robot.interact(() -> robot.lookup("#viewsButton").queryButton().fire());
        robot.interact(() -> icon(robot, "Delete Only the third").fire());
        WaitForAsyncUtils.waitForFxEvents();
        take(robot, "#viewsCard", "views-delete");
        robot.interact(() -> button(robot, "Delete").fire());
        await().until(() -> robot.lookup(".view-open").queryAll().size() == 3);
        press(robot, KeyCode.ESCAPE);
    }

    /** As a keyboard would, through the window that has it. */
    private void press(FxRobot robot, KeyCode key, KeyCombination.Modifier... modifiers) {
        robot.push(new KeyCodeCombination(key, modifiers));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static Button icon(FxRobot robot, String name) {
        return robot.lookup("#viewsCard .button").queryAllAs(Button.class).stream()
                .filter(each -> name.equals(each.getAccessibleText())).findFirst().orElseThrow();
    }

    private static Button button(FxRobot robot, String text) {
        return robot.lookup("#viewsCard .button").queryAllAs(Button.class).stream()
                .filter(each -> text.equals(each.getText())).findFirst().orElseThrow();
    }
}
