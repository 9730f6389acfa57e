package org.billrunconsole.export.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.billrunconsole.testkit.Zips;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a look at a pack says of what somebody has done to it. */
class PackCheckTest {

    @TempDir
    private Path folder;
    private Path zip;
    private String seal;
    private Map<String, byte[]> files;

    @BeforeEach
    void make() throws IOException {
        zip = folder.resolve("pack.zip");
        seal = new SampleEvidence(folder.resolve("journal"), "Monthly Nov 26", "Agreed").written().pack(zip,
                SampleEvidence.MADE);
        files = Zips.read(zip);
    }

    private List<PackFault> faults() throws IOException {
        var altered = folder.resolve("altered.zip");
        Zips.write(altered, files);
        return PackCheck.check(altered).faults();
    }

    private byte[] content(PackFile file) {
        return files.get(file.fileName());
    }

    private void put(PackFile file, byte[] content) {
        files.put(file.fileName(), content);
    }

    private void seal() {
        var sums = new LinkedHashMap<String, String>();
        PackFile.listed().forEach(file -> sums.put(file.fileName(), Sums.of(content(file))));
        put(PackFile.SUMS, Sums.write(sums));
        put(PackFile.SEAL, Sums.write(Map.of(PackFile.SUMS.fileName(), Sums.of(content(PackFile.SUMS)))));
    }

    @Test
    void aPackAsItWasMadeIsWholeAndSaysWhatItIsAbout() throws IOException {
        var report = PackCheck.check(zip);
        assertThat(report.faults()).isEmpty();
        assertThat(report.isWhole()).isTrue();
        assertThat(report.seal()).contains(seal);
        assertThat(report.lines()).isEqualTo(7);
        assertThat(report.withheld()).isZero();
        assertThat(report.run().orElseThrow().label()).isEqualTo("Monthly Nov 26");
        assertThat(files.keySet()).containsExactly("HOW-TO-VERIFY.txt", "evidence.pdf", "journal.jsonl", "chain.tsv",
                "SHA256SUMS", "SHA256SUMS.sha256");
    }

    @ParameterizedTest
    @EnumSource(PackFile.class)
    void aFileThatIsMissingIsNamed(PackFile file) throws IOException {
        files.remove(file.fileName());
        assertThat(faults()).contains(new PackFault.FileMissing(file.fileName()))
                .noneMatch(PackFault.FileAltered.class::isInstance);
    }

    @Test
    void aLineThatWasRewrittenWithNewSumsIsNamedByItsHash() throws IOException {
        var text = new String(content(PackFile.LINES), StandardCharsets.UTF_8);
        put(PackFile.LINES, text.replaceFirst("Agreed", "Ordered").getBytes(StandardCharsets.UTF_8));
        seal();
        assertThat(faults()).containsExactly(new PackFault.LineAltered(1, "journal-2026-11.jsonl", 2));
    }

    @Test
    void aLineThatWasTakenOutWithNewSumsIsMissedInTheChain() throws IOException {
        var lines = new String(content(PackFile.LINES), StandardCharsets.UTF_8).split("(?<=\n)");
        put(PackFile.LINES, String.join("", Arrays.copyOf(lines, lines.length - 1)).getBytes(
                StandardCharsets.UTF_8));
        seal();
        assertThat(faults()).containsExactly(new PackFault.LinesDiffer(7, 6));
    }

    @Test
    void aLineThatWasTakenOutOfTheTableTooIsMissedByTheLineAfterIt() throws IOException {
        var lines = new String(content(PackFile.LINES), StandardCharsets.UTF_8).split("(?<=\n)");
        put(PackFile.LINES, (lines[0] + String.join("", Arrays.copyOfRange(lines, 2, lines.length))).getBytes(
                StandardCharsets.UTF_8));
        var rows = new String(content(PackFile.CHAIN), StandardCharsets.UTF_8).split("(?<=\n)");
        put(PackFile.CHAIN, (rows[0] + rows[1] + rows[2] + String.join("", Arrays.copyOfRange(rows, 4, rows.length)))
                .getBytes(StandardCharsets.UTF_8));
        seal();
        assertThat(faults()).containsExactly(new PackFault.LineOutOfChain(2, "journal-2026-11.jsonl", 4));
    }

    @Test
    void whatIsNotOfAPackIsNamedAndNotRead() throws IOException {
        files.put("../../outside.txt", new byte[]{1});
        files.put("evidence.pdf.exe", new byte[]{1});
        assertThat(faults()).containsExactly(new PackFault.FileForeign("../../outside.txt"),
                new PackFault.FileForeign("evidence.pdf.exe"));
        assertThat(folder.getParent().resolve("outside.txt")).doesNotExist();
    }

    @Test
    void aSecondFileOfOneNameIsNamed() throws IOException {
        // Java writes no such ZIP, so the second one is given its name afterwards.
        files.put("evidence.pdX", "another".getBytes(StandardCharsets.US_ASCII));
        Zips.write(zip, files);
        var bytes = new String(Files.readAllBytes(zip), StandardCharsets.ISO_8859_1);
        Files.write(zip, bytes.replace("evidence.pdX", "evidence.pdf").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(PackCheck.check(zip).faults()).contains(new PackFault.FileTwice("evidence.pdf"));
    }

    @Test
    void aFileThatUnpacksWithoutEndIsNotReadToItsEnd() throws IOException {
        var altered = folder.resolve("bomb.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(altered))) {
            for (var file : PackFile.values()) {
                out.putNextEntry(new ZipEntry(file.fileName()));
                if (file == PackFile.LINES) {
                    var zeroes = new byte[1 << 20];
                    for (var each = 0; each <= PackContent.LARGEST_FILE >> 20; each++) {
                        out.write(zeroes);
                    }
                } else {
                    out.write(content(file));
                }
            }
        }
        assertThat(PackCheck.check(altered).faults()).containsExactly(new PackFault.FileTooLarge("journal.jsonl"));
    }

    @Test
    void whatIsNoZipOrHasNoFileOfAPackIsNoPack() throws IOException {
        Files.writeString(zip, "PK, but nothing else");
        assertThat(PackCheck.check(zip).faults()).containsExactly(new PackFault.NoPack());
        Zips.write(zip, Map.of("readme.txt", new byte[]{1}));
        assertThat(PackCheck.check(zip).faults()).containsExactly(new PackFault.NoPack());
        Files.write(zip, new byte[0]);
        assertThat(PackCheck.check(zip).faults()).containsExactly(new PackFault.NoPack());
    }

    @Test
    void aDamagedZipNamesTheFileThatCannotBeUnpacked() throws IOException {
        var bytes = Files.readAllBytes(zip);
        // The first byte of the first file's packed content, behind its header and its name: no kind of block has 3.
        bytes[30 + "HOW-TO-VERIFY.txt".length() + (bytes[28] & 0xFF)] |= 6;
        Files.write(zip, bytes);
        assertThat(PackCheck.check(zip).faults()).containsExactly(
                new PackFault.FileUnreadable("HOW-TO-VERIFY.txt"));
    }
}
