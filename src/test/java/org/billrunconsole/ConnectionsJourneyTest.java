package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.billrunconsole.settings.Folders;
import org.billrunconsole.support.Diagnostics;
import org.billrunconsole.testkit.Gallery;
import org.billrunconsole.testkit.KeptFolder;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.SandboxProcess;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.ui.kit.ChosenFile;
import org.billrunconsole.ui.runlist.rows.RunRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** From a fresh install to work on another system: welcome, a new connection, its test, changes switched on, a step. */
@ShowsWindow
class ConnectionsJourneyTest {

    private final FxRobot robot = new FxRobot();
    private Path folder;
    private SandboxProcess other;
    private ConsoleApp app;
    private Stage stage;
    private Gallery gallery;

    @BeforeEach
    void open() throws Exception {
        folder = KeptFolder.begin("connections-journey");
        other = SandboxProcess.start(folder, "--speed", "100");
        start();
        Hands.until(() -> !rows().isEmpty());
    }

    @AfterEach
    void close() throws Exception {
        end();
        other.close();
    }

    private void start() throws Exception {
        stage = FxToolkit.registerPrimaryStage();
        app = (ConsoleApp) FxToolkit.setupApplication(() -> Consoles.on(options -> options, "--config-dir",
                folder.toString()));
        gallery = new Gallery(stage);
    }

    private void untilForgotten(WeakReference<?> left) {
        Hands.until(() -> {
            // The test library remembers the nodes of all events until a stage is registered anew.
            FxToolkit.toolkitContext().setRegisteredStage(stage);
            System.gc();
            return left.refersTo(null);
        });
    }

    private void end() throws Exception {
        FxToolkit.cleanupApplication(app);
        FxToolkit.cleanupStages();
    }

    @Test
    void aSecondSystemIsAddedTriedAndWorkedOn() throws Exception {
        gallery.take("connections-1-welcome");
        fire("#welcomeAdd");
        Hands.until(() -> seen("#connectionName"));
        fill("#connectionsDialog #connectionName", "Elevate EU");
        choose("#connectionsDialog #kind", ConnectionKind.PRODUCTION);
        fill("#connectionsDialog #address", other.baseUri().toString());
        fill("#connectionsDialog #brand", SandboxUser.BRAND);
        fill("#connectionsDialog #user", SandboxUser.OPERATOR.username());
        fill("#connectionsDialog #secret", "not-the-password");
        fire("#testButton");
        Hands.until(() -> text("#result").startsWith("The server is there, but did not accept"));
        gallery.take("connections-2-refused");
        fill("#connectionsDialog #secret", SandboxUser.OPERATOR.password());
        fire("#testButton");
        Hands.until(() -> text("#result").startsWith("It works: signed in as billing.ops"));
        gallery.take("connections-3-works");
        var servicesLeft = new WeakReference<>(app.wiring().services());
        var viewLeft = new WeakReference<>(stage.getScene().getRoot());
        fire("#openButton");

        // This machine has no key store, and yet what was typed a moment ago is not asked for again.
        Hands.until(() -> text("#environmentPill").startsWith("PRODUCTION · ") && !rows().isEmpty());
        assertThat(seen("#signInButton")).isFalse();
        gallery.take("connections-4-opened");
        assertThat(text("#environmentPill")).startsWith("PRODUCTION · ").endsWith(" · read-only");
        assertThat(text(".connection-bar #address")).isEqualTo(app.wiring().shell().connection().address());
        Hands.until(() -> text("#sessionState").startsWith("billing.ops · session "));
        // Nothing of the connection that was left is to be reached from the window any more.
        untilForgotten(servicesLeft);
        untilForgotten(viewLeft);

        var run = chooseDraftsReady();
        Hands.until(() -> text("#actionReason").startsWith("Read-only connection"));
        assertThat(isDisabled("#actionPrimary")).isTrue();
        gallery.take("connections-5-read-only");
        robot.interact(() -> session("changesItem"));
        Hands.until(() -> seen("#unlockButton"));
        assertThat(isDisabled("#unlockButton")).isTrue();
        fill("#unlockReason", "November close");
        gallery.take("connections-6-unlock");
        fire("#unlockButton");
        Hands.until(() -> text("#environmentPill").equals("PRODUCTION · Elevate EU")
                && !isDisabled("#actionPrimary"));

        fire("#actionPrimary");
        Hands.until(() -> seen("#confirmButton"));
        robot.interact(() -> Nodes.find(robot, "#confirmReason", TextInputControl.class)
                .ifPresent(field -> field.setText("Agreed with finance")));
        fire("#confirmButton");
        Hands.until(() -> !seen("#confirmButton"));
        Hands.until(() -> app.wiring().services().store().find(run).orElseThrow().isInStage(Known.FULL_INVOICES));
        assertThat(requests().split("PATCH", -1)).as("one write there").hasSize(2);
        assertThat(app.wiring().sandbox().log().writes()).as("none here").isEmpty();
        assertThat(app.wiring().services().activityLog().latest(each -> each instanceof Activity.Note, 100))
                .anyMatch(each -> each instanceof Activity.Note note && note.kind().equals("changes-switched-on")
                        && note.details().containsValue("November close"));
        gallery.take("connections-7-at-work");
        saveDiagnostics();

        var closed = new WeakReference<>(app.wiring().services());
        end();
        start();
        Hands.until(() -> seen("#signInButton"));
        // Nor of a program that was closed, though its stage lives on here.
        untilForgotten(closed);
        assertThat(app.wiring().shell().connection().name()).as("the connection of last time").isEqualTo("Elevate EU");
        fire("#signInDialog #cancelButton");
        Hands.until(() -> text("#sessionState").equals("Not signed in"));
        gallery.take("connections-9-not-signed-in");
        robot.push(KeyCode.CONTROL, KeyCode.K);
        Hands.until(() -> seen("#connectionsDialog"));
        robot.interact(() -> robot.lookup("#connectionList").queryListView().getSelectionModel().select(0));
        fire("#connectionsDialog #openButton");
        Hands.until(() -> text("#environmentPill").equals("SANDBOX · Practice") && !rows().isEmpty());
        Hands.until(() -> text("#sessionState").startsWith("billing.ops · session "));
    }

