package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.runs.Freshness;
import org.billrunconsole.sandbox.Sandbox;
import org.billrunconsole.sandbox.api.Operation;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.billrunconsole.sandbox.faults.Fault;
import org.billrunconsole.sandbox.faults.FaultEffect;
import org.billrunconsole.settings.ConnectionProfile;
import org.billrunconsole.settings.Folders;
import org.billrunconsole.settings.SettingsStore;
import org.billrunconsole.settings.SignInMode;
import org.billrunconsole.testkit.Gallery;
import org.billrunconsole.testkit.KeptFolder;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.Sandboxes;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.ui.runlist.rows.RunRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** Sessions that end at a bad moment: nothing is lost, nothing happens twice, one renewal serves all. */
@ShowsWindow
class SignInJourneyTest {

    @RegisterExtension
    private final Sandboxes sandboxes = new Sandboxes();
    private final FxRobot robot = new FxRobot();
    private Sandbox server;
    private ConsoleApp app;
    private Gallery gallery;

    private void open(SignInMode mode, SandboxOptions options) throws Exception {
        server = sandboxes.start(options.withDrift(false));
        var folder = KeptFolder.begin("sign-in-journey-" + mode);
        remember(folder, ConnectionProfile.create("Staging", ConnectionKind.TEST, server.baseUri())
                .withSignIn(mode, SandboxUser.BRAND, SandboxUser.OPERATOR.username()));
        Stage stage = FxToolkit.registerPrimaryStage();
        app = (ConsoleApp) FxToolkit.setupApplication(() -> Consoles.on(other -> other, "--config-dir",
                folder.toString()));
        gallery = new Gallery(stage);
    }

    private static void remember(Path folder, ConnectionProfile profile) throws Exception {
        var settings = new SettingsStore(Folders.within(folder), InstantSource.system());
        settings.save(profile);
        settings.saveLastConnection(profile.id());
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.cleanupApplication(app);
        FxToolkit.cleanupStages();
    }

    @Test
    void aTokenThatEndsDuringAConfirmationCostsNothing() throws Exception {
        open(SignInMode.TOKEN, SandboxOptions.defaults());
        signIn(server.token(SandboxUser.OPERATOR));
        Hands.until(() -> rows().stream().anyMatch(SignInJourneyTest::isToBeDistributed));
        var row = rows().stream().filter(SignInJourneyTest::isToBeDistributed).findFirst().orElseThrow();
        robot.interact(() -> table().getSelectionModel().clearAndSelect(table().getItems().indexOf(row)));
        Hands.until(() -> text("#detailTitle").equals(row.run().label()) && isLive()
                && !isDisabled("#actionPrimary"));
        fire("#actionPrimary");
        Hands.until(() -> seen("#confirmName"));
        fill("#confirmName", row.run().label());
        robot.interact(() -> Nodes.find(robot, "#confirmReason", TextInputControl.class)
                .ifPresent(field -> field.setText("Agreed with finance")));

        server.faults().expireTokens();
        robot.interact(app.wiring().shell()::cameToFront);
        Hands.until(() -> seen("#signInButton"));
        Hands.until(() -> text("#sessionState").equals("Sign-in needed"));
        Hands.until(() -> app.wiring().services().monitor().freshness() instanceof Freshness.SignedOut);
        gallery.take("sign-in-1-over-a-confirmation");
        signIn(server.token(SandboxUser.OPERATOR));
        Hands.until(() -> seen("#confirmName"));
        assertThat(Hands.see(() -> Nodes.visible(robot, "#confirmName", TextInputControl.class).getText()))
                .isEqualTo(row.run().label());
        Hands.until(this::isLive);
        assertThat(server.log().writes()).isEmpty();
        fire("#confirmButton");
        Hands.until(() -> !seen("#confirmButton"));
        assertThat(server.log().writes()).hasSize(1);
        assertThat(server.run(row.key()).stage()).isEqualTo(Known.DISTRIBUTION);
        assertThat(text("#detailTitle")).isEqualTo(row.run().label());
    }

    @Test
    void aSessionThatEndsWhileAListIsReadIsRenewedOnceForAll() throws Exception {
        open(SignInMode.PASSWORD, SandboxOptions.defaults().withRuns(4_500));
        signIn(SandboxUser.OPERATOR.password());
        Hands.until(() -> isComplete() && isLive());
        assertThat(signIns()).isEqualTo(1);

        server.faults().order(Fault.of(new FaultEffect.ExpireTokens()).on(Operation.GET_BILL_RUNS).once());
        var before = app.wiring().services().monitor().freshness();
        robot.interact(() -> app.wiring().shell().regular().load());
        robot.interact(() -> app.wiring().shell().adhoc().load());
        Hands.until(() -> isComplete() && isLive() && !app.wiring().services().monitor().freshness().equals(before));
        assertThat(signIns()).as("one renewal for all pages that were refused").isEqualTo(2);
        assertThat(app.wiring().shell().regular().countsProperty().get().loaded())
                .isEqualTo(server.runs(RunKind.REGULAR).size());
        assertThat(app.wiring().shell().regular().failureProperty().get()).isEmpty();
    }

