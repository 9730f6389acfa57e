package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.ui.runlist.rows.RunRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs taken through their steps in a real window by a real keyboard, and what the hands must never do by accident. */
class ScreenTrial {

    @RegisterExtension
    private final RealConsole console = new RealConsole();
    private RealHands hands;

    private void open() {
        console.open(DialogsJourneyTest::still);
        hands = console.hands();
    }

    // ---- Whole runs

    @Test
    void aRegularRunIsTakenFromOpenToFinishedByKeyboardAlone() {
        console.openAsNew(ScreenTrial::fast);
        hands = console.hands();
        var run = console.chooseByKey(RunKind.REGULAR, console::isCloseable);
        step(run, "Close and report");
        step(run, "Draft invoices");
        step(run, "Generate full invoices");
        step(run, "Distribute and finalise");
        RealHands.until("the run finished", () -> isFinished(run));
        assertThat(console.sent()).containsExactly(
                patch(run, op("billRunStatus", "CLOSED"), op("summaryStatus", "REPORTING")),
                patch(run, op("summaryStatus", "DRAFT_INVOICES")),
                patch(run, op("summaryStatus", "FULL_INVOICES")),
                patch(run, op("summaryStatus", "DISTRIBUTION")));
    }

    @Test
    void anAdhocRunIsTakenFromOpenToFinishedByKeyboardAlone() {
        console.openAsNew(ScreenTrial::fast);
        hands = console.hands();
        hands.key("Control_L", "2");
        var run = console.chooseByKey(RunKind.ADHOC, DialogsJourneyTest::isOpen);
        step(run, "Close and report");
        step(run, "Generate full invoices");
        step(run, "Distribute and finalise");
        RealHands.until("the run finished", () -> isFinished(run));
        assertThat(console.sent()).containsExactly(
                patch(run, op("summaryStatus", "REPORTING")),
                patch(run, op("summaryStatus", "FULL_INVOICES")),
                patch(run, op("summaryStatus", "DISTRIBUTION")));
    }

    /** Opens the due step's dialog, fills in what it wants and presses its button, all by key. */
    private void step(RunRow run, String due) {
        RealHands.until(due + " due", () -> RealHands.seen("#actionPrimary")
                .filter(node -> !node.isDisabled())
                .isPresent() && hands.says("#actionPrimary").startsWith(due));
        console.askForStep(run);
        console.picture(due.replace(' ', '-'));
        new RealConfirmation(hands).confirmByKey(run);
    }

    @Test
    void theListHasTheKeyboardFromTheStart() {
        open();
        assertThat(hands.hasKeyboard("#runsTable")).as("the list has the keyboard, not %s", hands.owner()).isTrue();
        hands.key("Down");
        assertThat(console.chosen(RunKind.REGULAR)).isPresent();
    }

    // ---- What is typed is what is sent

