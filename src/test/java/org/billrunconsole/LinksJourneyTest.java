package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.billrunconsole.settings.ConnectionProfile;
import org.billrunconsole.settings.Folders;
import org.billrunconsole.settings.SettingsStore;
import org.billrunconsole.settings.SignInMode;
import org.billrunconsole.testkit.Gallery;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.Sandboxes;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.ui.kit.Clipboards;
import org.billrunconsole.ui.runlist.rows.RunRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** Links to runs: passed on, typed, pasted, and given to a start. */
@ShowsWindow
class LinksJourneyTest {

    @RegisterExtension
    private final Sandboxes sandboxes = new Sandboxes();
    private final FxRobot robot = new FxRobot();
    private final Hands hands = new Hands(robot);
    @TempDir
    private Path folder;
    private ConsoleApp app;
    private Gallery gallery;

    private void open(String... args) throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        app = (ConsoleApp) FxToolkit.setupApplication(() -> Consoles.on(
                options -> sandboxes.watching(DialogsJourneyTest.still(options)), args));
        gallery = new Gallery(stage);
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.cleanupApplication(app);
        FxToolkit.cleanupStages();
    }

    @Test
    void aLinkThatIsCopiedFromARunLeadsBackToItFromEitherList() throws Exception {
        open("--config-dir", folder.toString());
        hands.dismissWelcome();
        var run = hands.choose(RunKind.REGULAR, DialogsJourneyTest::isOpen);
        var title = hands.says("#detailTitle");
        hands.press("#moreActions");
        hands.press("#copyLink");
        assertThat(Hands.see(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(run.link());
        hands.goTo(RunKind.ADHOC);
        hands.push(KeyCode.CONTROL, KeyCode.F);
        hands.push(KeyCode.CONTROL, KeyCode.V);
        Hands.until(() -> hands.isSeen("#runsTable") && hands.says("#detailTitle").equals(title));
        hands.goTo(RunKind.ADHOC);
        assertThat(hands.says("#searchField")).as("the search of the list it was pasted into").isEmpty();
    }

    @Test
    void aTypedLinkIsFollowedOnEnterAndReadsARunThatIsNotLoaded() throws Exception {
        open("--config-dir", folder.toString());
        hands.dismissWelcome();
        hands.type("#searchField", "adhoc:512");
        Hands.until(() -> hands.says("#linkAnswerText").startsWith("Enter opens: Ad hoc bill run 512"));
        gallery.take("links-1-typed");
        hands.push(KeyCode.ENTER);
        Hands.until(() -> hands.isSeen("#adhocTable") && app.wiring().services().store().find(RunKey.adhoc(512))
                .filter(run -> run.label().equals(hands.says("#detailTitle"))).isPresent());
        assertThat(hands.hasKeyboard("#adhocTable")).isTrue();
        hands.push(KeyCode.CONTROL, KeyCode.F);
        robot.interact(() -> Clipboards.copy("billrun:99999999"));
        hands.push(KeyCode.CONTROL, KeyCode.V);
        Hands.until(() -> hands.says("#linkAnswerText").startsWith("Bill run 99999999 is not on this server"));
        gallery.take("links-2-not-there");
        hands.push(KeyCode.ESCAPE);
        Hands.until(() -> !hands.isSeen("#linkAnswer"));
    }

    @Test
    void aStartWithALinkShowsTheRunOnceSomebodyHasSignedIn() throws Exception {
        var server = sandboxes.start(DialogsJourneyTest.still(SandboxOptions.defaults()));
        var wanted = server.runs(RunKind.ADHOC).getLast();
        remember(ConnectionProfile.create("Staging", ConnectionKind.TEST, server.baseUri())
                .withSignIn(SignInMode.PASSWORD, SandboxUser.BRAND, SandboxUser.OPERATOR.username()));
        open("--config-dir", folder.toString(), "--open", RunKey.adhoc(wanted.key().id()).link());
        Hands.until(() -> hands.isSeen("#signInButton"));
        Hands.until(() -> hands.says("#linkAnswerText").endsWith("reading it from the server…"));
        gallery.takeDesigned("links-3-start");
        robot.interact(() -> Nodes.visible(robot, "#signInDialog #secret", TextInputControl.class).setText(
                SandboxUser.OPERATOR.password()));
        hands.press("#signInButton");
        Hands.until(() -> hands.isSeen("#adhocTable") && hands.says("#detailTitle").equals(app.wiring().services()
                .store().find(wanted.key()).map(run -> run.label()).orElse("not read")));
        assertThat(hands.isSeen("#linkAnswer")).isFalse();
    }

    @Test
    void anAdhocRunIsFoundByAnInventoryIdAndItsListIsSearchedAndCopied() throws Exception {
        open("--config-dir", folder.toString());
        hands.dismissWelcome();
        hands.goTo(RunKind.ADHOC);
        var billing = hands.rows(RunKind.ADHOC).stream().map(row -> (AdhocBillRun) row.run()).max(Comparator
                .comparing(run -> run.adhocProductInventoryIds().size())).orElseThrow();
        var ids = billing.adhocProductInventoryIds();
        hands.type("#searchField", Long.toString(ids.getLast()));
        Hands.until(() -> hands.rows(RunKind.ADHOC).stream().map(RunRow::key).toList().equals(
                List.of(billing.key())));
        hands.push(KeyCode.DOWN);
        Hands.until(() -> hands.says("#detailTitle").equals(billing.label()));
        robot.clickOn("Details");
        Hands.until(() -> hands.says("#adhocIdsTitle").equals(ids.size() + " ad hoc products"));
        gallery.take("inventory-1-all");
        hands.type("#adhocIdsSearch", ids.getLast() + " 424242");
        Hands.until(() -> hands.says("#adhocIdsTitle").startsWith("1 of "));
        gallery.takeDesigned("inventory-2-found");
        hands.push(KeyCode.DOWN);
        hands.push(KeyCode.HOME);
        hands.push(KeyCode.CONTROL, KeyCode.C);
        Hands.until(() -> Long.toString(ids.getLast()).equals(Clipboard.getSystemClipboard().getString()));
        hands.type("#adhocIdsSearch", "424242");
        Hands.until(() -> hands.says("#adhocIdsNothing").equals("No id has 424242 in it."));
        gallery.takeDesigned("inventory-3-nothing");
        hands.press("#adhocIdsClear");
        hands.press("#adhocIdsCopy");
        Hands.until(() -> ids.stream().map(String::valueOf).collect(Collectors.joining("\n")).equals(
                Clipboard.getSystemClipboard().getString()));
    }

    private void remember(ConnectionProfile profile) throws Exception {
        var settings = new SettingsStore(Folders.within(folder), InstantSource.system());
        settings.save(profile);
        settings.saveLastConnection(profile.id());
    }
}
