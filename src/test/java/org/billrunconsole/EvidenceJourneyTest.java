package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.export.evidence.PackFile;
import org.billrunconsole.testkit.Gallery;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.Sandboxes;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.testkit.Zips;
import org.billrunconsole.ui.kit.ChosenFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** A run is closed, its evidence is packed, and whoever alters a byte of it is found out. */
@ShowsWindow
class EvidenceJourneyTest {

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
                folder.resolve("console").toString()));
        gallery = new Gallery(stage);
        hands.dismissWelcome();
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.cleanupApplication(app);
        FxToolkit.cleanupStages();
    }

    @Test
    void aPackOfAClosedRunHoldsUntilAByteOfItIsAltered() throws IOException {
        var run = closed();
        assertThat(items()).contains("Evidence pack…");
        var zip = folder.resolve("evidence.zip");
        robot.interact(() -> app.wiring().evidence().make(app.wiring().services().store().find(run).orElseThrow(),
                new ChosenFile(zip)));
        Hands.until(() -> hands.says("#evidenceHead").endsWith(" is saved"));
        gallery.take("evidence-journey-1-made");
        hands.push(KeyCode.ESCAPE);

        var files = Zips.read(zip);
        try (var pdf = Loader.loadPDF(files.get(PackFile.DOCUMENT.fileName()))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Close and report – Applied", "SANDBOX",
                    run.path(), hands.says("#detailTitle"));
        }
        assertThat(new String(files.get(PackFile.LINES.fileName()), StandardCharsets.UTF_8).lines()).allMatch(
                line -> line.contains("\"id\":" + run.id())).hasSizeGreaterThanOrEqualTo(3);

        verify(zip);
        assertThat(hands.says("#evidenceHead")).isEqualTo("Everything holds");
        gallery.take("evidence-journey-2-holds");
        hands.push(KeyCode.ESCAPE);
        for (var file : PackFile.values()) {
            var altered = folder.resolve("altered-" + file.ordinal() + ".zip");
            Zips.write(altered, altered(files, file));
            verify(altered);
            assertThat(lines()).as(file.fileName()).contains("Altered: " + file.fileName() + ".");
            if (file == PackFile.LINES) {
                assertThat(lines()).anyMatch(line -> line.startsWith("Altered: line 1 of journal.jsonl, which stands"));
                gallery.take("evidence-journey-3-altered");
            }
            hands.push(KeyCode.ESCAPE);
        }

        robot.interact(() -> robot.lookup("#tabs").queryAs(TabPane.class).getSelectionModel().selectLast());
        Hands.until(() -> hands.isSeen("#verifyPack"));
        gallery.take("evidence-journey-4-activity");
        assertThat(app.wiring().services().activityLog().latest(_ -> true, 1).getFirst().run()).contains(run);
    }

    private RunKey closed() {
        var run = hands.choose(RunKind.REGULAR, row -> DialogsJourneyTest.isOpen(row) && app.wiring().sandbox().run(row
                .key()).closeable());
        hands.ask("#actionPrimary");
        hands.confirm();
        Hands.until(() -> hands.says("#detailStatus").equals("Closed"));
        return run;
    }

    private List<String> items() {
        hands.press("#moreActions");
        var items = Hands.see(() -> Nodes.visible(robot, "#moreActions", MenuButton.class).getItems().stream().map(
                MenuItem::getText).toList());
        hands.push(KeyCode.ESCAPE);
        return items;
    }

    private void verify(Path zip) {
        robot.interact(() -> app.wiring().evidence().verify(new ChosenFile(zip)));
        Hands.until(() -> hands.isSeen("#evidenceHead") && !hands.isSeen("#evidenceProgress"));
    }

    private List<String> lines() {
        return Hands.see(() -> new ArrayList<>(robot.lookup("#evidenceLines .label").queryAllAs(Label.class)).stream()
                .map(Label::getText)
                .toList());
    }

    private static Map<String, byte[]> altered(Map<String, byte[]> files, PackFile file) {
        var altered = new LinkedHashMap<>(files);
        var content = files.get(file.fileName()).clone();
        content[content.length / 9] ^= 1;
        altered.put(file.fileName(), content);
        return altered;
    }
}
