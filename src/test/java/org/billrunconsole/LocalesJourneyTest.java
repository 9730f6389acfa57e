package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.chrono.IsoChronology;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.testkit.Pictures;
import org.billrunconsole.testkit.Sandboxes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** The window on a computer that writes digits, months and years in another way than the program's texts. */
class LocalesJourneyTest {

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

    @ParameterizedTest
    @CsvSource({"ar-EG-u-nu-arab, ARABIC", "th-TH-u-ca-buddhist-nu-thai, THAI"})
    void theWindowAndItsDialogSpeakOneLanguageInOneKindOfDigits(String tag, Character.UnicodeScript foreign)
            throws Exception {
        Locale.setDefault(Locale.forLanguageTag(tag));
        Stage stage = FxToolkit.registerPrimaryStage();
        app = (ConsoleApp) FxToolkit.setupApplication(() -> Consoles.on(sandboxes::watching, "--config-dir",
                folder.toString()));
        hands.dismissWelcome();
        hands.choose(RunKind.REGULAR, row -> row.run().hasStatus(RunStatus.Known.OPEN));
        hands.ask("#actionPrimary");
        var said = new StringBuilder();
        robot.interact(() -> {
            Pictures.take(stage.getScene(), "locale-" + foreign.name().toLowerCase(Locale.ROOT));
            read(stage.getScene().getRoot(), said);
        });
        assertThat(said).contains(" 20").matches(text -> text.codePoints()
                .noneMatch(sign -> Character.UnicodeScript.of(sign) == foreign), "no sign of " + foreign);
        assertThat(Hands.see(() -> robot.lookup("#invoiceDate").queryAs(DatePicker.class).getChronology()))
                .isEqualTo(IsoChronology.INSTANCE);
    }

    private static void read(Node node, StringBuilder said) {
        switch (node) {
            case Labeled labeled -> said.append(labeled.getText()).append('\n');
            case TextInputControl input -> said.append(input.getText()).append('\n');
            default -> {
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> read(child, said));
        }
    }
}
