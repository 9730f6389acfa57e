package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.sandbox.api.Operation;
import org.billrunconsole.sandbox.faults.Fault;
import org.billrunconsole.sandbox.faults.FaultEffect;
import org.billrunconsole.testkit.Gallery;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.Sandboxes;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.ui.runlist.rows.RunRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** Runs are reviewed by customer before they are closed, on the sandbox, whose runs move only as the test says. */
@ShowsWindow
class ReviewJourneyTest {

    @RegisterExtension
    private final Sandboxes sandboxes = new Sandboxes();
    private final FxRobot robot = new FxRobot();
    private final Hands hands = new Hands(robot);
    @TempDir
    private Path folder;
    private ConsoleApp app;
    private Gallery gallery;

    @BeforeEach
    void open() throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        app = (ConsoleApp) FxToolkit.setupApplication(() -> Consoles.on(
                options -> sandboxes.watching(DialogsJourneyTest.still(options)), "--config-dir",
                folder.toString()));
        gallery = new Gallery(stage);
        hands.dismissWelcome();
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.cleanupApplication(app);
        FxToolkit.cleanupStages();
    }

    @Test
    void twoWrongCustomersInARightTotalAreFoundAndWhoIsNotBilledOrHasLeftIsNamed() {
        chooseOpen("Wholesale");
        review();
        assertThat(cells("why").subList(0, 2)).containsOnly("unexplained");
        assertThat(cells("difference").subList(0, 2)).as("one too much, one too little")
                .anySatisfy(text -> assertThat(text).startsWith("+"))
                .anySatisfy(text -> assertThat(text).startsWith("−"));
        assertThat(cells("why")).anySatisfy(why -> assertThat(why).startsWith("ceased "));
        gallery.take("review-1-wholesale");
        hands.press("#notBilledCard");
        Hands.until(() -> hands.says("#reviewListTitle").startsWith("Active in the period"));
        assertThat(cells("customer")).hasSize(1).doesNotContain("name not known");
        gallery.takeDesigned("review-2-not-billed");
        hands.press("#suspenseCard");
        gallery.takeDesigned("review-3-suspense");
        hands.push(KeyCode.ESCAPE);
        Hands.until(() -> hands.seen("#runsTable").isPresent() && hands.seen("#review").isEmpty());
    }

    @Test
    void whatSomebodyHasLookedAtIsVoidOnceSuspenseMovesAndTheDialogThatClosesSaysSo() {
        var run = chooseOpen("Wholesale");
        hands.ask("#actionPrimary");
        assertThat(hands.says("#reviewLineText")).startsWith("Not reviewed");
        hands.press("#confirmLook");
        Hands.until(() -> hands.seen("#unexplainedCard").isPresent());
        hands.press("#reviewLook");
        hands.type("#lookReason", "Agreed with both customers");
        hands.press("#lookGive");
        Hands.until(() -> hands.says("#lookedTitle").startsWith("Looked at by"));
        gallery.takeDesigned("review-4-looked");
        app.wiring().sandbox().otherOperator().setSuspense(run, 7, 2);
        hands.press("#reviewAgain");
        Hands.until(() -> hands.says("#lookedTitle").equals("“I have looked” is void"));
        assertThat(hands.says("#lookedText")).contains("usage in suspense 0 → 7");
        gallery.take("review-5-void");
        hands.press("#reviewCloseRun");
        Hands.until(() -> hands.seen("#reviewLineText").isPresent());
        assertThat(hands.says("#reviewLineText")).startsWith("Review: 2 unexplained").contains("is void");
        gallery.takeDesigned("review-6-close");
        hands.cancel();
    }

    @Test
    void aCallThatIsSwitchedOffIsNotCheckedAndTheRestIs() {
        app.wiring().sandbox().faults().order(Fault.of(new FaultEffect.ErrorStatus(403, FaultEffect.Moment.BEFORE))
                .on(Operation.GET_CUSTOMERS));
        chooseOpen("Wholesale");
        review();
        assertThat(Hands.see(() -> robot.lookup("#reviewChecked .warn").queryAllAs(Label.class).stream()
                .map(Label::getText).toList())).contains("not checked: this user may not list customers");
        assertThat(cells("why")).isNotEmpty();
        gallery.takeDesigned("review-7-not-checked");
    }

    @Test
    void inventory4711IsFoundInARunThatWasNotLoaded() {
        hands.goTo(RunKind.ADHOC);
        hands.type("#searchField", "4711");
        Hands.until(() -> hands.says("#itemAnswerText").startsWith("Item 4711 is billed by ad hoc run 512"));
        assertThat(hands.says("#itemAnswerText")).endsWith("in a run that was not loaded.");
        gallery.takeDesigned("review-8-item");
        hands.press("#itemOpen");
        Hands.until(() -> hands.says("#detailTitle").contains("512")
                || app.wiring().services().store().find(RunKey.adhoc(512)).filter(run -> run.label().equals(hands.says(
                        "#detailTitle"))).isPresent());
        assertThat(hands.isSeen("#itemAnswerText")).isFalse();
    }

    @Test
    void howAdhocInvoicesWerePaidIsReadAndWhatDeliveryIsNotKnownIsSaid() {
        hands.goTo(RunKind.ADHOC);
        hands.press("#status-finalized");
        hands.choose(RunKind.ADHOC, row -> row.run().stage().equals(Optional.of(Known.FINISHED)));
        hands.press("#readPayments");
        Hands.until(() -> hands.isSeen("#copyPayments"));
        assertThat(Hands.see(() -> robot.lookup("#payments .label").queryAllAs(Label.class).stream()
                .map(Label::getText).toList())).contains("Delivery is not reported by the API.")
                .anySatisfy(text -> assertThat(text).contains("exception"));
        gallery.takeDesigned("review-9-payments");
    }

    @Test
    void fullInvoicesOfDraftsThatAreNotTrueAnyMoreWantAnotherLook() {
        var run = hands.choose(RunKind.REGULAR, row -> DialogsJourneyTest.isReady(row, Known.DRAFT_INVOICES));
        app.wiring().sandbox().otherOperator().setRevenue(run, 99_000);
        hands.press("#refreshButton");
        Hands.until(() -> hands.says("#checksText").contains("look at the drafts again"));
        robot.clickOn("Details");
        Hands.until(() -> hands.isSeen(".cycle-table"));
        gallery.takeDesigned("review-11-cycle");
        hands.ask("#actionPrimary");
        Hands.until(() -> hands.isSeen("#confirmReason"));
        assertThat(hands.canConfirm()).as("before somebody has looked and says why").isFalse();
        assertThat(Hands.see(() -> robot.lookup("#warnings .label").queryAllAs(Label.class).stream()
                .map(Label::getText).toList())).anySatisfy(text -> assertThat(text).contains("Revenue was")
                        .contains("99,000"));
        gallery.takeDesigned("review-10-stale-drafts");
        hands.type("#confirmReason", "Looked at the drafts again");
        Hands.until(hands::canConfirm);
        hands.cancel();
        // Whoever has looked at the check itself says so once, and it holds nobody up until it says something else.
        robot.clickOn("Checks");
        hands.press(".check-look");
        hands.type("#checkList .text-field", "Revenue was corrected on purpose");
        hands.press("#checkList .button");
        Hands.until(() -> hands.says(".check-looked").contains("Revenue was corrected on purpose"));
        gallery.takeDesigned("review-12-check-looked");
        hands.ask("#actionPrimary");
        Hands.until(hands::canConfirm);
        assertThat(hands.isSeen("#confirmReason")).isFalse();
        hands.cancel();
    }

    private RunKey chooseOpen(String cycle) {
        return hands.choose(RunKind.REGULAR, row -> isOpenOf(row, cycle));
    }

    private static boolean isOpenOf(RunRow row, String cycle) {
        return DialogsJourneyTest.isOpen(row) && row.run().label().endsWith(cycle);
    }

    private void review() {
        hands.press("#actionReview");
        Hands.until(() -> hands.seen("#unexplainedCard").isPresent());
    }

    private List<String> cells(String column) {
        return Hands.see(() -> {
            TableView<?> table = Nodes.visible(robot, "#reviewTable", TableView.class);
            TableColumn<?, ?> wanted = table.getColumns().stream().filter(each -> each.getId().equals(column))
                    .findFirst().orElseThrow();
            return Stream.iterate(0, i -> i < table.getItems().size(), i -> i + 1)
                    .map(i -> String.valueOf(wanted.getCellData(i))).toList();
        });
    }
}
