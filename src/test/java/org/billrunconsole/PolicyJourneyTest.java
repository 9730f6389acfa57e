package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.billrunconsole.app.PlatformServices;
import org.billrunconsole.desktop.DesktopNotices;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.sandbox.Sandbox;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.billrunconsole.settings.ConnectionProfile;
import org.billrunconsole.settings.Folders;
import org.billrunconsole.settings.SettingsStore;
import org.billrunconsole.settings.SignInMode;
import org.billrunconsole.settings.policy.PolicyPlace;
import org.billrunconsole.testkit.Gallery;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.Sandboxes;
import org.billrunconsole.testkit.ShowsWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** The console on a computer whose administrators have laid down what can be done with it. */
@ShowsWindow
class PolicyJourneyTest {

    @RegisterExtension
    private final Sandboxes sandboxes = new Sandboxes();
    private final FxRobot robot = new FxRobot();
    private final Hands hands = new Hands(robot);
    private final AtomicBoolean practised = new AtomicBoolean();
    @TempDir
    private Path folder;
    private SettingsStore settings;
    private ConsoleApp app;
    private Sandbox server;
    private Gallery gallery;

    @BeforeEach
    void prepare() {
        server = sandboxes.start(DialogsJourneyTest.still(SandboxOptions.defaults()));
        settings = new SettingsStore(Folders.within(folder.resolve("own")), InstantSource.system());
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.cleanupApplication(app);
        FxToolkit.cleanupStages();
    }

    private void start(String policy, String... args) throws Exception {
        var file = Files.writeString(folder.resolve("policy.json"), policy);
        Stage stage = FxToolkit.registerPrimaryStage();
        var all = new String[args.length + 2];
        all[0] = "--config-dir";
        all[1] = folder.resolve("own").toString();
        System.arraycopy(args, 0, all, 2, args.length);
        app = (ConsoleApp) FxToolkit.setupApplication(() -> new ConsoleApp(PlatformServices.real()
                .withScreen(1440, 900)
                .withDesktop(DesktopNotices.none())
                .withEnvironment(_ -> Optional.of(server.token(SandboxUser.OPERATOR)))
                .withPolicy(PolicyPlace.at(file, _ -> true))
                .withSandbox(options -> {
                    practised.set(true);
                    return DialogsJourneyTest.still(options);
                }), all));
        gallery = new Gallery(stage);
        Hands.until(() -> !says("#environmentPill").isEmpty());
    }

    private String production(String more) {
        return """
                {%s
                  "connections": [
                    {"name": "Elevate EU", "kind": "production", "baseUrl": "%s", "signIn": "environment",
                     "locked": true}
                  ]
                }
                """.formatted(more, server.baseUri());
    }

    @Test
    void aLockedProductionConnectionIsOpenedAsItWasSetUpAndInNoOtherWay() throws Exception {
        // As somebody set it up who found a ban on changes and a red strip a nuisance.
        saveOwn("Just a test");
        start(production("\"onlyTheseConnections\": true,"), "--url", server.baseUri() + "/");
        assertThat(says("#environmentPill")).isEqualTo("PRODUCTION · Elevate EU · read-only");
        Hands.until(() -> hands.seen("#runsTable").isPresent());
        robot.push(KeyCode.CONTROL, KeyCode.K);
        Hands.until(() -> hands.seen("#connectionsDialog").isPresent());
        assertThat(listed())
                .extracting(each -> ((ConnectionProfile) each).name())
                .containsExactly("Practice", "Elevate EU");
        for (var field : List.of("#connectionName", "#kind", "#address", "#signInMode", "#readOnly")) {
            assertThat(isDisabled("#connectionsDialog " + field)).as(field).isTrue();
        }
        assertThat(hands.seen("#removeButton")).isEmpty();
        assertThat(isDisabled("#addButton")).isTrue();
        gallery.take("policy-1-locked");
        hands.press("#connectionsDialog #cancelButton");
        hands.switchChangesOn("November close");
        Hands.until(() -> says("#environmentPill").equals("PRODUCTION · Elevate EU"));
    }

    @Test
    void anAddressThatIsNotAllowedIsNotOpened() throws Exception {
        start("{\"onlyTheseConnections\": true}", "--url", server.baseUri().toString());
        assertThat(says("#environmentPill")).isEqualTo("SANDBOX · Practice");
        Hands.until(() -> says(".notice-title").equals("The address was not opened"));
        assertThat(server.log().count()).isZero();
    }

