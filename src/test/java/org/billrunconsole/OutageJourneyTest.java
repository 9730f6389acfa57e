package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.domain.history.RunEvent;
import org.billrunconsole.domain.write.PatchOperation;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.runs.Freshness;
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

/** The network goes away in the middle of a stage and comes back; the sandbox's runs move only as the test says. */
@ShowsWindow
class OutageJourneyTest {

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
        app.wiring().sandbox().faults().networkUp();
        FxToolkit.cleanupApplication(app);
        FxToolkit.cleanupStages();
    }

    @Test
    void anOutageInTheMiddleOfFullInvoicesLosesNothingThatWasSeen() {
        var run = hands.choose(RunKind.REGULAR, row -> DialogsJourneyTest.isReady(row, Known.DRAFT_INVOICES));
        var other = hands.choose(RunKind.REGULAR, row -> DialogsJourneyTest.isReady(row, Known.REPORTING));
        hands.choose(RunKind.REGULAR, row -> row.key().equals(run));
        hands.ask("#actionPrimary");
        hands.confirm();
        Hands.until(() -> hasEntered(run, Known.FULL_INVOICES));
        var before = timeline(run);

        app.wiring().sandbox().faults().networkDown();
        Hands.until(() -> isStale() && hands.says("#liveState").startsWith("Offline"));
        var lastGood = app.wiring().services().monitor().freshness().lastGoodReading().orElseThrow();
        assertThat(hands.says("#liveState")).isEqualTo("Offline · last update " + time(lastGood));
        hands.choose(RunKind.REGULAR, row -> row.key().equals(other));
        Hands.until(() -> isLocked("#actionPrimary") && isLocked("#actionReopen") && isLocked("#actionInvoiceDate"));
        assertThat(hands.says("#actionPrimary")).as("the step of this run, not of the one before").isEqualTo(
                "Draft invoices…");
        assertThat(hands.says("#actionReason")).isEqualTo("Locked until fresh data has been read.");
        gallery.take("outage-1-offline");
        hands.choose(RunKind.REGULAR, row -> row.key().equals(run));
        assertThat(timeline(run)).as("while nothing can be read").containsAll(before);

        // What happens meanwhile is seen afterwards.
        app.wiring().sandbox().otherOperator().patch(other, List.of(PatchOperation.replace("/summaryStatus",
                Known.DRAFT_INVOICES.wire())));
        app.wiring().sandbox().faults().networkUp();
        hands.press("#refreshButton");
        Hands.until(() -> !isStale() && hands.says("#liveState").startsWith("Live"));
        Hands.until(() -> !hands.says("#actionReason").contains("Locked"));
        Hands.until(() -> hasEntered(other, Known.DRAFT_INVOICES));
        assertThat(timeline(run)).containsAll(before);
        assertThat(timeline(run).stream().filter(each -> each instanceof RunEvent.StageEntered entered
                && entered.stage() == Known.FULL_INVOICES)).as("one and the same stage").hasSize(1);
        gallery.take("outage-2-back");
        hands.choose(RunKind.REGULAR, DialogsJourneyTest::isOpen);
        Hands.until(() -> !isLocked("#actionPrimary") && !isLocked("#actionInvoiceDate"));
    }

    @Test
    void aPauseIsSaidToBeTheOperatorsOwnAndItsButtonStaysUnderTheMouse() {
        hands.choose(RunKind.REGULAR, row -> DialogsJourneyTest.isReady(row, Known.REPORTING));
        Hands.until(() -> !isLocked("#actionPrimary"));
        var button = hands.seen("#pauseButton").orElseThrow();
        var point = Hands.see(() -> button.localToScene(button.getBoundsInLocal()).getCenterX());
        hands.press("#pauseButton");
        Hands.until(() -> hands.says("#liveState").startsWith("Paused by you") && isLocked("#actionPrimary"));
        assertThat(hands.says("#statusConnected")).isEqualTo("Paused by you");
        assertThat(hands.says("#actionReason")).contains("paused");
        assertThat(Hands.see(() -> Set.copyOf(hands.seen("#liveState").orElseThrow().getPseudoClassStates())))
                .as("a pause is no trouble, so it is not red")
                .doesNotContain(PseudoClass.getPseudoClass("stale"));
        var place = Hands.see(() -> button.localToScene(button.getBoundsInLocal()));
        assertThat(place.contains(point, place.getCenterY())).as("under the mouse").isTrue();
        gallery.take("pause-1-paused-by-you");
        hands.press("#pauseButton");
        Hands.until(() -> hands.says("#liveState").startsWith("Live") && !isLocked("#actionPrimary"));
        gallery.take("pause-2-watching-again");
    }

    private boolean isStale() {
        return app.wiring().services().monitor().freshness() instanceof Freshness.Stale
                && hands.seen("#liveState").filter(node -> node.getPseudoClassStates()
                        .contains(PseudoClass.getPseudoClass("stale"))).isPresent();
    }

    private boolean isLocked(String button) {
        return hands.seen(button).filter(Node::isDisabled).isPresent();
    }

    private boolean hasEntered(RunKey run, Known stage) {
        return timeline(run).stream().anyMatch(each -> each instanceof RunEvent.StageEntered entered
                && entered.stage() == stage && entered.before().isPresent());
    }

    private List<RunEvent> timeline(RunKey run) {
        return app.wiring().services().analysis().history(run).timeline();
    }

    private static String time(Instant when) {
        return new Formats(Locale.getDefault(), ZoneId.systemDefault()).time(when);
    }
}