    /** As the operator saves them; the scan after the suite looks into the file. */
    private void saveDiagnostics() throws IOException {
        robot.interact(app.wiring()::showDiagnostics);
        Hands.until(() -> seen("#diagnosticsDialog"));
        gallery.take("connections-8-diagnostics");
        fire("#cancelButton");
        new ChosenFile(folder.resolve("diagnostics.zip")).write(
                out -> Diagnostics.save(app.wiring().diagnostics().parts(), out));
        assertThat(Files.list(Folders.within(folder).logs())).isNotEmpty();
    }

    private RunKey chooseDraftsReady() {
        Hands.until(() -> rows().stream().anyMatch(ConnectionsJourneyTest::isDraftsReady));
        var row = rows().stream().filter(ConnectionsJourneyTest::isDraftsReady).findFirst().orElseThrow();
        robot.interact(() -> table().getSelectionModel().clearAndSelect(table().getItems().indexOf(row)));
        Hands.until(() -> text("#detailTitle").equals(row.run().label()));
        return row.key();
    }

    private static boolean isDraftsReady(RunRow row) {
        return row.run().isInStage(Known.DRAFT_INVOICES) && row.run().percentage().orElse(0) == 100;
    }

    /** What the other system says it was asked. */
    private String requests() throws IOException {
        try (var answer = other.baseUri().resolve("/_sandbox/requests").toURL().openStream()) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void session(String item) {
        Nodes.visible(robot, "#sessionState", MenuButton.class)
                .getItems()
                .stream()
                .filter(each -> item.equals(each.getId()))
                .findFirst()
                .orElseThrow()
                .fire();
    }

    private void fill(String query, String text) {
        robot.interact(() -> Nodes.visible(robot, query, TextInputControl.class).setText(text));
    }

    private <T> void choose(String query, T value) {
        robot.interact(() -> robot.lookup(query).<T>queryComboBox().setValue(value));
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
