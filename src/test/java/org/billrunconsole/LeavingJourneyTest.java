package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import org.billrunconsole.app.PlatformServices;
import org.billrunconsole.desktop.DesktopNotices;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.sandbox.Sandbox;
import org.billrunconsole.sandbox.api.Operation;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.billrunconsole.sandbox.faults.Fault;
import org.billrunconsole.sandbox.faults.FaultEffect;
import org.billrunconsole.sandbox.faults.FaultEffect.Moment;
import org.billrunconsole.testkit.Sandboxes;
import org.billrunconsole.testkit.ShowsWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** The program is left while its server hangs with everything it was asked. */
@ShowsWindow
class LeavingJourneyTest {

    private static final Logger LOG = LoggerFactory.getLogger(LeavingJourneyTest.class);

    /** Less than the half minute that the console itself would wait for the server. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @RegisterExtension
    private final Sandboxes sandboxes = new Sandboxes();
    private final FxRobot robot = new FxRobot();
    private final Hands hands = new Hands(robot);
    @TempDir
    private Path folder;
    private Sandbox server;
    private ConsoleApp app;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        server = sandboxes.start(DialogsJourneyTest.still(SandboxOptions.defaults()));
        app = (ConsoleApp) FxToolkit.setupApplication(() -> new ConsoleApp(PlatformServices.real()
                .withDesktop(DesktopNotices.none())
                .withEnvironment(_ -> Optional.of(server.token(SandboxUser.OPERATOR))), "--url",
                server.baseUri().toString(), "--config-dir", folder.toString()));
        hands.switchChangesOn("November close");
    }

    @AfterEach
    void close() throws Exception {
        server.faults().lift();
        FxToolkit.cleanupStages();
    }

    @Test
    void nobodyWaitsForTheServerToBeDone() {
        hands.choose(RunKind.REGULAR, row -> DialogsJourneyTest.isReady(row, Known.REPORTING));
        var faults = server.faults();
        faults.order(Fault.of(new FaultEffect.Drop(Moment.AFTER)).onWrites().once());
        faults.order(Fault.of(new FaultEffect.Hold(Moment.AFTER)).onWrites().once());
        hands.ask("#actionPrimary");
        hands.press("#confirmButton");
        Hands.until(() -> faults.held() == 1);
        faults.order(Fault.of(new FaultEffect.Hold(Moment.BEFORE)).on(Operation.GET_BILL_RUN, Operation.GET_BILL_RUNS));
        faults.releaseHeld();
        Hands.until(() -> hands.seen("#outcomeCard").isPresent() && faults.held() > 0);

        var begun = System.nanoTime();
        var left = CompletableFuture.runAsync(app::stop, Platform::runLater);
        await().atMost(PATIENCE).until(left::isDone);
        LOG.info("The program was left after {} ms", (System.nanoTime() - begun) / 1_000_000);
        assertThat(left).isCompleted();
        assertThat(faults.held()).as("requests that are still not answered").isPositive();
    }
}
