package org.billrunconsole.export.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.billrunconsole.journal.format.JournalLine;
import org.billrunconsole.testkit.Zips;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A pack is verified with the system's own tools, by the very commands that its guide gives. */
@EnabledOnOs(OS.LINUX)
class EvidenceToolsContractTest {

    @TempDir
    private Path folder;
    private Path unpacked;

    @BeforeEach
    void unpack() throws IOException {
        var zip = folder.resolve("pack.zip");
        new SampleEvidence(folder.resolve("journal"), "Monthly Nov 26", "Agreed").written().pack(zip,
                SampleEvidence.MADE);
        unpacked = Files.createDirectory(folder.resolve("unpacked"));
        for (var file : Zips.read(zip).entrySet()) {
            Files.write(unpacked.resolve(file.getKey()), file.getValue());
        }
    }

    private record Said(int code, List<String> lines) {}

    private Said run(String command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("sh", "-c", command).directory(unpacked.toFile()).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        var lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), lines);
    }

    /** The line of the guide that has that in it, from the command on. */
    private String command(String part) throws IOException {
        return Files.readAllLines(unpacked.resolve(PackFile.GUIDE.fileName()))
                .stream()
                .filter(line -> line.contains(part))
                .map(line -> line.substring(line.indexOf(part)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSumsOfAllFilesAreRight() throws Exception {
        assertThat(run(command("sha256sum -c"))).isEqualTo(new Said(0, List.of("SHA256SUMS: OK",
                "HOW-TO-VERIFY.txt: OK", "evidence.pdf: OK", "journal.jsonl: OK", "chain.tsv: OK")));
    }

    @Test
    void anAlteredFileIsNamed() throws Exception {
        Files.writeString(unpacked.resolve("chain.tsv"), Files.readString(unpacked.resolve("chain.tsv")).replace("yes",
                "yet"));
        var said = run(command("sha256sum -c"));
        assertThat(said.code()).isNotZero();
        assertThat(said.lines()).contains("chain.tsv: FAILED", "journal.jsonl: OK");
    }

    @Test
    void theHashOfALineIsWhatTheLineSays() throws Exception {
        var first = Files.readAllLines(unpacked.resolve("journal.jsonl")).getFirst();
        assertThat(run(command("sed -n 1p"))).isEqualTo(new Said(0, List.of(new JournalLine(first.getBytes(
                StandardCharsets.UTF_8)).hash().orElseThrow() + "  -")));
    }
}
