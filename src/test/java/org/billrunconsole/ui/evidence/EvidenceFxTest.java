package org.billrunconsole.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ModalPane;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.export.evidence.PackFault;
import org.billrunconsole.export.evidence.PackReport;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.testkit.DialogSizes;
import org.billrunconsole.testkit.HeldTasks;
import org.billrunconsole.testkit.JournalEntries;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.ui.kit.ChosenFile;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.ui.kit.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The dialog of a pack in each of its states, in every window. */
@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class EvidenceFxTest {

    private static final String SEAL = "6f600062d4cd79a6d30cb9e94f4ee21d07354c238e2cc00d616b74ebd9f7d810";
    private static final ChosenFile FILE = new ChosenFile(Path.of(
            "/home/finance/month-end/2026-11/evidence-bill-run-1042.zip"));

    private final Messages messages = new Messages(Locale.UK);
    private final Run run = SampleRuns.named(SampleRuns.openRun(1042), "Monthly Nov 26");
    private final HeldTasks tasks = new HeldTasks();
    private Optional<EvidencePort.Made> made = Optional.empty();
    private Optional<EvidencePort.Verified> verified = Optional.empty();
    private EvidenceDialog dialog;
    private ModalPane modal;
    private Scene scene;

    @Start
    void start(Stage stage) {
        Theme.loadFonts();
        modal = new ModalPane();
        scene = new Scene(new StackPane(new StackPane(), modal), 1000, 680);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
        var port = new EvidencePort() {
            @Override
            public Made make(Run of, ChosenFile file) throws IOException {
                return made.orElseThrow(() -> new IOException("No room left"));
            }

            @Override
            public Verified verify(ChosenFile file) throws IOException {
                return verified.orElseThrow(() -> new IOException("Not there"));
            }
        };
        dialog = new EvidenceDialog(new Fxml(messages.bundle()), messages, new EvidenceSentences(messages, new Formats(
                Locale.UK, ZoneOffset.UTC)), () -> new EvidenceViewModel(port, tasks), () -> Optional.of(modal));
    }

    private void made(FxRobot robot) {
        robot.interact(() -> dialog.make(run, FILE));
        robot.interact(tasks::release);
    }

    private void verified(FxRobot robot, Optional<Activity.Note> known, PackFault... faults) {
        verified = Optional.of(new EvidencePort.Verified(new PackReport(List.of(faults), Optional.of(SEAL), 7, 1,
                Optional.of(run)), known));
        robot.interact(() -> dialog.verify(FILE));
        robot.interact(tasks::release);
    }

    private static String says(FxRobot robot, String query) {
        return Nodes.visible(robot, query, Label.class).getText();
    }

    private static List<String> lines(FxRobot robot) {
        return robot.lookup("#evidenceLines .label").queryAllAs(Label.class).stream().map(Label::getText).toList();
    }

    @Test
    void whatIsUnderWayIsSaidAndEscEndsIt(FxRobot robot) {
        robot.interact(() -> dialog.make(run, FILE));
        assertThat(says(robot, "#evidenceWaiting")).isEqualTo("Making the evidence pack of Monthly Nov 26…");
        DialogSizes.look(scene, "evidence-1-making", "evidenceFile", "evidenceProgress", "evidenceClose");
        robot.push(KeyCode.ESCAPE);
        assertThat(modal.isDisplay()).isFalse();
        assertThat(tasks.waiting()).isZero();
    }

    @Test
    void theNumberOfAPackThatWasMadeCanBeCopied(FxRobot robot) {
        made = Optional.of(new EvidencePort.Made(SEAL, true));
        made(robot);
        assertThat(says(robot, "#evidenceHead")).isEqualTo("The evidence of Monthly Nov 26 is saved");
        assertThat(says(robot, "#evidenceFile")).isEqualTo(FILE.toString());
        robot.interact(() -> robot.lookup("#copySeal").queryButton().fire());
        robot.interact(() -> assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo(SEAL));
        DialogSizes.look(scene, "evidence-2-made", "evidenceClose", "copySeal");
    }

    @Test
    void aPackThatTheJournalCouldNotKeepIsSaidToBeNotKnownHereLater(FxRobot robot) {
        made = Optional.of(new EvidencePort.Made(SEAL, false));
        made(robot);
        assertThat(says(robot, "#evidenceText")).startsWith("The journal could not keep its number");
        DialogSizes.look(scene, "evidence-3-not-kept", "evidenceClose", "copySeal");
    }

    @Test
    void aPackThatCouldNotBeMadeIsTriedAgainFromTheKeyboard(FxRobot robot) {
        made(robot);
        assertThat(says(robot, "#evidenceHead")).isEqualTo("The evidence of Monthly Nov 26 could not be saved");
        assertThat(says(robot, "#evidenceText"))
                .isEqualTo("Something else went wrong, which the log names. No pack was "
                        + "written, and what lay in that place is as it was.");
        DialogSizes.look(scene, "evidence-4-not-made", "evidenceClose", "evidenceAgain");
        made = Optional.of(new EvidencePort.Made(SEAL, true));
        robot.interact(() -> robot.lookup("#evidenceAgain").query().requestFocus());
        robot.push(KeyCode.SPACE);
        robot.interact(tasks::release);
        assertThat(says(robot, "#evidenceHead")).isEqualTo("The evidence of Monthly Nov 26 is saved");
        assertThat(scene.getFocusOwner()).isSameAs(robot.lookup("#evidenceClose").query());
    }

    @Test
    void aPackThatThisJournalKnowsHoldsAltogether(FxRobot robot) {
        verified(robot, Optional.of(new Activity.Note(UUID.randomUUID(), JournalEntries.TIME, JournalEntries.ORIGIN,
                Optional.of(run.key()), "evidence-made", Map.of("seal", SEAL))));
        assertThat(says(robot, "#evidenceHead")).isEqualTo("Everything holds");
        assertThat(says(robot, "#evidenceText")).isEqualTo(
                "This journal knows the pack: it was made 24 Nov 2026 09:00:00 by j.smith.");
        assertThat(lines(robot)).containsExactly("It is about Monthly Nov 26 (number 1042).",
                "All 6 files are as they were packed.",
                "All 7 lines of the journal are as they were written, and each follows the one before it.",
                "One line was left out when it was made, because of what looked like a password; the chain holds "
                        + "without.");
        DialogSizes.look(scene, "evidence-5-whole", "evidenceClose", "copySeal");
    }

    @Test
    void aPackThatThisJournalDoesNotKnowIsSaidToBeWholeInItselfOnly(FxRobot robot) {
        verified(robot, Optional.empty());
        assertThat(says(robot, "#evidenceHead")).isEqualTo("Whole in itself, but not known here");
        assertThat(robot.lookup("#seal").queryAs(TextField.class).getText()).isEqualTo(SEAL);
        DialogSizes.look(scene, "evidence-6-unknown", "evidenceClose", "copySeal");
    }

    @Test
    void whatDoesNotHoldIsNamedAndSoIsWhatDoes(FxRobot robot) {
        verified(robot, Optional.empty(), new PackFault.FileForeign("../../outside\n.txt"), new PackFault.FileTwice(
                "evidence.pdf"), new PackFault.FileAltered("journal.jsonl"),
                new PackFault.LineAltered(3,
                        "journal-2026-11.jsonl", 214),
                new PackFault.LineOutOfChain(4, "journal-2026-11.jsonl", 219));
        assertThat(says(robot, "#evidenceHead")).isEqualTo("This pack is not as it was made");
        assertThat(lines(robot)).containsExactly(
                "Does not belong into a pack and was not read: ../../outside .txt.",
                "There twice, so that programs may show different ones: evidence.pdf.", "Altered: journal.jsonl.",
                "Altered: line 3 of journal.jsonl, which stands in the journal in journal-2026-11.jsonl, line 214.",
                "Line 4 of journal.jsonl does not follow the one before it: that one was rewritten or taken out. In the "
                        + "journal it stands in journal-2026-11.jsonl, line 219.",
                "As they were packed: HOW-TO-VERIFY.txt, chain.tsv, SHA256SUMS, SHA256SUMS.sha256.");
        assertThat(Nodes.find(robot, "#sealBox", Node.class)).isEmpty();
        DialogSizes.look(scene, "evidence-7-altered", "evidenceClose");
    }

    @Test
    void aFileThatIsNoPackOrCannotBeReadIsSaidToBeThat(FxRobot robot) {
        verified(robot, Optional.empty(), new PackFault.NoPack());
        assertThat(says(robot, "#evidenceHead")).isEqualTo("This is no evidence pack");
        DialogSizes.look(scene, "evidence-8-no-pack", "evidenceClose");
        robot.push(KeyCode.ESCAPE);
        verified = Optional.empty();
        robot.interact(() -> dialog.verify(FILE));
        robot.interact(tasks::release);
        assertThat(says(robot, "#evidenceHead")).isEqualTo("The file could not be read");
        DialogSizes.look(scene, "evidence-9-unreadable", "evidenceClose", "evidenceAgain");
    }
}
