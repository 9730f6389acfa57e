package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.stage.Stage;
import org.billrunconsole.app.PlatformServices;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.sandbox.faults.Fault;
import org.billrunconsole.sandbox.faults.FaultEffect;
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

/** The server refuses the user one step (403): only that step is locked, and a person can have it tried again. */
@ShowsWindow
class RefusedStepJourneyTest {

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
        app = (ConsoleApp) FxToolkit.setupApplication(() -> new ConsoleApp(PlatformServices.real()
                .withSandbox(options -> sandboxes.watching(DialogsJourneyTest.still(options))), "--config-dir",
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
    void aRefusedStepIsLockedAloneAndOfferedAgainOnRequest() throws Exception {
        var run = hands.choose(RunKind.REGULAR, row -> DialogsJourneyTest.isReady(row, Known.DRAFT_INVOICES));
        app.wiring().sandbox().faults().order(Fault.of(new FaultEffect.ErrorStatus(403, FaultEffect.Moment.BEFORE))
                .onWrites()
                .once());
        hands.ask("#actionPrimary");
        hands.press("#confirmButton");
        Hands.until(() -> hands.seen("#cancelButton").isPresent() && hands.seen("#actionTryAgain").isPresent());
        gallery.take("refused-1-in-the-dialog");
        hands.press("#cancelButton");
        Hands.until(() -> hands.seen("#confirmDialog").isEmpty());
        assertThat(hands.says("#actionReason")).startsWith("The server has refused this step to this user (403)");
        assertThat(isDisabled("#actionPrimary")).isTrue();
        assertThat(isDisabled("#actionInvoiceDate")).as("another step").isFalse();
        gallery.take("refused-2-in-the-pane");

        hands.press("#actionTryAgain");
        Hands.until(() -> !hands.seen("#actionPrimary").orElseThrow().isDisabled());
        assertThat(Hands.see(() -> hands.seen("#actionTryAgain").isPresent())).isFalse();
        hands.ask("#actionPrimary");
        hands.press("#confirmButton");
        Hands.until(() -> app.wiring().sandbox().run(run).stage() == Known.FULL_INVOICES);
        assertThat(app.wiring().sandbox().log().writes()).extracting(write -> write.status()).containsExactly(403, 200);
    }

    private boolean isDisabled(String query) {
        return Hands.see(() -> hands.seen(query).orElseThrow().isDisabled());
    }
}
