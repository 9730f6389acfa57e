package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.domain.write.WireRequest;
import org.billrunconsole.sandbox.api.LoggedRequest;
import org.billrunconsole.testkit.Gallery;
import org.billrunconsole.testkit.Sandboxes;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.ui.runlist.rows.RunRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** The whole console on its own sandbox: a run is taken from open to finished by clicking, and watched on its way. */
@ShowsWindow
class ConsoleJourneyTest {

    @RegisterExtension
    private final Sandboxes sandboxes = new Sandboxes();
    private final Hands hands = new Hands(new FxRobot());
    @TempDir
    private Path folder;
    private ConsoleApp app;
    private Gallery gallery;

    @BeforeEach
    void open() throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        app = (ConsoleApp) FxToolkit.setupApplication(() -> Consoles.on(
                options -> sandboxes.watching(options.withDrift(false)), "--sandbox-speed", "150", "--config-dir",
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
    void aRegularRunGoesFromOpenToFinished() {
        var run = hands.choose(RunKind.REGULAR, this::isCloseable);
        gallery.take("regular-1-open");
        step("Close and report", "regular-2-close");
        awaitReady("Draft invoices");
        gallery.take("regular-3-reported");
        step("Draft invoices", "regular-4-draft");
        awaitReady("Generate full invoices");
        gallery.take("regular-5-drafts-ready");
        step("Generate full invoices", "regular-6-full");
        awaitReady("Distribute and finalise");
        gallery.take("regular-7-full-ready");
        step("Distribute and finalise", "regular-8-distribute");
        awaitFinished(run);
        gallery.take("regular-9-finished");
        var path = run.path();
        assertThat(bodies(path)).containsExactly(
                "[{\"op\":\"replace\",\"path\":\"/billRunStatus\",\"value\":\"CLOSED\"},"
                        + "{\"op\":\"replace\",\"path\":\"/summaryStatus\",\"value\":\"REPORTING\"}]",
                "[{\"op\":\"replace\",\"path\":\"/summaryStatus\",\"value\":\"DRAFT_INVOICES\"}]",
                "[{\"op\":\"replace\",\"path\":\"/summaryStatus\",\"value\":\"FULL_INVOICES\"}]",
                "[{\"op\":\"replace\",\"path\":\"/summaryStatus\",\"value\":\"DISTRIBUTION\"}]");
        assertThat(writes()).extracting(LoggedRequest::contentType).containsOnly(WireRequest.JSON_PATCH);
    }

    @Test
    void anAdhocRunGoesFromOpenToFinished() {
        hands.goTo(RunKind.ADHOC);
        var run = hands.choose(RunKind.ADHOC, this::isCloseable);
        gallery.take("adhoc-1-open");
        step("Close and report", "adhoc-2-close");
        awaitReady("Generate full invoices");
        step("Generate full invoices", "adhoc-3-full");
        awaitReady("Distribute and finalise");
        gallery.take("adhoc-4-full-ready");
        step("Distribute and finalise", "adhoc-5-distribute");
        awaitFinished(run);
        gallery.take("adhoc-6-finished");
        assertThat(bodies(run.path())).containsExactly(
                "[{\"op\":\"replace\",\"path\":\"/summaryStatus\",\"value\":\"REPORTING\"}]",
                "[{\"op\":\"replace\",\"path\":\"/summaryStatus\",\"value\":\"FULL_INVOICES\"}]",
                "[{\"op\":\"replace\",\"path\":\"/summaryStatus\",\"value\":\"DISTRIBUTION\"}]");
        assertThat(writes()).extracting(LoggedRequest::contentType).containsOnly(WireRequest.JSON_PATCH);
    }

    /**
     * Presses the due button, takes the dialog's picture, fills in what it asks for, and confirms, once: nothing but the
     * console moves the run, so whoever says that it has changed meanwhile is wrong.
     */
    private void step(String button, String picture) {
        var name = hands.says("#detailTitle");
        hands.ask("#actionPrimary");
        gallery.take(picture);
        assertThat(hands.says("#confirmButton")).startsWith(button);
        for (var field : Map.of("#confirmName", name, "#confirmReason", "Agreed with finance").entrySet()) {
            if (Hands.see(() -> hands.seen(field.getKey())).isPresent()) {
                hands.type(field.getKey(), field.getValue());
            }
        }
        hands.confirm();
    }

    private void awaitReady(String nextStep) {
        Hands.until(() -> hands.seen("#actionPrimary")
                .map(Button.class::cast)
                .filter(button -> button.getText().startsWith(nextStep) && !button.isDisabled())
                .isPresent());
    }

    private void awaitFinished(RunKey run) {
        Hands.until(() -> hands.seen("#detailStatus")
                .map(Label.class::cast)
                .filter(status -> status.getText().equals("Finalized"))
                .isPresent());
        var seen = app.wiring().services().store().find(run).orElseThrow();
        assertThat(seen.status()).contains(RunStatus.Known.FINALIZED);
        assertThat(seen.stage()).contains(Known.FINISHED);
    }

    /** Open, and the sandbox would close it now. */
    private boolean isCloseable(RunRow row) {
        return DialogsJourneyTest.isOpen(row) && app.wiring().sandbox().run(row.key()).closeable();
    }

    private List<LoggedRequest> writes() {
        return app.wiring().sandbox().log().writes();
    }

    private List<String> bodies(String path) {
        return writes().stream().filter(each -> each.path().endsWith(path)).map(LoggedRequest::body).toList();
    }
}