    @Test
    void aBanOnChangesIsLiftedByNothing() throws Exception {
        saveOwn("Our server");
        start("{\"readOnly\": true}");
        Hands.until(() -> says("#environmentPill").equals("TEST · Our server · read-only"));
        hands.choose(RunKind.REGULAR, row -> DialogsJourneyTest.isReady(row, Known.DRAFT_INVOICES));
        assertThat(hands.says("#actionReason")).isEqualTo("Your administrator has ruled out changes on this computer.");
        gallery.take("policy-2-ruled-out");

        // The buttons and the menu beside them.
        assertThat(hands.isDisabled("#actionPrimary")).isTrue();
        var more = Hands.see(() -> Nodes.visible(robot, "#moreActions", MenuButton.class));
        hands.press("#moreActions");
        assertThat(Hands.see(() -> List.copyOf(more.getItems()))).as("steps, beside what only looks").filteredOn(
                item -> item.getId() != null && item.getId().startsWith("action")).isNotEmpty().allMatch(
                        MenuItem::isDisable);
        hands.push(KeyCode.ESCAPE);
        // The key of the due step.
        hands.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(hands.seen("#confirmDialog")).isEmpty();
        // The menu behind the name, and what would be behind its item if it were there.
        var session = Hands.see(() -> Nodes.visible(robot, "#sessionState", MenuButton.class));
        assertThat(session.getItems()).filteredOn(item -> "changesItem".equals(item.getId()))
                .isNotEmpty()
                .noneMatch(MenuItem::isVisible);
        assertThat(session.getItems()).anyMatch(item -> "Your administrator has ruled changes out".equals(
                item.getText()));
        robot.interact(() -> session.getItems()
                .stream()
                .filter(item -> "changesItem".equals(item.getId()))
                .forEach(MenuItem::fire));
        assertThat(hands.seen("#unlockDialog")).isEmpty();
        // The settings, which say whose word it is and have no switch for it.
        robot.interact(app.wiring()::showSettings);
        Hands.until(() -> hands.seen("#settingsDialog").isPresent());
        assertThat(says("#policyRules")).startsWith("Nothing can be changed from this computer");
        gallery.take("policy-3-settings");
        hands.press("#settingsDialog #cancelButton");
        // The form: a connection that does not start read-only, opened anew.
        robot.push(KeyCode.CONTROL, KeyCode.K);
        Hands.until(() -> hands.seen("#connectionsDialog").isPresent());
        robot.interact(() -> robot.lookup("#connectionList").queryListView().getSelectionModel().select(0));
        hands.press("#openButton");
        Hands.until(() -> says("#environmentPill").equals("SANDBOX · Practice · read-only"));
        assertThat(server.log().writes()).isEmpty();
    }

    @Test
    void whereTheSandboxIsOffTheConsoleOpensOnWhatIsSetUp() throws Exception {
        start(production("\"sandboxOff\": true,"));
        assertThat(says("#environmentPill")).isEqualTo("PRODUCTION · Elevate EU · read-only");
        robot.push(KeyCode.CONTROL, KeyCode.K);
        Hands.until(() -> hands.seen("#connectionsDialog").isPresent());
        assertThat(listed()).hasSize(1);
        gallery.takeDesigned("policy-4-sandbox-off");
        assertThat(practised).as("started").isFalse();
    }

    @Test
    void whileThePolicyIsBrokenNothingIsSentAndNothingCanBeChanged() throws Exception {
        saveOwn("Our server");
        start("{\n  \"readOnly\": \"yes\"\n}");
        assertThat(says("#environmentPill")).isEqualTo("SANDBOX · Practice · read-only");
        assertThat(says("#policyText")).contains(folder.resolve("policy.json").toString())
                .endsWith("In line 2, at “readOnly”, there should be true or false, without quotation marks.");
        hands.choose(RunKind.REGULAR, row -> DialogsJourneyTest.isReady(row, Known.DRAFT_INVOICES));
        assertThat(hands.isDisabled("#actionPrimary")).isTrue();
        gallery.take("policy-5-broken");
        robot.push(KeyCode.CONTROL, KeyCode.K);
        Hands.until(() -> hands.seen("#connectionsDialog").isPresent());
        assertThat(listed()).hasSize(1);
        assertThat(isDisabled("#addButton")).isTrue();
        assertThat(server.log().count()).isZero();
    }

    private void saveOwn(String name) throws IOException {
        var own = ConnectionProfile.create(name, ConnectionKind.TEST, URI.create(server.baseUri().toString()))
                .withSignIn(SignInMode.ENVIRONMENT, "", "");
        settings.save(own);
        settings.saveLastConnection(own.id());
    }

    private List<Object> listed() {
        return Hands.see(() -> List.copyOf(robot.lookup("#connectionList").queryListView().getItems()));
    }

    private boolean isDisabled(String query) {
        return Hands.see(() -> robot.lookup(query).query().isDisabled());
    }

    private String says(String query) {
        return Hands.see(() -> Nodes.find(robot, query, Labeled.class).map(Labeled::getText).orElse(""));
    }
}
