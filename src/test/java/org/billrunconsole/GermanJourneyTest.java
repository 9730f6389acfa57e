package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.apache.commons.csv.CSVFormat;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.testkit.Gallery;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.Sandboxes;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.ui.kit.ChosenFile;
import org.billrunconsole.ui.kit.export.FilePlaces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** A whole close in German, from the choice of the language to the exported list. */
@ShowsWindow
class GermanJourneyTest {

    @RegisterExtension
    private final Sandboxes sandboxes = new Sandboxes();
    private final FxRobot robot = new FxRobot();
    private final Hands hands = new Hands(robot);
    private final List<ChosenFile> shown = new ArrayList<>();
    private final Locale before = Locale.getDefault();
    @TempDir
    private Path folder;
    @TempDir
    private Path exported;
    private ConsoleApp app;
    private Gallery gallery;

    private void open() throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        app = (ConsoleApp) FxToolkit.setupApplication(() -> Consoles.on(
                options -> sandboxes.watching(options.withDrift(false)), files(), "--sandbox-speed", "150",
                "--config-dir", folder.toString()));
        gallery = new Gallery(stage);
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.cleanupApplication(app);
        FxToolkit.cleanupStages();
        Locale.setDefault(before);
    }

    @Test
    void germanIsChosenAndAMonthIsClosedAndExportedInIt() throws Exception {
        open();
        hands.dismissWelcome();
        chooseGerman();
        close();
        open();
        Hands.until(() -> !hands.rows(RunKind.REGULAR).isEmpty());
        var run = hands.choose(RunKind.REGULAR, row -> DialogsJourneyTest.isOpen(row) && app.wiring().sandbox().run(row
                .key()).closeable());
        var name = hands.says("#detailTitle");
        assertThat(hands.says("#detailStatus")).isEqualTo("Offen");
        gallery.take("german-1-open");
        take(run, name, "Schließen und auswerten", "Entwürfe erstellen");
        take(run, name, "Entwürfe erstellen", "Endgültige Rechnungen erstellen");
        take(run, name, "Endgültige Rechnungen erstellen", "Versenden und abschließen");
        hands.ask("#actionPrimary");
        assertThat(Hands.see(() -> robot.lookup("#undo").queryAs(Text.class).getText())).isEqualTo(
                "Das lässt sich nicht rückgängig machen.");
        assertThat(hands.canConfirm()).as("before the name is typed").isFalse();
        gallery.take("german-2-distribute");
        fillIn(name);
        hands.confirm();
        Hands.until(() -> hands.seen("#detailStatus").map(Label.class::cast)
                .filter(status -> status.getText().equals("Abgeschlossen")).isPresent());
        assertThat(app.wiring().sandbox().log().writes().stream()
                .filter(each -> each.path().endsWith(run.path()))).hasSize(4);
        gallery.take("german-3-finished");
        theListIsReadBack();
        hands.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        Hands.until(() -> hands.isSeen("#activityTable"));
        gallery.take("german-4-activity");
    }

    private void chooseGerman() {
        robot.interact(() -> Nodes.visible(robot, "#settingsButton", MenuButton.class).getItems().getFirst().fire());
        Hands.until(() -> hands.isSeen("#settingsDialog"));
        robot.interact(() -> {
            box("#language").setValue(Optional.of("de"));
            box("#region").setValue(Optional.of("de-DE"));
        });
        assertThat(hands.isSeen("#nextStart")).isTrue();
        hands.press("#saveButton");
        Hands.until(() -> !hands.isSeen("#settingsDialog"));
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Optional<String>> box(String query) {
        return robot.lookup(query).queryAs(ComboBox.class);
    }

    /** Takes the due step by its dialog, and waits until the next one is due. */
    private void take(RunKey run, String name, String step, String next) {
        Hands.until(() -> hands.seen("#actionPrimary").filter(node -> !node.isDisabled()).isPresent()
                && hands.says("#actionPrimary").startsWith(step));
        hands.ask("#actionPrimary");
        assertThat(hands.says("#title")).isEqualTo(step + ": „" + name + "“");
        fillIn(name);
        hands.confirm();
        Hands.until(() -> hands.seen("#actionPrimary").filter(node -> !node.isDisabled()).isPresent()
                && hands.says("#actionPrimary").startsWith(next));
        assertThat(app.wiring().services().store().find(run)).isPresent();
    }

    private void fillIn(String name) {
        for (var field : Map.of("#confirmName", name, "#confirmReason", "Mit der Buchhaltung abgestimmt").entrySet()) {
            if (hands.isSeen(field.getKey())) {
                hands.type(field.getKey(), field.getValue());
            }
        }
        Hands.until(hands::canConfirm);
    }

    private void theListIsReadBack() throws Exception {
        export(KeyCode.DOWN);
        assertThat(hands.says("#exportTitle")).matches("Exportierte Zeilen: \\d+");
        gallery.take("german-5-exported");
        try (var workbook = new XSSFWorkbook(Files.newInputStream(exported.resolve("abrechnungslaeufe.xlsx")))) {
            var sheet = workbook.getSheetAt(0);
            var titles = IntStream.range(0, sheet.getRow(0).getLastCellNum())
                    .mapToObj(column -> sheet.getRow(0).getCell(column).getStringCellValue())
                    .toList();
            assertThat(titles).contains("Name", "Zyklus", "Zeitraum", "Rechnungsdatum", "Umsatz", "Klärfälle");
            assertThat(sheet.getRow(1).getCell(titles.indexOf("Umsatz")).getCellType()).isEqualTo(CellType.NUMERIC);
        }
        hands.press("#exportDismiss");
        export(KeyCode.DOWN, KeyCode.DOWN);
        var lines = Files.readString(exported.resolve("abrechnungslaeufe.csv"), StandardCharsets.UTF_8).substring(1);
        var records = CSVFormat.RFC4180.builder().setDelimiter(';').get().parse(new StringReader(lines))
                .getRecords();
        var titles = StreamSupport.stream(records.getFirst().spliterator(), false).toList();
        assertThat(titles).contains("Rechnungsdatum");
        assertThat(records.get(1).get(titles.indexOf("Rechnungsdatum"))).matches("\\d\\d\\.\\d\\d\\.20\\d\\d");
    }

    private void export(KeyCode... steps) {
        hands.push(KeyCode.CONTROL, KeyCode.E);
        Hands.until(() -> hands.hasKeyboard("#exportButton"));
        List.of(steps).forEach(hands::push);
        hands.push(KeyCode.ENTER);
        Hands.until(() -> hands.isSeen("#exportFolder"));
    }

    /** Answers the operating system's dialog with the name that it offers. */
    private FilePlaces files() {
        return new FilePlaces() {
            @Override
            public Optional<ChosenFile> choose(Window over, String title, String name, String kind, String ending) {
                return Optional.of(new ChosenFile(exported.resolve(name)));
            }

            @Override
            public void show(ChosenFile file) {
                shown.add(file);
            }
        };
    }
}
