package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.billrunconsole.testkit.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The program in a process of its own, on folders that are in its way. A file in a folder's place keeps anybody from
 * writing there, the administrator included, whom rights do not stop.
 */
class StartContractTest {

    private static final int SECONDS = 90;

    /** What became of a start. */
    private record Ended(int code, String said) {}

    @TempDir
    private Path folder;
    @TempDir
    private Path output;

    @ParameterizedTest
    @ValueSource(strings = {"100% d{x} %i", "[a-z] {0} $HOME", "Größe, mit Blank"})
    void aFolderIsNoPatternWhateverItsName(String name) throws Exception {
        assumeTrue(Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder().canEncode(name));
        var ended = start(folder.resolve(name).toString(), Map.of());
        assertThat(ended.said()).contains("changes: possible").doesNotContain("notice: Not everything", "Exception");
        assertThat(ended.code()).isZero();
        assertThat(folder.resolve(name).resolve("logs/console.log")).isNotEmptyFile();
    }

    @Test
    void whereNothingCanBeWrittenTheWindowOpensToLookAndSaysWhatCannotBeKept() throws Exception {
        var blocked = Files.writeString(folder.resolve("file"), "");
        var ended = start(blocked.resolve("console").toString(), Map.of());
        assertThat(ended.said()).contains("notice: No changes are possible. ", "the journal cannot be written to ",
                "Settings and the window\u2019s layout cannot be written to ", "The log cannot be written to ",
                "changes: not possible");
        assertThat(ended.code()).isZero();
    }

    @Test
    void whereOnlyTheJournalCannotBeWrittenNothingCanBeSent() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/journal"), "");
        var ended = start(folder.toString(), Map.of());
        assertThat(ended.said()).contains("notice: No changes are possible. ", "changes: not possible")
                .doesNotContain("The log");
        assertThat(ended.code()).isZero();
    }

    @Test
    void whereOnlyTheLogCannotBeWrittenAllElseGoesOn() throws Exception {
        Files.writeString(folder.resolve("logs"), "");
        var ended = start(folder.toString(), Map.of());
        assertThat(ended.said()).contains("notice: Not everything can be kept. The log", "changes: possible");
        assertThat(ended.code()).isZero();
    }

    @Test
    void aFolderThatTheLanguageHasNoSignsForCostsOnlyWhatWouldBeKept() throws Exception {
        assumeTrue(System.getProperty("sun.jnu.encoding").equals("UTF-8") && File.separatorChar == '/');
        var ended = start(folder.resolve("Größe").toString(), Map.of("LC_ALL", "C"));
        assertThat(ended.said()).contains("notice: No changes are possible. ", "LC_ALL", "changes: not possible");
        assertThat(ended.code()).isZero();
    }

    @Test
    void whereNothingWorksThereIsOneDialogAndTheProcessEnds() throws Exception {
        var blocked = Files.writeString(folder.resolve("file"), "");
        var ended = start(blocked.resolve("console").toString(), Map.of(), "-Djava.io.tmpdir=" + blocked);
        assertThat(ended.said()).containsOnlyOnce("dialog: ").contains("Nothing was sent.");
        assertThat(ended.code()).isEqualTo(1);
    }

    @Test
    void whereThereIsNoScreenOneLineSaysSoAndTheProcessEnds() throws Exception {
        var ended = start(folder.toString(), Map.of("DISPLAY", ""), "-Dglass.platform=none");
        assertThat(ended.said()).contains("bill-run-console: no window can be opened");
        assertThat(ended.code()).isEqualTo(1);
    }

    private Ended start(String configDir, Map<String, String> environment, String... more)
            throws IOException, InterruptedException {
        var printed = output.resolve("printed.txt");
        var builder = ChildJvm.of(StartedConsole.class, output.resolve("suite.log"), "--config-dir", configDir)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        var options = new ArrayList<>(List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-Dprism.text=t2k",
                "-Djava.awt.headless=true", "--enable-native-access=ALL-UNNAMED"));
        options.addAll(List.of(more));
        builder.command().addAll(1, options);
        builder.environment().putAll(environment);
        var process = builder.start();
        try {
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("The process ends").isTrue();
            return new Ended(process.exitValue(), Files.readString(printed));
        } finally {
            process.destroyForcibly();
        }
    }
}