    @Test
    void aSessionThatEndsWhileTheWatchGoesOnIsRenewedOnce() throws Exception {
        open(SignInMode.PASSWORD, SandboxOptions.defaults());
        signIn(SandboxUser.OPERATOR.password());
        Hands.until(() -> isComplete() && isLive());
        server.faults().expireTokens();
        var before = app.wiring().services().monitor().freshness();
        robot.interact(app.wiring().shell()::cameToFront);
        Hands.until(() -> isLive() && !app.wiring().services().monitor().freshness().equals(before));
        assertThat(signIns()).as("the first and one renewal").isEqualTo(2);
        assertThat(seen("#signInButton")).isFalse();
    }

    @Test
    void whoeverDoesNotSignInNowIsToldSoAndFindsEverythingAfterSigningInLater() throws Exception {
        open(SignInMode.PASSWORD, SandboxOptions.defaults());
        Hands.until(() -> seen("#signInButton"));
        fire("#cancelButton");
        Hands.until(() -> seen("#tryAgain") && text("#liveState").startsWith("Signed out"));
        assertThat(text("#failedText")).isEqualTo(
                "Nobody is signed in, so the server was not asked. Choose Try again to sign in.");
        assertThat(text("#sessionState")).isEqualTo("Not signed in");
        assertThat(server.log().entries()).as("nothing was asked").isEmpty();
        gallery.take("sign-in-2-not-now");

        fire("#tryAgain");
        signIn(SandboxUser.OPERATOR.password());
        Hands.until(() -> isComplete() && isLive());
        Hands.until(() -> app.wiring().services().referenceData().isCyclesRead());
        assertThat(app.wiring().shell().regular().failureProperty().get()).isEmpty();
        assertThat(app.wiring().shell().adhoc().failureProperty().get()).isEmpty();
        assertThat(rows()).isNotEmpty().allSatisfy(
                row -> assertThat(app.wiring().services().referenceData().knownCurrencyOf(row.run())).isPresent());
        assertThat(signIns()).isEqualTo(1);
        gallery.take("sign-in-3-signed-in-later");
    }

    @Test
    void nothingIsDistributedWhileItsCurrencyCannotBeReadAndRefreshReadsItAgain() throws Exception {
        open(SignInMode.TOKEN, SandboxOptions.defaults());
        server.faults()
                .order(Fault.of(new FaultEffect.ErrorStatus(503, FaultEffect.Moment.BEFORE))
                        .on(Operation.GET_BILLING_CYCLES));
        signIn(server.token(SandboxUser.OPERATOR));
        Hands.until(() -> rows().stream().anyMatch(SignInJourneyTest::isToBeDistributed) && isLive());
        var row = rows().stream().filter(SignInJourneyTest::isToBeDistributed).findFirst().orElseThrow();
        robot.interact(() -> table().getSelectionModel().clearAndSelect(table().getItems().indexOf(row)));
        Hands.until(() -> text("#actionReason").contains("currency of this run is not known"));
        assertThat(isDisabled("#actionPrimary")).isTrue();
        gallery.take("currency-unknown");
        server.faults().lift();
        robot.interact(() -> app.wiring().shell().regular().refresh());
        Hands.until(() -> !isDisabled("#actionPrimary"));
    }

    private void signIn(String secret) {
        Hands.until(() -> seen("#signInButton"));
        fill("#signInDialog #secret", secret);
        fire("#signInButton");
        Hands.until(() -> !seen("#signInButton"));
    }

    private long signIns() {
        return server.log().entries().stream().filter(each -> each.path().endsWith("/authenticate")).count();
    }

    private boolean isLive() {
        return app.wiring().services().monitor().freshness() instanceof Freshness.Live;
    }

    private boolean isComplete() {
        return app.wiring().shell().regular().countsProperty().get().complete()
                && app.wiring().shell().adhoc().countsProperty().get().complete();
    }

    private static boolean isToBeDistributed(RunRow row) {
        return row.run().isInStage(Known.FULL_INVOICES) && row.run().percentage().orElse(0) == 100;
    }

    private void fill(String query, String text) {
        robot.interact(() -> Nodes.visible(robot, query, TextInputControl.class).setText(text));
    }

    private void fire(String query) {
        robot.interact(() -> Nodes.visible(robot, query, Button.class).fire());
    }

    private boolean seen(String query) {
        return Hands.see(() -> Nodes.find(robot, query, Node.class)).isPresent();
    }

    private String text(String query) {
        return Hands.see(() -> Nodes.find(robot, query, Labeled.class).map(Labeled::getText).orElse(""));
    }

    private boolean isDisabled(String query) {
        return Hands.see(() -> Nodes.visible(robot, query, Button.class).isDisabled());
    }

    private List<RunRow> rows() {
        return Hands.see(() -> List.copyOf(table().getItems()));
    }

    private TableView<RunRow> table() {
        return robot.lookup("#runsTable").queryTableView();
    }
}
