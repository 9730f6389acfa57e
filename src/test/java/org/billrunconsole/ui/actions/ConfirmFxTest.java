package org.billrunconsole.ui.actions;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ModalPane;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Connection;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.FieldChange;
import org.billrunconsole.domain.write.WireRequest;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.runs.Freshness;
import org.billrunconsole.runs.write.WriteResult;
import org.billrunconsole.testkit.DialogSizes;
import org.billrunconsole.testkit.Frames;
import org.billrunconsole.testkit.HeldTasks;
import org.billrunconsole.testkit.InlineTasks;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.Pictures;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.testkit.StubApi;
import org.billrunconsole.testkit.TestServices;
import org.billrunconsole.testkit.Typing;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.ui.kit.Theme;
import org.billrunconsole.ui.kit.dialog.ModalCard;
import org.billrunconsole.work.TaskRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class ConfirmFxTest {

    private static final BillRun READY = SampleRuns.regular(7, RunStatus.Known.CLOSED,
            org.billrunconsole.domain.Stage.Known.FULL_INVOICES, OptionalInt.of(100));

    /** What it is, what it does and whether it can be undone, what is sent, and the way on and out. */
    private static final String[] IN_VIEW = {"title", "lead", "request", "cancelButton", "confirmButton"};

    private static final Run REPORTS_READY = SampleRuns.regular(7, RunStatus.Known.CLOSED,
            org.billrunconsole.domain.Stage.Known.REPORTING, OptionalInt.of(100));

    private static final Run DRAFTS_READY = SampleRuns.regular(7, RunStatus.Known.CLOSED,
            org.billrunconsole.domain.Stage.Known.DRAFT_INVOICES, OptionalInt.of(100));

    private final StubApi api = new StubApi();
    private final List<Command> sent = new ArrayList<>();
    private final List<WireRequest> requests = new ArrayList<>();
    private final List<WriteResult> over = new ArrayList<>();
    private TaskRunner tasks = new InlineTasks();
    private WriteResult answer = new WriteResult.Done(READY);
    @RegisterExtension
    private final TestServices services = TestServices.of(api, new ManualTime(),
            (command, _) -> new WireRequest(command.run(), "PATCH", command.run().path(), WireRequest.JSON_PATCH,
                    "[{\"op\":\"replace\",\"path\":\"/summaryStatus\",\"value\":\"DISTRIBUTION\"}]"),
            write -> {
                sent.add(write.command());
                requests.add(write.request());
                return answer;
            });
    private ModalPane modal;
    private Scene scene;
    private ConfirmViewModel model;

    @Start
    void start(Stage stage) {
        Theme.loadFonts();
        modal = new ModalPane();
        scene = new Scene(new StackPane(modal), 1000, 680);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    private void open(FxRobot robot, Action action, Run run) {
        open(robot, action, run, 0);
    }

    private void open(FxRobot robot, Action action, Run run, int coolingSeconds) {
        openOn(robot, ConnectionKind.PRODUCTION, action, run, coolingSeconds);
    }

    private final List<Long> looked = new ArrayList<>();
    private ReviewPort.Line reviewLine = new ReviewPort.Line("Not reviewed", true);
    private final ReviewPort reviews = new ReviewPort() {
        @Override
        public Line line(BillRun run) {
            return reviewLine;
        }

        @Override
        public void look(BillRun run) {
            looked.add(run.id());
        }
    };

    private void openOn(FxRobot robot, ConnectionKind kind, Action action, Run run) {
        openOn(robot, kind, action, run, 0);
    }

    private void openOn(FxRobot robot, ConnectionKind kind, Action action, Run run, int coolingSeconds) {
        var messages = new Messages(Locale.UK);
        var formats = new Formats(Locale.UK, ZoneId.of("Europe/London"));
        model = services.confirmation(action, run,
                new Connection("Elevate EU", kind, URI.create("https://rest.example.com/v1")),
                tasks, coolingSeconds, over::add);
        robot.interact(() -> new ConfirmDialog(new Fxml(messages.bundle()), messages, formats,
                new Sentences(messages, formats), services.referenceData(), reviews).show(model, modal));
    }

    /** With the keyboard, to which the body scrolls. */
    private void into(FxRobot robot, String field, String text) {
        robot.interact(() -> robot.lookup(field).queryAs(TextField.class).requestFocus());
        Typing.write(robot, scene, text);
    }

    private Button confirm(FxRobot robot) {
        return robot.lookup("#confirmButton").queryButton();
    }

    @Test
    void distributionNeedsTheNameTypedAndAClick(FxRobot robot) {
        open(robot, Action.DISTRIBUTE, READY);
        robot.interact(() -> Pictures.take(scene, "confirm-distribute"));
        assertThat(confirm(robot).isDisabled()).isTrue();
        into(robot, "#confirmName", "Nov 2026 Business");
        assertThat(confirm(robot).isDisabled()).isTrue();
        into(robot, "#confirmReason", "Agreed with finance");
        assertThat(confirm(robot).isDisabled()).isFalse();
        robot.type(KeyCode.ENTER);
        assertThat(sent).isEmpty();
        var shown = model.requestProperty().get().orElseThrow();
        robot.clickOn(confirm(robot));
        assertThat(sent).containsExactly(new Command.Distribute(READY.key()));
        assertThat(requests).singleElement().as("the request that was shown").isSameAs(shown);
        assertThat(model.stateProperty().get()).isEqualTo(ConfirmViewModel.State.CLOSED);
        assertThat(over).hasSize(1);
    }

    @Test
    void aRefusalStaysInTheDialogWithTheServersWords(FxRobot robot) {
        answer = new WriteResult.Refused(new Failure.Rejected(StubApi.exchange(),
                new Failure.ServerWords(Optional.of("Bad Request"),
                        Optional.of("The bill run is not closed"))));
        open(robot, Action.FULL_INVOICES, DRAFTS_READY);
        robot.clickOn(confirm(robot));
        robot.interact(() -> Pictures.take(scene, "confirm-refused"));
        assertThat(robot.lookup("#error").queryLabeled().getText()).contains("The bill run is not closed");
        assertThat(model.stateProperty().get()).isEqualTo(ConfirmViewModel.State.ANSWERED);
        assertThat(over).isEmpty();
    }

    @Test
    void aRunThatChangedMeanwhileHasToBeConfirmedAgain(FxRobot robot) {
        answer = new WriteResult.ChangedMeanwhile(READY,
                List.of(new FieldChange("usageSuspenseCount", "0", "1204")));
        open(robot, Action.DISTRIBUTE, READY);
        into(robot, "#confirmReason", "Agreed with finance");
        into(robot, "#confirmName", "Nov 2026 Business");
        robot.clickOn(confirm(robot));
        robot.interact(() -> Pictures.take(scene, "confirm-changed"));
        assertThat(robot.lookup("#error").queryLabeled().getText()).contains("Usage suspense: 0 → 1,204");
        assertThat(robot.lookup("#confirmName").queryAs(TextField.class).getText()).isEmpty();
        assertThat(confirm(robot).isDisabled()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"TEST, invoiceDate", "PRODUCTION, cancelButton"})
    void whatWasStoppedBeginsWhereItHadBegun(ConnectionKind kind, String first, FxRobot robot) {
        var held = new HeldTasks();
        tasks = held;
        answer = new WriteResult.ChangedMeanwhile(SampleRuns.openRun(7),
                List.of(new FieldChange("usageSuspenseCount", "0", "1204")));
        openOn(robot, kind, Action.CLOSE, SampleRuns.openRun(7));
        robot.interact(() -> {
            model.reasonProperty().set("Agreed with finance");
            model.invoiceDateProperty().set(Optional.of(LocalDate.of(2026, 12, 2)));
            confirm(robot).requestFocus();
            confirm(robot).fire();
        });
        Frames.settle(scene);
        assertThat(focused(robot)).as("while it is sent").isNotIn("confirmButton", first);
        robot.interact(held::release);
        Frames.settle(scene);
        assertThat(model.stateProperty().get()).isEqualTo(ConfirmViewModel.State.ANSWERED);
        assertThat(focused(robot)).isEqualTo(first);
        assertThat(Nodes.isWhole(robot.lookup("#error").query())).as("what has happened is in view").isTrue();
    }

    @Test
    void aStepThatSomebodyElseHasTakenMeanwhileCannotBeConfirmedAgain(FxRobot robot) {
        answer = new WriteResult.ChangedMeanwhile(READY,
                List.of(new FieldChange("summaryStatus", "DRAFT_INVOICES", "FULL_INVOICES")));
        open(robot, Action.FULL_INVOICES, DRAFTS_READY);
        robot.clickOn(confirm(robot));
        assertThat(robot.lookup("#error").queryLabeled().getText()).contains("Stage: Draft invoices → Full invoices");
        assertThat(confirm(robot).isDisabled()).isTrue();
        assertThat(robot.lookup("#problem").queryLabeled().getText())
                .isEqualTo("Full invoices: this run is past that (Full invoices).");
    }

    @Test
    void enterSendsTheDateThatIsTyped(FxRobot robot) {
        openOn(robot, ConnectionKind.TEST, Action.CLOSE, SampleRuns.openRun(7));
        robot.push(KeyCode.CONTROL, KeyCode.A);
        Typing.write(robot, scene, "15 Dec 2026");
        robot.push(KeyCode.ENTER);
        assertThat(sent).containsExactly(
                new Command.Close(new RunKey(RunKind.REGULAR, 7), Optional.of(LocalDate.of(2026, 12, 15)),
                        Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"31 Feb 2026, no such day", "31 Nov 2026, no such day", "5-12-2026, two different days",
            "soon, not a date", "1 Dec 1926, 2000 to 2099"})
    void aDateThatCannotBeTakenIsRefusedAndStaysAsItWasTyped(String typed, String said, FxRobot robot) {
        openOn(robot, ConnectionKind.TEST, Action.CHANGE_INVOICE_DATE, SampleRuns.openRun(7));
        var editor = robot.lookup("#invoiceDate").queryAs(DatePicker.class).getEditor();
        robot.push(KeyCode.CONTROL, KeyCode.A);
        Typing.write(robot, scene, typed);
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.TAB);
        assertThat(robot.lookup("#problem").queryLabeled().getText()).contains(said);
        assertThat(robot.lookup("#request").queryLabeled().getText()).isEqualTo("Nothing yet");
        assertThat(confirm(robot).isDisabled()).isTrue();
        assertThat(sent).isEmpty();
        assertThat(editor.getText()).isEqualTo(typed);
    }

    @Test
    void aDateFarFromThePeriodNeedsAReason(FxRobot robot) {
        openOn(robot, ConnectionKind.TEST, Action.CHANGE_INVOICE_DATE, SampleRuns.openRun(7));
        robot.push(KeyCode.CONTROL, KeyCode.A);
        Typing.write(robot, scene, "15 Dec 2036");
        assertThat(robot.lookup("#problem").queryLabeled().getText()).contains("reason");
        robot.push(KeyCode.ENTER);
        assertThat(sent).isEmpty();
        robot.push(KeyCode.TAB);
        Typing.write(robot, scene, "Agreed with finance");
        robot.push(KeyCode.ENTER);
        assertThat(sent).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"13", "-13", "1.5", "two", "''"})
    void periodsThatAreNoneAreRefusedAndNeverMovedIntoTheRange(String typed, FxRobot robot) {
        openOn(robot, ConnectionKind.TEST, Action.ADJUST_SCHEDULE, SampleRuns.openRun(7));
        robot.push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.DELETE);
        Typing.write(robot, scene, typed);
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.TAB);
        assertThat(robot.lookup("#problem").queryLabeled().getText()).contains("from -12 to 12");
        assertThat(robot.lookup("#periods").queryAs(Spinner.class).getEditor().getText()).isEqualTo(typed);
        assertThat(confirm(robot).isDisabled()).isTrue();
        assertThat(sent).isEmpty();
    }

    @Test
    void periodsThatAreTypedAreSentByEnter(FxRobot robot) {
        openOn(robot, ConnectionKind.TEST, Action.ADJUST_SCHEDULE, SampleRuns.openRun(7));
        robot.push(KeyCode.CONTROL, KeyCode.A);
        Typing.write(robot, scene, "-2");
        robot.push(KeyCode.ENTER);
        assertThat(sent).containsExactly(new Command.AdjustSchedule(new RunKey(RunKind.REGULAR, 7), -2));
    }

    @ParameterizedTest
    @CsvSource({"PRODUCTION, CLOSE", "PRODUCTION, CHANGE_INVOICE_DATE", "PRODUCTION, ADJUST_SCHEDULE",
            "SANDBOX, FULL_INVOICES", "SANDBOX, DISTRIBUTE", "TEST, FULL_INVOICES"})
    void whatIsGraveBeginsOnCancelAndEnterNeverConfirmsIt(ConnectionKind kind, Action action, FxRobot robot) {
        openOn(robot, kind, action, switch (action) {
            case FULL_INVOICES -> DRAFTS_READY;
            case DISTRIBUTE -> READY;
            default -> SampleRuns.openRun(7);
        });
        assertThat(focused(robot)).isEqualTo("cancelButton");
        assertThat(confirm(robot).isDefaultButton()).isFalse();
        robot.interact(() -> {
            model.reasonProperty().set("Agreed with finance");
            model.typedNameProperty().set("Nov 2026 Business");
            model.invoiceDateProperty().set(Optional.of(LocalDate.of(2026, 12, 2)));
            model.periodsProperty().set(1);
            confirm(robot).requestFocus();
        });
        assertThat(focused(robot)).isEqualTo("confirmButton");
        robot.push(KeyCode.ENTER);
        robot.interact(() -> robot.lookup("#cancelButton").query().requestFocus());
        robot.push(KeyCode.ALT, letter(robot, "confirmButton"));
        assertThat(focused(robot)).as("its letter leads to it and no further").isEqualTo("confirmButton");
        assertThat(sent).isEmpty();
        robot.push(KeyCode.SPACE);
        assertThat(sent).hasSize(1);
    }

    @Test
    void aLetterConfirmsWhatEnterConfirmsAndCancels(FxRobot robot) {
        openOn(robot, ConnectionKind.SANDBOX, Action.CLOSE, SampleRuns.openRun(7));
        assertThat(letter(robot, "cancelButton")).isEqualTo(KeyCode.C);
        robot.push(KeyCode.ALT, KeyCode.C);
        assertThat(sent).isEmpty();
        assertThat(model.stateProperty().get()).isEqualTo(ConfirmViewModel.State.CLOSED);
        openOn(robot, ConnectionKind.SANDBOX, Action.CLOSE, SampleRuns.openRun(7));
        robot.push(KeyCode.ALT, letter(robot, "confirmButton"));
        assertThat(sent).hasSize(1);
    }

    @Test
    void theLetterOfWhatIsHeldBackCancelsItAndThatOfWhatIsDisabledLeadsToWhatIsMissing(FxRobot robot) {
        open(robot, Action.DISTRIBUTE, READY, 5);
        robot.press(KeyCode.ALT);
        robot.interact(() -> Pictures.take(scene, "confirm-letters"));
        robot.release(KeyCode.ALT);
        robot.push(KeyCode.ALT, letter(robot, "confirmButton"));
        assertThat(focused(robot)).isEqualTo("problem");
        robot.interact(() -> Pictures.take(scene, "confirm-letters-missing"));
        into(robot, "#confirmName", "Nov 2026 Business");
        into(robot, "#confirmReason", "Agreed with finance");
        robot.clickOn(confirm(robot));
        assertThat(model.stateProperty().get()).isEqualTo(ConfirmViewModel.State.COOLING);
        robot.push(KeyCode.ALT, KeyCode.C);
        assertThat(model.stateProperty().get()).isNotEqualTo(ConfirmViewModel.State.COOLING);
        assertThat(sent).isEmpty();
    }

    /** As a screen reader says it. */
    private static KeyCode letter(FxRobot robot, String button) {
        var help = robot.lookup("#" + button).query().getAccessibleHelp();
        assertThat(help).startsWith("Alt ");
        return KeyCode.valueOf(help.substring(help.length() - 1));
    }

    @Test
    void theFirstFieldHasTheKeyboardOrTheButtonThatEnterPresses(FxRobot robot) {
        openOn(robot, ConnectionKind.SANDBOX, Action.CLOSE, SampleRuns.openRun(7));
        assertThat(focused(robot)).isEqualTo("invoiceDate");
        robot.push(KeyCode.ESCAPE);
        openOn(robot, ConnectionKind.SANDBOX, Action.DRAFT_INVOICES, REPORTS_READY);
        assertThat(focused(robot)).isEqualTo("confirmButton");
    }

    @Test
    void theRequestAndTheButtonsAreAlwaysInViewTogether(FxRobot robot) {
        open(robot, Action.DISTRIBUTE, READY);
        DialogSizes.look(scene, "size-distribute", IN_VIEW);
        robot.push(KeyCode.ESCAPE);
        openOn(robot, ConnectionKind.TEST, Action.CLOSE, SampleRuns.openRun(7));
        robot.push(KeyCode.CONTROL, KeyCode.A);
        Typing.write(robot, scene, "15 Dec 2026");
        DialogSizes.look(scene, "size-close", IN_VIEW);
        robot.push(KeyCode.ESCAPE);
        openOn(robot, ConnectionKind.TEST, Action.CHANGE_NICKNAME, SampleRuns.adhoc(1, RunStatus.Known.CLOSED,
                org.billrunconsole.domain.Stage.Known.FULL_INVOICES, OptionalInt.of(41)));
        robot.interact(() -> model.nicknameProperty().set("Credit and rebill ".repeat(5).strip()));
        DialogSizes.look(scene, "size-nickname", IN_VIEW);
    }

    @ParameterizedTest
    @CsvSource({"PRODUCTION, FULL_INVOICES", "TEST, DRAFT_INVOICES", "TEST, REOPEN", "PRODUCTION, CHANGE_INVOICE_DATE",
            "TEST, ADJUST_SCHEDULE"})
    void everyStepFitsIntoEveryWindow(ConnectionKind kind, Action action, FxRobot robot) {
        openOn(robot, kind, action, switch (action) {
            case FULL_INVOICES -> DRAFTS_READY;
            case DRAFT_INVOICES, REOPEN -> REPORTS_READY;
            default -> SampleRuns.openRun(7);
        });
        DialogSizes.look(scene, "size-" + action.name().toLowerCase(Locale.ROOT).replace('_', '-'), IN_VIEW);
    }

    @Test
    void closingAnAdhocRunFitsIntoEveryWindow(FxRobot robot) {
        openOn(robot, ConnectionKind.TEST, Action.CLOSE, SampleRuns.adhoc(1, RunStatus.Known.OPEN,
                org.billrunconsole.domain.Stage.Known.PROPERTIES, OptionalInt.empty()));
        DialogSizes.look(scene, "size-close-adhoc", IN_VIEW);
    }

    @Test
    void aDistributionThatIsHeldBackFitsIntoEveryWindow(FxRobot robot) {
        robot.interact(() -> services.contextProvider().readFreshnessFrom(() -> new Freshness.Live(Instant.EPOCH)));
        open(robot, Action.DISTRIBUTE, READY, 60);
        robot.interact(() -> {
            model.reasonProperty().set("Agreed with finance");
            model.typedNameProperty().set("Nov 2026 Business");
            model.confirm();
        });
        assertThat(model.stateProperty().get()).isEqualTo(ConfirmViewModel.State.COOLING);
        DialogSizes.look(scene, "size-cooling", IN_VIEW);
    }

    @Test
    void aRefusalFitsIntoEveryWindow(FxRobot robot) {
        answer = new WriteResult.Refused(new Failure.Rejected(StubApi.exchange(),
                new Failure.ServerWords(Optional.of("Bad Request"),
                        Optional.of("The bill run is not closed"))));
        open(robot, Action.FULL_INVOICES, DRAFTS_READY);
        robot.interact(confirm(robot)::fire);
        DialogSizes.look(scene, "size-refused", "title", "lead", "error", "request", "cancelButton", "confirmButton");
    }

    private String focused(FxRobot robot) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> scene.getFocusOwner().getId());
    }

    @Test
    void escapeCancelsAndSendsNothing(FxRobot robot) {
        open(robot, Action.CLOSE, SampleRuns.openRun(7));
        robot.interact(() -> Pictures.take(scene, "confirm-close"));
        robot.type(KeyCode.ESCAPE);
        assertThat(sent).isEmpty();
        assertThat(model.stateProperty().get()).isEqualTo(ConfirmViewModel.State.CLOSED);
    }

    @Test
    void aDistributionThatIsHeldBackStopsUnderAnotherCard(FxRobot robot) {
        robot.interact(() -> services.contextProvider().readFreshnessFrom(() -> new Freshness.Live(Instant.EPOCH)));
        open(robot, Action.DISTRIBUTE, READY, 60);
        into(robot, "#confirmReason", "Agreed with finance");
        into(robot, "#confirmName", "Nov 2026 Business");
        robot.clickOn(confirm(robot));
        assertThat(model.stateProperty().get()).isEqualTo(ConfirmViewModel.State.COOLING);
        robot.interact(() -> {
            var signIn = new StackPane();
            ModalCard.showOver(signIn, modal, () -> signIn);
        });
        assertThat(model.stateProperty().get()).isEqualTo(ConfirmViewModel.State.OPEN);
        assertThat(sent).isEmpty();
    }

    @Test
    void aRunWithoutANameIsConfirmedByItsNumber(FxRobot robot) {
        open(robot, Action.DISTRIBUTE, SampleRuns.named(READY, "\u00A0"));
        assertThat(robot.lookup("#title").queryLabeled().getText()).contains("#7");
        into(robot, "#confirmReason", "Agreed with finance");
        assertThat(robot.lookup("#problem").queryLabeled().getText()).contains("number");
        assertThat(confirm(robot).isDisabled()).isTrue();
        into(robot, "#confirmName", "7");
        robot.interact(() -> Pictures.take(scene, "confirm-by-number"));
        assertThat(confirm(robot).isDisabled()).isFalse();
    }

    @Test
    void theDialogThatClosesARunSaysWhatIsKnownOfItsReviewAndLeadsThere(FxRobot robot) {
        openOn(robot, ConnectionKind.TEST, Action.CLOSE, SampleRuns.openRun(7));
        assertThat(robot.lookup("#reviewLineText").queryAs(Label.class).getText()).isEqualTo("Not reviewed");
        robot.interact(() -> robot.lookup("#confirmLook").queryAs(Hyperlink.class).fire());
        assertThat(looked).containsExactly(7L);
        assertThat(model.stateProperty().get()).isEqualTo(ConfirmViewModel.State.CLOSED);
    }
}
