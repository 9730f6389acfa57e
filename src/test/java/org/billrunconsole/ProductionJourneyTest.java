package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.billrunconsole.app.PlatformServices;
import org.billrunconsole.desktop.DesktopNotices;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.sandbox.Sandbox;
import org.billrunconsole.sandbox.api.LoggedRequest;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.billrunconsole.settings.Folders;
import org.billrunconsole.settings.Preferences;
import org.billrunconsole.settings.SettingsStore;
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

/** The console on a server that it takes for the real one: the strip is red, and distribution is held back. */
@ShowsWindow
class ProductionJourneyTest {

    /** Long enough to cancel within, by somebody who looks for the button first. */
    private static final int SECONDS_TO_CANCEL = 60;

    /** As short as it can be held back: whoever distributes here waits for it. */
    private static final int ONE_SECOND = 1;

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
    void startServer() {
        server = sandboxes.start(DialogsJourneyTest.still(SandboxOptions.defaults()));
    }

    /** @param heldBack for how many seconds distribution can be cancelled, as the operator has chosen */
    private void open(int heldBack) throws Exception {
        var usual = Preferences.DEFAULT;
        new SettingsStore(Folders.within(folder), InstantSource.system()).save(new Preferences(usual.theme(),
                usual.contrast(), usual.density(), usual.textPercent(), usual.language(), usual.region(),
                usual.tickSeconds(),
                usual.thresholds(), usual.notices(),
                usual.desktopNotifications(), heldBack, usual.unlockNeedsReason(), usual.welcomed()));
        Stage stage = FxToolkit.registerPrimaryStage();
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
    void distributionCanBeCancelledWhileItIsHeldBack() throws Exception {
        open(SECONDS_TO_CANCEL);
        var run = hands.choose(RunKind.REGULAR, row -> DialogsJourneyTest.isReady(row, Known.FULL_INVOICES));
        var name = hands.says("#detailTitle");
        fillIn(name);
        hands.press("#confirmButton");
        Hands.until(() -> hands.seen("#cancelButton").filter(ProductionJourneyTest::isLarge).isPresent());
        assertThat(hands.says("#cancelButton")).isEqualTo("Cancel - do not distribute");
        assertThat(hands.canConfirm()).isFalse();
        assertThat(Hands.see(() -> hands.seen("#cancelButton").filter(Node::isFocused)))
                .as("found by the keyboard too")
                .isPresent();
        gallery.take("dialog-distribute-cooling-off");
        hands.cancel();
        assertThat(server.log().writes()).isEmpty();
        assertThat(server.run(run).stage()).isEqualTo(Known.FULL_INVOICES);
    }

    @Test
    void distributionGoesOutWhenNobodyCancels() throws Exception {
        open(ONE_SECOND);
        var run = hands.choose(RunKind.REGULAR, row -> DialogsJourneyTest.isReady(row, Known.FULL_INVOICES));
        fillIn(hands.says("#detailTitle"));
        gallery.take("dialog-distribute-production");
        hands.confirm();
        assertThat(server.log().writes()).extracting(LoggedRequest::body).containsExactly(
                "[{\"op\":\"replace\",\"path\":\"/summaryStatus\",\"value\":\"DISTRIBUTION\"}]");
        assertThat(server.run(run).stage()).isEqualTo(Known.DISTRIBUTION);
    }

    @Test
    void aRegularRunIsClosedWhereReopeningIsNotSetUp() throws Exception {
        open(SECONDS_TO_CANCEL);
        var run = hands.choose(RunKind.REGULAR, row -> DialogsJourneyTest.isOpen(row) && isCloseable(row.key()));
        hands.ask("#actionPrimary");
        gallery.take("dialog-close-production");
        hands.confirm();
        assertThat(server.log().writes()).extracting(LoggedRequest::body).containsExactly(
                "[{\"op\":\"replace\",\"path\":\"/billRunStatus\",\"value\":\"CLOSED\"},"
                        + "{\"op\":\"replace\",\"path\":\"/summaryStatus\",\"value\":\"REPORTING\"}]");
        assertThat(server.run(run).stage()).isEqualTo(Known.REPORTING);
    }

    private void fillIn(String name) {
        hands.ask("#actionPrimary");
        hands.type("#confirmReason", "Agreed with finance");
        hands.type("#confirmName", name);
    }

    private boolean isCloseable(RunKey run) {
        return server.run(run).closeable();
    }

    private static boolean isLarge(Node cancel) {
        return cancel.getStyleClass().contains("cancel-large");
    }
}
