package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.testkit.Sandboxes;
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
class ScreenReaderJourneyTest {

    private static final Path KEPT = Path.of("target", "screen-reader", "main-journey.txt");
    private static final int MOST_STOPS = 80;

    @RegisterExtension
    private final Sandboxes sandboxes = new Sandboxes();
    private final FxRobot robot = new FxRobot();
    private final Hands hands = new Hands(robot);
    private final List<String> heard = new ArrayList<>();
    @TempDir
    private Path folder;
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
        FxToolkit.cleanupApplication(app);
        FxToolkit.cleanupStages();
    }

    @Test
    void everyStopOfAWholeCloseIsNamedAndTheGravestStepSaysWhatItIs() throws IOException {
        Hands.until(() -> !hands.rows(RunKind.REGULAR).isEmpty());
        say("The window");
        goRound();
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
        take(name, "Draft invoices", "Generate full invoices");
        take(name, "Generate full invoices", "Distribute and finalise");
        take(name, "Distribute and finalise", "");
        Hands.until(() -> hands.seen("#detailStatus").map(Label.class::cast)
                .filter(status -> status.getText().equals("Finalized")).isPresent());
        listen();

        Files.createDirectories(KEPT.getParent());
        Files.write(KEPT, heard);
        var stops = heard.stream().filter(line -> line.contains(" | ")).toList();
        assertThat(stops).hasSizeGreaterThan(40).allSatisfy(line -> {
            var told = line.split(" \\| ", -1);
            assertThat(told[0]).as("role").doesNotContain("NODE", "PARENT");
            assertThat(told[1]).as("name").isNotBlank();
        });
        assertThat(stops).as("a row says what its columns say").anyMatch(line -> line.contains("Name: " + name)
                && line.contains("Status: Open") && line.contains("Revenue: "));
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
        hands.untilClosed();
        listen();
        if (!next.isEmpty()) {
            Hands.until(() -> hands.seen("#actionPrimary").filter(node -> !node.isDisabled()).isPresent()
                    && hands.says("#actionPrimary").startsWith(next));
        }
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