    @Test
    void aDateTypedAndConfirmedWithEnterIsTheDateSent() {
        open();
        var run = console.chooseByKey(RunKind.REGULAR, row -> console.isCloseable(row));
        var day = run.run().invoiceDate().orElseThrow().withDayOfMonth(15);
        console.askForStep(run);
        new RealConfirmation(hands).giveReason();
        hands.tabTo("#invoiceDate");
        hands.typeOver(DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK).format(day));
        console.picture("typed");
        hands.key("Return");
        hands.untilGone("#confirmDialog");
        assertThat(console.sent()).containsExactly(closing(run, day));
    }

    // ---- What cannot be seen is not acted on

    @Test
    void aRunHiddenByTheSearchIsNotActedOn() {
        open();
        var run = console.chooseByKey(RunKind.REGULAR, console::isCloseable);
        hands.key("Control_L", "f");
        hands.type("IoT");
        RealHands.until("the run out of sight", () -> console.rows(RunKind.REGULAR)
                .stream()
                .noneMatch(row -> row.key().equals(run.key())));
        console.picture("hidden");
        for (var key : List.of("Control_L+Return", "Return", "Control_L+Return", "Return")) {
            hands.key(key.split("\\+"));
            assertThat(dialogs()).as("open after %s", key).isEmpty();
        }
        hands.keys(2, "Escape");
        assertThat(console.sent()).isEmpty();
    }

    @Test
    void downLeavesTheSearchForTheListAndEscapeClearsTheSearchFirst() {
        open();
        hands.key("Control_L", "f");
        hands.type("IoT");
        hands.key("Down");
        assertThat(hands.hasKeyboard("#runsTable")).as("after Down, not %s", hands.owner()).isTrue();
        hands.key("Control_L", "f");
        hands.key("Escape");
        assertThat(hands.says("#searchField")).isEmpty();
        hands.key("Control_L", "2");
        assertThat(hands.hasKeyboard("#adhocTable")).as("after Ctrl+2, not %s", hands.owner()).isTrue();
        hands.key("Control_L", "4");
        assertThat(hands.hasKeyboard("#activityTable")).as("after Ctrl+4, not %s", hands.owner()).isTrue();
        hands.key("Control_L", "1");
        assertThat(hands.hasKeyboard("#runsTable")).as("after Ctrl+1, not %s", hands.owner()).isTrue();
    }

    // ---- Many runs

    @Test
    void runsAreChosenByTheirBoxesByClicksWithKeysAndByKeysAlone() {
        open();
        var pane = console.chooseByMouse(RunKind.REGULAR, console.rows(RunKind.REGULAR).getFirst()::equals);
        hands.clickCell("chosen", 1);
        assertThat(chosen()).containsExactly(1);
        hands.clickCellWith("Shift_L", "name", 3);
        assertThat(chosen()).containsExactly(1, 2, 3);
        hands.clickCellWith("Control_L", "status", 2);
        assertThat(chosen()).containsExactly(1, 3);
        hands.key("Shift_L", "Down");
        assertThat(chosen()).containsExactly(1, 2, 3);
        hands.key("space");
        assertThat(chosen()).containsExactly(1, 2);
        console.picture("some");
        assertThat(console.chosen(RunKind.REGULAR)).as("the row of the pane").contains(pane.key());
        hands.key("Control_L", "a");
        assertThat(chosen()).hasSameSizeAs(console.rows(RunKind.REGULAR));
        hands.key("Escape");
        assertThat(chosen()).isEmpty();
        hands.click("#chooseShown");
        assertThat(chosen()).hasSameSizeAs(console.rows(RunKind.REGULAR));
        assertThat(console.sent()).isEmpty();
    }

    /** The places of the rows that are chosen. */
    private List<Integer> chosen() {
        var list = console.app().wiring().shell().regular();
        return RealHands.see(() -> list.chosenProperty().get().keys().stream().map(list::placeOf).sorted().toList());
    }

    // ---- The columns' menu

    @Test
    void theColumnsMenuIsTickedAgainAndAgainByMouse() {
        open();
        console.until(RunKind.REGULAR, _ -> true);
        for (var round = 0; round < 2; round++) {
            hands.click("#columnsButton");
            for (var column : List.of("cycle", "suspense", "cycle")) {
                var before = RealHands.see(ScreenTrial::columns);
                hands.click("#column-" + column);
                RealHands.until(column + " ticked the other way",
                        () -> columns().contains(column) != before.contains(column));
                assertThat(hands.isSeen(".columns-chooser")).as("the menu after %s", column).isTrue();
            }
            console.picture("open-" + round);
            hands.key("Escape");
            hands.untilGone(".menu-item");
            var shown = RealHands.see(ScreenTrial::columns);
            assertThat(shown.contains("suspense")).isEqualTo(round == 1);
            assertThat(shown).contains("cycle", "name");
        }
        hands.key("Down");
        assertThat(console.sent()).isEmpty();
    }

    /** For the window's thread. */
    private static List<String> columns() {
        var table = (TableView<?>) RealHands.seen("#runsTable").orElseThrow();
        return table.getVisibleLeafColumns().stream().map(TableColumn::getId).toList();
    }

    // ---- One dialog at a time

    @Test
    void noSecondDialogComesOverAConfirmation() {
        open();
        console.askForStep(console.chooseByKey(RunKind.REGULAR,
                row -> DialogsJourneyTest.isReady(row, Known.REPORTING)));
        for (var keys : List.of("Control_L+k", "Control_L+i", "F1", "Control_L+Return", "Control_L+f", "Control_L+2",
                "Alt_L+1", "Alt_L+2", "Down", "question")) {
            hands.key(keys.split("\\+"));
            assertThat(dialogs()).as("open after %s", keys).containsExactly("confirmDialog");
            new RealConfirmation(hands).assertHasKeyboard();
        }
        for (var place : List.of("#environmentPill", "#settingsButton", "#actionReopen", "#searchField")) {
            hands.clickPlace(place);
            assertThat(dialogs()).as("open after a click where %s is", place).containsExactly("confirmDialog");
            new RealConfirmation(hands).assertHasKeyboard();
        }
        console.picture("held");
        hands.key("Escape");
        assertThat(dialogs()).isEmpty();
        assertThat(hands.isSeen("#runsTable")).as("the tab did not change").isTrue();
        assertThat(console.sent()).isEmpty();
    }

    @Test
    void noConfirmationComesOverAnotherDialog() {
        open();
        console.chooseByKey(RunKind.REGULAR, row -> DialogsJourneyTest.isReady(row, Known.REPORTING));
        hands.key("Control_L", "k");
        hands.untilSeen("#connectionsDialog");
        for (var keys : List.of("Control_L+Return", "Control_L+i", "F1", "Control_L+k")) {
            hands.key(keys.split("\\+"));
            assertThat(dialogs()).as("open after %s", keys).containsExactly("connectionsDialog");
        }
        hands.clickPlace("#actionPrimary");
        assertThat(dialogs()).containsExactly("connectionsDialog");
        console.picture("held");
        hands.key("Escape");
        assertThat(dialogs()).isEmpty();
        assertThat(console.sent()).isEmpty();
    }

    // ---- Small windows

    @Test
    void aRunIsClosedInTheSmallWindow() {
        open();
        hands.resize(1000, 680);
        closeInWindow();
    }

    @Test
    void aRunIsClosedInTheSmallestWindow() {
        open();
        hands.resize(800, 500);
        closeInWindow();
    }

    private void closeInWindow() {
        var run = console.chooseByKey(RunKind.REGULAR, row -> console.isCloseable(row));
        var day = run.run().invoiceDate().orElseThrow().withDayOfMonth(15);
        hands.key("Return");
        hands.untilSeen("#actionPrimary");
        console.picture("drawer");
        console.askForStep(run);
        var confirmation = new RealConfirmation(hands);
        confirmation.giveReason();
        hands.tabTo("#invoiceDate");
        hands.typeOver(day.toString());
        hands.key("Tab");
        confirmation.assertWhole();
        console.picture("dialog");
        confirmation.confirmByKey(run);
        assertThat(console.sent()).containsExactly(closing(run, day));
    }

    // ---- Common

    /** Quick enough to watch, and without figures that move while they are confirmed. */
    private static SandboxOptions fast(SandboxOptions options) {
        return options.withSpeed(300).withDrift(false);
    }

    private static List<String> dialogs() {
        return RealConfirmation.dialogs();
    }

    private boolean isFinished(RunRow run) {
        return console.app().wiring().services().store().find(run.key()).orElseThrow().isInStage(Known.FINISHED);
    }

    static String closing(RunRow run, LocalDate day) {
        return patch(run, op("billRunStatus", "CLOSED"), op("summaryStatus", "REPORTING"),
                op("invoiceDate", day.toString()));
    }

    static String patch(RunRow run, String... operations) {
        return "PATCH " + run.key().path() + " [" + String.join(",", operations) + "]";
    }

    static String op(String field, String value) {
        return "{\"op\":\"replace\",\"path\":\"/" + field + "\",\"value\":\"" + value + "\"}";
    }
}
