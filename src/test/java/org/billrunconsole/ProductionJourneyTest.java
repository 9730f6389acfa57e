package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.billrunconsole.app.PlatformServices;
import org.billrunconsole.desktop.DesktopNotices;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.sandbox.Sandbox;
import org.billrunconsole.sandbox.api.LoggedRequest;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.billrunconsole.testkit.Gallery;
import org.billrunconsole.testkit.Sandboxes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** The console on a server that it takes for the real one: the strip is red, and distribution is held back. */
class ProductionJourneyTest {

    @RegisterExtension
    private final Sandboxes sandboxes = new Sandboxes();
    private final FxRobot robot = new FxRobot();
    private final Hands hands = new Hands(robot);
    @TempDir
    private Path folder;
    private ConsoleApp app;
    private Sandbox server;
    private Gallery gallery;

    @BeforeEach
    void open() throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        server = sandboxes.start(DialogsJourneyTest.still(SandboxOptions.defaults()));
        app = (ConsoleApp) FxToolkit.setupApplication(() -> new ConsoleApp(PlatformServices.real().withScreen(1440, 900)
                .withDesktop(DesktopNotices.none())
                .withEnvironment(_ -> Optional.of(server.token(SandboxUser.OPERATOR))), "--url",
                server.baseUri().toString(),
                "--config-dir", folder.toString()));
        gallery = new Gallery(stage);
        hands.switchChangesOn("November close");
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.cleanupApplication(app);
        FxToolkit.cleanupStages();
    }

    @Test
    void distributionCanBeCancelledWhileItIsHeldBack() {
        var run = hands.choose(RunKind.REGULAR, row -> DialogsJourneyTest.isReady(row, Known.FULL_INVOICES));
        var name = hands.says("#detailTitle");
        fillIn(name);
        hands.press("#confirmButton");
        Hands.until(() -> hands.seen("#cancelButton").filter(ProductionJourneyTest::isLarge).isPresent());
        assertThat(hands.says("#cancelButton")).isEqualTo("Cancel - do not distribute");
        assertThat(hands.canConfirm()).isFalse();
        assertThat(hands.seen("#cancelButton").filter(Node::isFocused)).as("found by the keyboard too").isPresent();
        hands.cancel();
        assertThat(server.log().writes()).isEmpty();
        assertThat(server.run(run).stage()).isEqualTo(Known.FULL_INVOICES);
    }

    @Test
    void distributionGoesOutWhenNobodyCancels() {
        var run = hands.choose(RunKind.REGULAR, row -> DialogsJourneyTest.isReady(row, Known.FULL_INVOICES));
        fillIn(hands.says("#detailTitle"));
        gallery.take("dialog-distribute-production");
        hands.press("#confirmButton");
        Hands.until(() -> hands.seen("#cancelButton").filter(ProductionJourneyTest::isLarge).isPresent());
        gallery.take("dialog-distribute-cooling-off");
        hands.untilClosed();
        assertThat(server.log().writes()).extracting(LoggedRequest::body).containsExactly(
                "[{\"op\":\"replace\",\"path\":\"/summaryStatus\",\"value\":\"DISTRIBUTION\"}]");
        assertThat(server.run(run).stage()).isEqualTo(Known.DISTRIBUTION);
    }

    @Test
    void aRegularRunIsClosedWhereReopeningIsNotSetUp() {
        hands.choose(RunKind.REGULAR, DialogsJourneyTest::isOpen);
        hands.ask("#actionPrimary");
        gallery.take("dialog-close-production");
        hands.cancel();
        assertThat(server.log().writes()).isEmpty();
    }

    private void fillIn(String name) {
        hands.ask("#actionPrimary");
        hands.type("#confirmReason", "Agreed with finance");
        hands.type("#confirmName", name);
    }

    private static boolean isLarge(Node cancel) {
        return cancel.getStyleClass().contains("cancel-large");
    }
}
