package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.DateCell;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.domain.write.WireRequest;
import org.billrunconsole.sandbox.api.LoggedRequest;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.sandbox.faults.Fault;
import org.billrunconsole.sandbox.faults.FaultEffect;
import org.billrunconsole.sandbox.faults.FaultEffect.Moment;
import org.billrunconsole.testkit.Gallery;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.Pictures;
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

/** Every confirmation, opened and carried out by hand on a sandbox in which nothing else moves. */
@ShowsWindow
class DialogsJourneyTest {

    @RegisterExtension
    private final Sandboxes sandboxes = new Sandboxes();
    private final FxRobot robot = new FxRobot();
    private final Hands hands = new Hands(robot);
    @TempDir
    private Path folder;
    private ConsoleApp app;
    private Gallery gallery;

    /** So slow that it stands still. */
    static SandboxOptions still(SandboxOptions options) {
        return options.withSpeed(0.01).withDrift(false);
    }

    @BeforeEach
    void open() throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        app = (ConsoleApp) FxToolkit.setupApplication(() -> Consoles.on(
                options -> sandboxes.watching(still(options)), "--config-dir", folder.toString()));
        gallery = new Gallery(stage);
        hands.dismissWelcome();
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.cleanupApplication(app);
        FxToolkit.cleanupStages();
    }

    @Test
    void aRegularRunIsClosedWithAnotherInvoiceDate() {
        var run = hands.choose(RunKind.REGULAR, row -> isOpen(row) && isCloseable(row)
                && row.run().invoiceDate().filter(date -> date.getDayOfMonth() < 15).isPresent());
        hands.ask("#actionPrimary");
        gallery.take("dialog-close-regular");
        var day = date(run).withDayOfMonth(15);
        pickDate(day);
        gallery.take("dialog-close-regular-other-date");
        assertThat(hands.says("#request")).isEqualTo("PATCH /bill-runs/%d\n%s".formatted(run.id(),
                closing(day).replace("},{", "},\n {")));
        hands.confirm();
        assertThat(bodies(run)).containsExactly(closing(day));
        assertThat(writes()).extracting(LoggedRequest::contentType).containsOnly(WireRequest.JSON_PATCH);
        assertThat(app.wiring().sandbox().run(run).stage()).isEqualTo(Known.REPORTING);
    }

    @Test
    void anAdhocRunIsClosedWithANicknameThatIsCheckedWhileTyping() {
        hands.goTo(RunKind.ADHOC);
        var run = hands.choose(RunKind.ADHOC, DialogsJourneyTest::isOpen);
        hands.ask("#actionPrimary");
        gallery.take("dialog-close-adhoc");
        hands.type("#confirmDialog #nickname", "Rebill <2>");
        assertThat(hands.canConfirm()).isFalse();
        assertThat(hands.says("#problem")).startsWith("A nickname has 1 to 100 letters");
        gallery.take("dialog-close-adhoc-wrong-nickname");
        hands.type("#confirmDialog #nickname", "Rebill 2");
        hands.confirm();
        assertThat(bodies(run)).containsExactly("[{\"op\":\"replace\",\"path\":\"/summaryStatus\",\"value\":"
                + "\"REPORTING\"},{\"op\":\"replace\",\"path\":\"/nickname\",\"value\":\"Rebill 2\"}]");
    }

    @Test
    void aClosedRunIsReopened() {
        var run = hands.choose(RunKind.REGULAR, row -> isReady(row, Known.REPORTING));
        hands.ask("#actionReopen");
        gallery.takeDesigned("dialog-reopen");
        hands.confirm();
        assertThat(writes()).hasSize(1);
        assertThat(app.wiring().sandbox().run(run).status()).isEqualTo(RunStatus.Known.OPEN);
    }

    @Test
    void draftsAreConfirmedAgainWhenTheRunHasChangedMeanwhile() {
        var run = hands.choose(RunKind.REGULAR, row -> isReady(row, Known.REPORTING));
        hands.ask("#actionPrimary");
        gallery.takeDesigned("dialog-draft");
        app.wiring().sandbox().otherOperator().setSuspense(run, 7, 0);
        hands.press("#confirmButton");
        Hands.until(() -> hands.seen("#errorCard").isPresent());
        assertThat(hands.says("#error")).startsWith("The run has changed").contains("Usage suspense: 2 → 7");
        assertThat(writes()).isEmpty();
        gallery.takeDesigned("dialog-draft-changed-meanwhile");
        hands.confirm();
        assertThat(bodies(run)).containsExactly(stage("DRAFT_INVOICES"));
    }

    @Test
    void whatTheServerRefusesIsSaidAndMayBeTriedAgain() {
        var run = hands.choose(RunKind.REGULAR, row -> isReady(row, Known.REPORTING));
        app.wiring().sandbox().faults().order(
                Fault.of(new FaultEffect.ErrorStatus(422, Moment.BEFORE)).onWrites().once());
        hands.ask("#actionPrimary");
        hands.press("#confirmButton");
        Hands.until(() -> hands.seen("#errorCard").isPresent());
        assertThat(hands.says("#error")).contains("The run is as it was");
        gallery.takeDesigned("dialog-draft-refused-422");
        hands.confirm();
        assertThat(writes()).extracting(LoggedRequest::status).containsExactly(422, 200);
        assertThat(app.wiring().sandbox().run(run).stage()).isEqualTo(Known.DRAFT_INVOICES);
    }

    @Test
    void aUserWithoutThePermissionLearnsIt() {
        hands.choose(RunKind.REGULAR, row -> isReady(row, Known.REPORTING));
        app.wiring().sandbox().faults().order(
                Fault.of(new FaultEffect.ErrorStatus(403, Moment.BEFORE)).onWrites().once());
        hands.ask("#actionPrimary");
        hands.press("#confirmButton");
        Hands.until(() -> hands.seen("#errorCard").isPresent());
        assertThat(hands.canConfirm()).as("what this user may not do").isFalse();
        gallery.takeDesigned("dialog-draft-refused-403");
        hands.cancel();
        Hands.until(() -> hands.seen("#actionPrimary").filter(Node::isDisabled).isPresent());
        assertThat(hands.says("#actionReason")).contains("has refused this step to this user (403)");
        gallery.takeDesigned("dialog-after-403");
        assertThat(writes()).extracting(LoggedRequest::status).containsExactly(403);
    }

    @Test
    void fullInvoicesAreGenerated() {
        var run = hands.choose(RunKind.REGULAR, row -> isReady(row, Known.DRAFT_INVOICES));
        hands.ask("#actionPrimary");
        gallery.takeDesigned("dialog-full");
        hands.confirm();
        assertThat(bodies(run)).containsExactly(stage("FULL_INVOICES"));
    }

    @Test
    void distributionWaitsForTheNameAndAReasonAndNeverTakesEnter() {
        var run = hands.choose(RunKind.REGULAR, row -> isReady(row, Known.FULL_INVOICES));
        var name = hands.says("#detailTitle");
        hands.ask("#actionPrimary");
        gallery.take("dialog-distribute");
        hands.type("#confirmName", name);
        assertThat(hands.canConfirm()).as("without a reason").isFalse();
        hands.type("#confirmName", name.substring(0, name.length() - 3));
        hands.type("#confirmReason", "Agreed with finance");
        assertThat(hands.canConfirm()).as("with half the name").isFalse();
        gallery.take("dialog-distribute-half-the-name");
        hands.type("#confirmName", name);
        assertThat(hands.canConfirm()).isTrue();
        hands.push(KeyCode.ENTER);
        hands.push(KeyCode.TAB);
        hands.push(KeyCode.ENTER);
        hands.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(hands.seen("#confirmDialog")).isPresent();
        assertThat(writes()).isEmpty();
        gallery.take("dialog-distribute-ready");
        hands.confirm();
        assertThat(bodies(run)).containsExactly(stage("DISTRIBUTION"));
        assertThat(app.wiring().services().activityLog().latest(Activity.Write.class::isInstance, 5)).singleElement()
                .isInstanceOfSatisfying(Activity.Write.class,
                        write -> assertThat(write.reason()).isEqualTo("Agreed with finance"));
    }

    @Test
    void theInvoiceDateIsChanged() {
        var run = hands.choose(RunKind.REGULAR, DialogsJourneyTest::isOpen);
        hands.ask("#actionInvoiceDate");
        assertThat(hands.canConfirm()).as("with the present date").isFalse();
        gallery.takeDesigned("dialog-invoice-date");
        var day = date(run).plusDays(1);
        typeDate(day);
        gallery.takeDesigned("dialog-invoice-date-chosen");
        hands.confirm();
        assertThat(bodies(run)).containsExactly(
                "[{\"op\":\"replace\",\"path\":\"/invoiceDate\",\"value\":\"%s\"}]".formatted(day));
    }

    @Test
    void theNicknameIsChanged() {
        hands.goTo(RunKind.ADHOC);
        var run = hands.choose(RunKind.ADHOC, row -> isOpen(row) && nickname(row).isPresent());
        hands.ask("#actionNickname");
        assertThat(hands.canConfirm()).as("with the present nickname").isFalse();
        hands.type("#confirmDialog #nickname", "");
        assertThat(hands.canConfirm()).as("without any").isFalse();
        hands.type("#confirmDialog #nickname", "Credit rebill Q4");
        gallery.takeDesigned("dialog-nickname");
        hands.push(KeyCode.ENTER);
        hands.untilClosed();
        assertThat(bodies(run)).containsExactly(
                "[{\"op\":\"replace\",\"path\":\"/nickname\",\"value\":\"Credit rebill Q4\"}]");
    }

    @Test
    void theScheduleIsMovedToDatesThatAreShownBefore() {
        var run = hands.choose(RunKind.REGULAR, DialogsJourneyTest::isOpen);
        hands.askInMenu("#actionAdjustSchedule");
        assertThat(hands.canConfirm()).as("by no period").isFalse();
        gallery.takeDesigned("dialog-schedule");
        robot.clickOn(Hands.see(() -> Nodes.visible(robot, "#periods", Spinner.class)));
        hands.push(KeyCode.UP);
        assertThat(hands.says("#newPeriod")).startsWith("New period: ");
        assertThat(hands.says("#request")).isEqualTo("POST /adjust-bill-run-schedule/" + run.id() + "?periods=1");
        gallery.takeDesigned("dialog-schedule-chosen");
        hands.confirm();
        assertThat(writes()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).endsWith("/adjust-bill-run-schedule/" + run.id() + "?periods=1");
            assertThat(request.body()).isEmpty();
        });
    }

    /** Clicks on a day of the month that the calendar shows. */
    private void pickDate(LocalDate day) {
        hands.press("#invoiceDate .arrow-button");
        Predicate<Node> wanted = node -> node instanceof DateCell cell && day.equals(cell.getItem())
                && Nodes.isSeen(cell);
        Hands.until(() -> robot.lookup(".day-cell").match(wanted).tryQuery().isPresent());
        var cell = robot.lookup(".day-cell").match(wanted).query();
        Hands.see(() -> {
            Pictures.take(cell.getScene(), "dialog-close-regular-calendar");
            return cell;
        });
        robot.clickOn(cell);
        Hands.until(() -> robot.lookup(".day-cell").match(wanted).tryQuery().isEmpty());
    }

    private void typeDate(LocalDate day) {
        var field = hands.seen("#invoiceDate").map(node -> node.lookup(".text-field")).orElseThrow();
        robot.clickOn(field);
        hands.push(KeyCode.CONTROL, KeyCode.A);
        robot.write(DateTimeFormatter.ofPattern("d MMM uuuu", Locale.getDefault()).format(day), 0);
        hands.push(KeyCode.TAB);
    }

    private static String closing(LocalDate day) {
        return "[{\"op\":\"replace\",\"path\":\"/billRunStatus\",\"value\":\"CLOSED\"},"
                + "{\"op\":\"replace\",\"path\":\"/summaryStatus\",\"value\":\"REPORTING\"},"
                + "{\"op\":\"replace\",\"path\":\"/invoiceDate\",\"value\":\"" + day + "\"}]";
    }

    private static String stage(String stage) {
        return "[{\"op\":\"replace\",\"path\":\"/summaryStatus\",\"value\":\"" + stage + "\"}]";
    }

    private LocalDate date(RunKey run) {
        return app.wiring().services().store().find(run).flatMap(found -> found.invoiceDate()).orElseThrow();
    }

    private static Optional<String> nickname(RunRow row) {
        return row.run() instanceof AdhocBillRun adhoc ? adhoc.nickname() : Optional.empty();
    }

    static boolean isOpen(RunRow row) {
        return row.run().hasStatus(RunStatus.Known.OPEN) && row.run().isInStage(Known.PROPERTIES);
    }

    static boolean isReady(RunRow row, Known stage) {
        return row.run().isInStage(stage) && row.run().percentage().orElse(0) == 100;
    }

    /** Within the window in which the sandbox lets a run be closed, by the cycle's own days. */
    private boolean isCloseable(RunRow row) {
        var today = LocalDate.now();
        Predicate<LocalDate> within = end -> app.wiring().services().referenceData().cycleOf(row.run())
                .filter(cycle -> !today.isBefore(cycle.closeableFrom(end))
                        && !today.isAfter(cycle.closeableUntil(end)))
                .isPresent();
        return row.run() instanceof BillRun regular && regular.periodEnd().filter(within).isPresent();
    }

    private List<LoggedRequest> writes() {
        return app.wiring().sandbox().log().writes();
    }

    private List<String> bodies(RunKey run) {
        return writes().stream().filter(each -> each.path().endsWith(run.path())).map(LoggedRequest::body).toList();
    }
}
