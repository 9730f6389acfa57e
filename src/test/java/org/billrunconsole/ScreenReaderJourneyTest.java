package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.sandbox.faults.Fault;
import org.billrunconsole.sandbox.faults.FaultEffect;
import org.billrunconsole.testkit.Sandboxes;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.testkit.Spoken;
import org.billrunconsole.testkit.Typing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/**
 * A close by the keyboard alone, as somebody hears it who cannot see the window. What a screen reader is told at every
 * stop of the keyboard is kept in {@code target/screen-reader/main-journey.txt} for people to read.
 */
@ShowsWindow
class ScreenReaderJourneyTest {

    private static final Path KEPT = Path.of("target", "screen-reader", "main-journey.txt");
    private static final int MOST_STOPS = 80;

    @RegisterExtension
    private final Sandboxes sandboxes = new Sandboxes();
    private final FxRobot robot = new FxRobot();
    private final Hands hands = new Hands(robot);
    /** What is announced is written down between the rest, on the window's thread. */
    private final List<String> heard = new CopyOnWriteArrayList<>();
    @TempDir
    private Path folder;
    /** Whether the server refuses the next step once. */
    private boolean refused;
    private Optional<String> dialog = Optional.empty();
    private ConsoleApp app;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        stage = FxToolkit.registerPrimaryStage();
        app = (ConsoleApp) FxToolkit.setupApplication(() -> Consoles.on(
                options -> sandboxes.watching(options.withDrift(false)), "--sandbox-speed", "150", "--config-dir",
                folder.toString()));
    }

    @AfterEach
    void close() throws Exception {
        // Also of a journey that fails: what was heard last says why.
        Files.createDirectories(KEPT.getParent());
        Files.write(KEPT, heard);
        FxToolkit.cleanupApplication(app);
        FxToolkit.cleanupStages();
    }

    @Test
    void everyStopOfAWholeCloseIsNamedAndTheGravestStepSaysWhatItIs() {
        Hands.until(() -> !hands.rows(RunKind.REGULAR).isEmpty());
        say("The window");
        goRound();
        Hands.see(() -> stage.getScene().lookup("#announcements"))
                .accessibleTextProperty()
                .addListener((_, _, text) -> heard.add("ANNOUNCED " + text));
        var run = hands.rows(RunKind.REGULAR).stream().filter(row -> DialogsJourneyTest.isOpen(row)
                && app.wiring().sandbox().run(row.key()).closeable()).findFirst().orElseThrow();
        var name = run.run().label();

        say("Ctrl+P, and the run's name");
        hands.push(KeyCode.CONTROL, KeyCode.P);
        Hands.until(() -> hands.hasKeyboard("#searchBoxField"));
        listen();
        Typing.write(robot, stage.getScene(), name);
        hands.push(KeyCode.ENTER);
        Hands.until(() -> !hands.isSeen("#searchBox") && hands.says("#detailTitle").equals(name));
        listen();

        take(name, "Close and report", "Draft invoices");
        app.wiring().sandbox().faults().order(Fault.of(new FaultEffect.ErrorStatus(400, FaultEffect.Moment.BEFORE))
                .onWrites()
                .once());
        refused = true;
        take(name, "Draft invoices", "Generate full invoices");
        take(name, "Generate full invoices", "Distribute and finalise");
        take(name, "Distribute and finalise", "");
        Hands.until(() -> hands.seen("#detailStatus").map(Label.class::cast)
                .filter(status -> status.getText().equals("Finalized")).isPresent());
        Hands.until(() -> announced().anyMatch(each -> each.startsWith(name + " finished.")));
        listen();
        say("Ctrl+Enter, though nothing is left to do");
        hands.push(KeyCode.CONTROL, KeyCode.ENTER);
        Hands.until(() -> announced().anyMatch(hands.says("#actionReason")::equals));

        var stops = heard.stream().filter(line -> line.contains(" | ")).toList();
        assertThat(stops).hasSizeGreaterThan(40).allSatisfy(line -> {
            var told = line.split(" \\| ", -1);
            assertThat(told[0]).as("role").doesNotContain("NODE", "PARENT");
            assertThat(told[1]).as("name").isNotBlank();
        });
        assertThat(stops).as("a row says what its columns say").anyMatch(line -> line.contains("Name: " + name)
                && line.contains("Status: Open") && line.contains("Revenue: "));
        // A stage that is over before the console has seen it is told as over only.
        assertThat(announced()).as("that a stage begins").anyMatch(each -> each.endsWith(" started, " + name));
        assertThat(announced().filter(each -> each.contains(name))).as("what is the operator's turn, and the end")
                .containsSubsequence(name + ": Reported. The next step is yours.",
                        name + ": Draft invoices ready. The next step is yours.",
                        name + ": Full invoices ready. The next step is yours.")
                .last()
                .asString()
                .startsWith(name + " finished.");
        var percents = announced().filter(each -> each.contains("\u00a0%")).toList();
        assertThat(percents).as("every tenth at most").doesNotHaveDuplicates().allSatisfy(each -> assertThat(each)
                .matches("[1-9]0\u00a0%, .*" + Pattern.quote(name)));
        assertThat(heard).as("the gravest step says where, which run and that it cannot be undone").anyMatch(
                line -> line.startsWith("DIALOG SANDBOX · Practice. Distribute and finalise “" + name + "”")
                        && line.contains("cannot be undone"));
    }

    /** Opens the due step's dialog, hears all its stops, fills in what it asks for and presses its button. */
    private void take(String name, String button, String next) {
        say("Ctrl+Enter: " + button);
        hands.push(KeyCode.CONTROL, KeyCode.ENTER);
        Hands.until(() -> hands.isSeen("#confirmButton"));
        listen();
        for (var field : Map.of("confirmName", name, "confirmReason", "Agreed with finance").entrySet()) {
            if (hands.isSeen("#" + field.getKey())) {
                tabTo(field.getKey());
                Typing.write(robot, stage.getScene(), field.getValue());
            }
        }
        Hands.until(hands::canConfirm);
        goRound();
        tabTo("confirmButton");
        hands.push(KeyCode.SPACE);
        if (refused) {
            refused = false;
            Hands.until(() -> announced().anyMatch(each -> each.startsWith("The server refused the request")));
            listen();
            say("Once more");
            tabTo("confirmButton");
            hands.push(KeyCode.SPACE);
        }
        hands.untilClosed();
        listen();
        if (!next.isEmpty()) {
            Hands.until(() -> hands.seen("#actionPrimary").filter(node -> !node.isDisabled()).isPresent()
                    && hands.says("#actionPrimary").startsWith(next));
        }
    }

    private Stream<String> announced() {
        return heard.stream().filter(line -> line.startsWith("ANNOUNCED ")).map(line -> line.substring(
                "ANNOUNCED ".length()));
    }

    /** Hears every stop of the keyboard, once round. */
    private void goRound() {
        var first = owner();
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            listen();
            hands.push(KeyCode.TAB);
            if (owner() == first) {
                return;
            }
        }
    }

    private void tabTo(String id) {
        for (int stops = 0; stops < MOST_STOPS && !id.equals(Hands.see(() -> owner().getId())); stops++) {
            hands.push(KeyCode.TAB);
        }
    }

    private Node owner() {
        return Hands.see(() -> stage.getScene().getFocusOwner());
    }

    private void listen() {
        var inside = Hands.see(() -> Spoken.dialog(stage.getScene().getFocusOwner()));
        if (!inside.equals(dialog)) {
            inside.ifPresent(name -> heard.add("DIALOG " + name));
            dialog = inside;
        }
        heard.add(Hands.see(() -> Spoken.of(stage.getScene().getFocusOwner())));
    }

    private void say(String what) {
        heard.add("");
        heard.add("== " + what);
    }
}
