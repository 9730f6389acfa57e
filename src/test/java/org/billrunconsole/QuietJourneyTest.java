package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.billrunconsole.app.PlatformServices;
import org.billrunconsole.desktop.DesktopNotices;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.domain.write.PatchOperation;
import org.billrunconsole.testkit.Gallery;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.Sandboxes;
import org.billrunconsole.testkit.ShowsWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** Being told of things: on the desktop while the window is not in front, and nowhere while not to be disturbed. */
@ShowsWindow
class QuietJourneyTest {

    @RegisterExtension
    private final Sandboxes sandboxes = new Sandboxes();
    private final FxRobot robot = new FxRobot();
    private final Hands hands = new Hands(robot);
    private final List<String> onDesktop = new CopyOnWriteArrayList<>();
    @TempDir
    private Path folder;
    private ConsoleApp app;
    private Gallery gallery;

    private void open() throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        app = (ConsoleApp) FxToolkit.setupApplication(() -> new ConsoleApp(PlatformServices.real().withScreen(1440, 900)
                .withSandbox(options -> sandboxes.watching(DialogsJourneyTest.still(options)))
                .withDesktop(new DesktopNotices() {
                    @Override
                    public void show(String title, String text) {
                        onDesktop.add(title + " | " + text);
                    }

                    @Override
                    public void close() {}
                }), "--config-dir", folder.toString()));
        gallery = new Gallery(stage);
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.cleanupApplication(app);
        FxToolkit.cleanupStages();
    }

    @Test
    void aNoticeGoesToTheDesktopWhileTheWindowIsNotInFront() throws Exception {
        open();
        hands.dismissWelcome();
        var run = hands.choose(RunKind.REGULAR, row -> DialogsJourneyTest.isReady(row, Known.DRAFT_INVOICES));
        var name = hands.says("#detailTitle");
        app.wiring().setInFront(false);
        colleagueGoesOn(run, Known.FULL_INVOICES);
        Hands.until(() -> !onDesktop.isEmpty());
        assertThat(onDesktop).containsExactly("Somebody else changed " + name + " | SANDBOX · Practice");
    }

    @Test
    void nothingPopsUpWhileNotToBeDisturbedAndThatIsRemembered() throws Exception {
        open();
        hands.dismissWelcome();
        var run = hands.choose(RunKind.REGULAR, row -> DialogsJourneyTest.isReady(row, Known.DRAFT_INVOICES));
        hands.press("#doNotDisturb");
        gallery.take("quiet-1-do-not-disturb");
        app.wiring().setInFront(false);
        colleagueGoesOn(run, Known.FULL_INVOICES);
        Hands.until(() -> !kept().isEmpty());
        assertThat(hands.seen(".notice")).isEmpty();
        assertThat(onDesktop).isEmpty();
        Hands.until(() -> Files.exists(folder.resolve("settings.json"))
                && Files.readString(folder.resolve("settings.json")).matches("(?s).*\"notices\"\\s*:\\s*false.*"));

        close();
        open();
        hands.choose(RunKind.REGULAR, row -> DialogsJourneyTest.isReady(row, Known.REPORTING));
        var quiet = Hands.see(() -> Nodes.visible(robot, "#doNotDisturb", ToggleButton.class));
        assertThat(Hands.see(quiet::isSelected)).isTrue();
        assertThat(Hands.see(quiet::getAccessibleText)).startsWith("Do not disturb");
        hands.press("#doNotDisturb");
        assertThat(app.wiring().services().notices().isDoNotDisturb()).isFalse();
    }

    private void colleagueGoesOn(RunKey run, Known stage) {
        app.wiring().sandbox().otherOperator().patch(run,
                List.of(PatchOperation.replace("/summaryStatus", stage.wire())));
    }

    private List<Activity> kept() {
        return app.wiring().services().activityLog().latest(Activity.Note.class::isInstance, 10);
    }
}
