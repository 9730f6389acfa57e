package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.sandbox.api.Operation;
import org.billrunconsole.sandbox.faults.Fault;
import org.billrunconsole.sandbox.faults.FaultEffect;
import org.billrunconsole.sandbox.faults.FaultEffect.Moment;
import org.billrunconsole.testkit.Gallery;
import org.billrunconsole.testkit.Sandboxes;
import org.billrunconsole.testkit.ShowsWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** A step is sent and no answer says what came of it: the operator sees that it is found out, and then what it was. */
@ShowsWindow
class UnansweredJourneyTest {

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
        app.wiring().sandbox().faults().lift();
        FxToolkit.cleanupApplication(app);
        FxToolkit.cleanupStages();
    }

    @Test
    void anUnansweredStepIsLockedSaidToBeFoundOutAndThenToldOf() {
        var faults = app.wiring().sandbox().faults();
        var run = hands.choose(RunKind.REGULAR, row -> DialogsJourneyTest.isReady(row, Known.REPORTING));
        faults.order(Fault.of(new FaultEffect.Hold(Moment.AFTER)).onWrites().once());
        faults.order(Fault.of(new FaultEffect.Drop(Moment.AFTER)).onWrites().once());
        hands.ask("#actionPrimary");
        hands.press("#confirmButton");
        Hands.until(() -> faults.held() == 1);
        // The readings that would say what came of it are held up as well.
        faults.order(Fault.of(new FaultEffect.Hold(Moment.BEFORE)).on(Operation.GET_BILL_RUN));
        faults.releaseHeld();
        hands.untilClosed();
        Hands.until(() -> hands.seen("#outcomeCard").isPresent());
        assertThat(hands.says("#outcomeTitle")).isEqualTo("Draft invoices: outcome unknown");
        assertThat(hands.says("#outcomeText")).contains("until then the run is locked")
                .contains("Do not make this change again");
        assertThat(hands.seen("#outcomePutAway")).as("nothing to put away yet").isEmpty();
        Hands.until(() -> hands.seen("#actionPrimary").filter(Node::isDisabled).isPresent());
        gallery.takeDesigned("unanswered-1-open");

        hands.choose(RunKind.REGULAR, row -> !row.key().equals(run));
        Hands.until(() -> hands.seen("#outcomeCard").isEmpty());
        hands.choose(RunKind.REGULAR, row -> row.key().equals(run));
        Hands.until(() -> hands.seen("#outcomeCard").isPresent());

        faults.lift();
        Hands.until(() -> hands.says("#outcomeTitle").equals("Draft invoices: Applied"));
        Hands.until(() -> robot.lookup(".notice-title").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().endsWith("Draft invoices: Applied")));
        gallery.takeDesigned("unanswered-2-applied");
        Hands.until(() -> told(run).isPresent());
        assertThat(told(run).orElseThrow()).containsEntry("action", Action.DRAFT_INVOICES.name())
                .containsEntry("finding", Finding.APPLIED.name());
        hands.press("#outcomePutAway");
        Hands.until(() -> hands.seen("#outcomeCard").isEmpty());
        assertThat(app.wiring().sandbox().log().writes()).as("sent once").hasSize(1);
    }

    @Test
    void aRefusalThatTheRunContradictsIsSaidNotToBeTellable() {
        hands.choose(RunKind.REGULAR, row -> DialogsJourneyTest.isReady(row, Known.REPORTING));
        app.wiring().sandbox().faults().order(
                Fault.of(new FaultEffect.ErrorStatus(400, Moment.AFTER)).onWrites().once());
        hands.ask("#actionPrimary");
        hands.confirm();
        Hands.until(() -> hands.says("#outcomeTitle").equals("Draft invoices: Cannot be told"));
        assertThat(hands.says("#outcomeText")).contains("before you go on");
        gallery.takeDesigned("unanswered-3-cannot-be-told");
    }

    /** What the journal keeps of having told the operator. */
    private Optional<Map<String, String>> told(RunKey run) {
        return app.wiring()
                .services()
                .activityLog()
                .latest(Activity.Note.class::isInstance, 100)
                .stream()
                .map(Activity.Note.class::cast)
                .filter(note -> note.kind().equals("outcome-found") && note.run().equals(Optional.of(run)))
                .map(Activity.Note::details)
                .findFirst();
    }
}
