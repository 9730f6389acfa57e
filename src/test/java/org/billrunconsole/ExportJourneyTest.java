package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.testkit.Gallery;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.ui.kit.ChosenFile;
import org.billrunconsole.ui.kit.export.FilePlaces;
import org.billrunconsole.ui.runlist.RunListView;
import org.billrunconsole.ui.runlist.rows.RunRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** What the list shows is saved as files, which other programs read. */
@ShowsWindow
class ExportJourneyTest {

    private final FxRobot robot = new FxRobot();
    private final Hands hands = new Hands(robot);
    private final List<ChosenFile> looked = new ArrayList<>();
    @TempDir
    private Path folder;
    @TempDir
    private Path exported;
    private ConsoleApp app;
    private Gallery gallery;

    private void open(int runs) throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        app = (ConsoleApp) FxToolkit.setupApplication(() -> Consoles.on(
                options -> runs == 0 ? DialogsJourneyTest.still(options)
                        : DialogsJourneyTest.still(options).withRuns(runs),
                files(), "--config-dir", folder.toString()));
        gallery = new Gallery(stage);
        hands.dismissWelcome();
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.cleanupApplication(app);
        FxToolkit.cleanupStages();
    }

    @Test
    void aFilteredListIsReadBackByOtherProgramsAsItIsShown() throws Exception {
        open(0);
        hands.pressSegment("#statusFilter", "All");
        hands.type("#searchField", "Nov 2026");
        Hands.until(() -> hands.says("#statusShown").contains(" of "));
        var names = Hands.see(() -> hands.rows(RunKind.REGULAR).stream().map(row -> row.run().label()).toList());
        assertThat(names).hasSizeGreaterThan(3);

        hands.push(KeyCode.CONTROL, KeyCode.E);
        Hands.until(() -> hands.hasKeyboard("#exportButton"));
        gallery.take("export-1-menu");
        hands.push(KeyCode.ESCAPE);
        export(KeyCode.DOWN);
        assertThat(hands.says("#exportTitle")).isEqualTo("Exported: " + names.size() + " rows");
        gallery.take("export-2-saved");
        hands.press("#exportFolder");
        Hands.until(() -> looked.size() == 1);
        var sheet = sheet(exported.resolve("bill-runs.xlsx"));
        assertThat(IntStream.rangeClosed(1, sheet.getLastRowNum())
                .mapToObj(row -> sheet.getRow(row).getCell(0).getStringCellValue())).containsExactlyElementsOf(names);
        var titles = IntStream.range(0, sheet.getRow(0).getLastCellNum())
                .mapToObj(column -> sheet.getRow(0).getCell(column).getStringCellValue())
                .toList();
        assertThat(titles).containsExactly("Name", "Billing cycle", "Period", "Invoice date", "Status", "Stage",
                "Revenue", "Revenue (currency)", "Suspense");
        assertThat(sheet.getRow(1).getCell(titles.indexOf("Revenue")).getCellType()).isEqualTo(CellType.NUMERIC);
        assertThat(sheet.getRow(1).getCell(titles.indexOf("Invoice date")).getLocalDateTimeCellValue()).isNotNull();

        export(KeyCode.DOWN, KeyCode.DOWN);
        var records = records(exported.resolve("bill-runs.csv"));
        assertThat(records.getFirst().toList()).isEqualTo(titles);
        assertThat(records.stream().skip(1).map(each -> each.get(0))).containsExactlyElementsOf(names);
        assertThat(records.get(1).get(titles.indexOf("Invoice date"))).matches("\\d\\d/\\d\\d/2026");
        hands.press("#exportDismiss");
        Hands.until(() -> hands.seen("#exportNotice").isEmpty());
    }

    @Test
    void aFilteredAndGroupedListIsReadBackWithTheHeadingsOfItsGroups() throws Exception {
        open(0);
        hands.pressSegment("#statusFilter", "All");
        hands.type("#searchField", "2026");
        robot.interact(() -> robot.lookup("#columnsButton")
                .queryAs(MenuButton.class)
                .getItems()
                .stream()
                .filter(Menu.class::isInstance)
                .flatMap(menu -> ((Menu) menu).getItems().stream())
                .filter(item -> "group-cycle".equals(item.getId()))
                .forEach(MenuItem::fire));
        var list = app.wiring().shell().regular();
        Hands.until(() -> hands.says("#statusShown").contains(" of ") && list.groups().size() > 3);
        gallery.take("export-3-grouped");
        var rows = Hands.see(() -> list.shown().size());
        var expected = Hands.see(() -> {
            var first = new ArrayList<String>();
            var names = list.shown().stream().map(row -> row.run().label()).iterator();
            for (var group : list.groups()) {
                first.add("%s · %d run".formatted(group.key().label(), group.runs()));
                for (int i = 0; i < group.runs(); i++) {
                    first.add(names.next());
                }
            }
            return first;
        });

        export(KeyCode.DOWN);
        assertThat(hands.says("#exportTitle")).isEqualTo("Exported: " + rows + " rows");
        var sheet = sheet(exported.resolve("bill-runs.xlsx"));
        assertThat(sheet.getLastRowNum()).isEqualTo(expected.size());
        for (int row = 1; row <= expected.size(); row++) {
            var cell = sheet.getRow(row).getCell(0);
            assertThat(cell.getStringCellValue()).startsWith(expected.get(row - 1));
            assertThat(cell.getCellStyle().getFont().getBold()).as(cell.getStringCellValue()).isEqualTo(
                    expected.get(row - 1).contains(" · "));
        }
        assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).as("the sum in each currency").containsPattern(
                "[£€$][0-9,]+");

        export(KeyCode.DOWN, KeyCode.DOWN);
        var records = records(exported.resolve("bill-runs.csv"));
        assertThat(records).hasSize(1 + expected.size());
        for (int row = 1; row <= expected.size(); row++) {
            assertThat(records.get(row).get(0)).startsWith(expected.get(row - 1));
        }
    }

    @Test
    void aHundredThousandRowsAreExportedAndCanBeStopped() throws Exception {
        open(100_000);
        hands.pressSegment("#statusFilter", "All");
        Hands.until(() -> hands.says("#statusShown").equals("100,000 runs") || table().getItems().size() >= 100_000);
        var size = Hands.see(() -> table().getItems().size());

        press(KeyCode.DOWN);
        Hands.until(() -> hands.seen("#exportStop").map(stop -> {
            ((Button) stop).fire();
            return true;
        }).orElse(false));
        Hands.until(() -> hands.says("#exportTitle").equals("Export stopped"));
        assertThat(exported).isEmptyDirectory();

        export(KeyCode.DOWN);
        assertThat(hands.says("#exportTitle")).isEqualTo("Exported: %,d rows".formatted(size));
        export(KeyCode.DOWN, KeyCode.DOWN);
        try (var lines = Files.lines(exported.resolve("bill-runs.csv"))) {
            assertThat(lines.count()).isEqualTo(size + 1);
        }
        assertThat(exported.resolve("bill-runs.xlsx")).isNotEmptyFile();
    }

    /** Chooses an item of the menu by the keyboard, and waits for what comes of it. */
    private void export(KeyCode... steps) {
        if (hands.isSeen("#exportDismiss")) {
            hands.press("#exportDismiss");
        }
        press(steps);
        Hands.until(() -> hands.isSeen("#exportFolder"));
    }

    private void press(KeyCode... steps) {
        hands.push(KeyCode.CONTROL, KeyCode.E);
        Hands.until(() -> hands.hasKeyboard("#exportButton"));
        for (var step : steps) {
            hands.push(step);
        }
        hands.push(KeyCode.ENTER);
    }

    private TableView<RunRow> table() {
        return robot.lookup("#" + RunListView.tableId(RunKind.REGULAR)).query();
    }

    private static XSSFSheet sheet(Path file) throws IOException {
        try (var workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            return workbook.getSheetAt(0);
        }
    }

    private static List<CSVRecord> records(Path file) throws IOException {
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            assertThat(reader.read()).isEqualTo('\uFEFF');
            return CSVFormat.RFC4180.parse(reader).getRecords();
        }
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
                looked.add(file);
            }
        };
    }
}
