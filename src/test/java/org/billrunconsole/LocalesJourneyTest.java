package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.testkit.Pictures;
import org.billrunconsole.testkit.Sandboxes;
import org.billrunconsole.testkit.ShowsWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** The window on computers of other regions: the texts are English, dates and numbers are those of the region. */
@ShowsWindow
class LocalesJourneyTest {

    private static final Pattern LATIN = Pattern.compile("[0-9]");

    @RegisterExtension
    private final Sandboxes sandboxes = new Sandboxes();
    private final FxRobot robot = new FxRobot();
    private final Hands hands = new Hands(robot);
    private final Locale before = Locale.getDefault();
    @TempDir
    private Path folder;
    private ConsoleApp app;

    @AfterEach
    void close() throws Exception {
        FxToolkit.cleanupApplication(app);
        FxToolkit.cleanupStages();
        Locale.setDefault(before);
    }

    /**
     * @param figures how a day is typed there: day {0}, month {1}, year {2}
     * @param revenue how a sum of money looks there
     */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "tr-TR; {0}.{1}.{2}; £[0-9]{1,3}([.][0-9]{3})*",
            "fr-FR; {0}/{1}/{2}; [0-9]{1,3}(\u202f[0-9]{3})*\u00a0£GB",
            "ja-JP; {2}/{1}/{0}; £[0-9]{1,3}(,[0-9]{3})*",
            "ar-EG; {0}/{1}/{2}; .?[\u0660-\u0669]{1,3}(\u066c[\u0660-\u0669]{3})*.UK£.?",
            "th-TH-u-ca-buddhist; {0}/{1}/{2}; £[0-9]{1,3}(,[0-9]{3})*"})
    void datesAndNumbersAreThoseOfTheRegionInEveryPlace(String tag, String figures, String revenue) throws Exception {
        var region = Locale.forLanguageTag(tag);
        Locale.setDefault(region);
        Stage stage = FxToolkit.registerPrimaryStage();
        app = (ConsoleApp) FxToolkit.setupApplication(() -> Consoles.on(sandboxes::watching, "--config-dir",
                folder.toString()));
        hands.dismissWelcome();

        // Capital I has no dot in Turkish, and "residential" one in its middle; words find both.
        hands.type("#searchField", "RESIDENTIAL");
        Hands.until(() -> !hands.rows(RunKind.REGULAR).isEmpty() && hands.rows(RunKind.REGULAR).stream()
                .allMatch(row -> row.run().label().contains("Residential")));
        var run = hands.choose(RunKind.REGULAR, row -> row.run().hasStatus(RunStatus.Known.OPEN)
                && row.run().revenue().isPresent());
        var day = app.wiring().services().store().find(run).flatMap(Run::invoiceDate).orElseThrow();
        assertThat(hands.seen("#runsTable")).isPresent();
        var said = said(stage.getScene().getRoot());
        assertThat(said).as("texts are English").contains("Billing cycle", "Close and report");
        assertThat(said).as("days").contains(new Formats(region, ZoneOffset.UTC).date(day));
        assertThat(said).as("money").anyMatch(text -> text.matches(revenue));
        picture(stage, "locale-" + region.getLanguage());

        hands.ask("#actionPrimary");
        assertThat(Hands.see(() -> robot.lookup("#invoiceDate").queryAs(DatePicker.class).getChronology()))
                .isEqualTo(IsoChronology.INSTANCE);
        var next = day.plusDays(1);
        typeDay(MessageFormat.format(figures, Integer.toString(next.getDayOfMonth()),
                Integer.toString(next.getMonthValue()), Integer.toString(next.getYear())));
        assertThat(hands.says("#request")).contains("\"" + next + "\"");
        typeDay(next.plusDays(1).toString());
        assertThat(hands.says("#request")).contains("\"" + next.plusDays(1) + "\"");
        typeDay("next week");
        assertThat(hands.canConfirm()).isFalse();
        var refused = said(stage.getScene().getRoot());
        assertThat(refused).anyMatch(text -> text.contains("This is not a date.")
                && text.contains(new Formats(region, ZoneOffset.UTC).dayInFigures(LocalDate.of(2026, 12, 15))));
        picture(stage, "locale-" + region.getLanguage() + "-date");
        if (tag.startsWith("ar")) {
            // Only what a person typed, ids, and what goes to the server have other digits.
            assertThat(said.stream().filter(text -> text.contains("\u0660") || text.contains("\u0662")))
                    .isNotEmpty()
                    .noneMatch(text -> LATIN.matcher(text.replaceAll("\\([0-9]+\\)", "")).find());
        }
    }

    private void picture(Stage stage, String name) {
        if (name.contains("-ar")) {
            // This toolkit's fonts take twice a line for letters that they borrow from another, which is walked in vain.
            robot.interact(() -> Pictures.keep(stage.getScene().snapshot(null), name));
        } else {
            robot.interact(() -> Pictures.take(stage.getScene(), name));
        }
    }

    private void typeDay(String text) {
        var field = hands.seen("#invoiceDate").map(node -> node.lookup(".text-field")).orElseThrow();
        robot.clickOn(field);
        hands.push(KeyCode.CONTROL, KeyCode.A);
        robot.write(text, 0);
        Hands.until(() -> ((TextInputControl) field).getText().equals(text));
    }

    private static List<String> said(Node root) {
        return Hands.see(() -> {
            var said = new ArrayList<String>();
            read(root, said);
            return said;
        });
    }

    private static void read(Node node, List<String> said) {
        switch (node) {
            case Labeled labeled when labeled.getText() != null -> said.add(labeled.getText());
            case TextInputControl input -> said.add(input.getText());
            default -> {
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> read(child, said));
        }
    }
}
