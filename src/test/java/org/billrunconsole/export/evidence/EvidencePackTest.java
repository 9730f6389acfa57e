package org.billrunconsole.export.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.journal.format.JournalLine;
import org.billrunconsole.testkit.Zips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a pack holds: the journal's bytes, and the same in words. */
class EvidencePackTest {

    private static final float RESOLUTION = 110;

    @TempDir
    private Path folder;

    private SampleEvidence sample(String name, String reason) {
        return new SampleEvidence(folder.resolve("journal"), name, reason).written();
    }

    private Path zip() {
        return folder.resolve("pack.zip");
    }

    private static PDDocument document(Path zip) throws IOException {
        return Loader.loadPDF(Zips.read(zip).get("evidence.pdf"));
    }

    /** Without the breaks of lines, which are where a column ends. */
    private static String text(Path zip) throws IOException {
        try (var pdf = document(zip)) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }

    private static void picture(Path zip, String name) throws IOException {
        try (var pdf = document(zip)) {
            var pages = new PDFRenderer(pdf);
            for (var page = 0; page < pdf.getNumberOfPages(); page++) {
                BufferedImage image = pages.renderImageWithDPI(page, RESOLUTION);
                var file = Path.of("target", "screens", name + "-" + (page + 1) + ".png");
                Files.createDirectories(file.getParent());
                ImageIO.write(image, "png", file.toFile());
            }
        }
    }

    @Test
    void theLinesOfTheRunAreInItByteForByteWithTheChainAroundThem() throws IOException {
        sample("Monthly Nov 26", "Agreed with finance").pack(zip(), SampleEvidence.MADE);
        var files = Zips.read(zip());
        var journal = Files.readAllLines(folder.resolve("journal").resolve("journal-2026-11.jsonl"));
        var ofRun = journal.stream().filter(line -> line.contains("\"id\":7")).toList();
        assertThat(new String(files.get("journal.jsonl"), StandardCharsets.UTF_8).lines()).isEqualTo(ofRun.stream()
                .toList()).hasSize(7);
        var rows = new String(files.get("chain.tsv"), StandardCharsets.UTF_8).lines().toList();
        assertThat(rows).hasSize(10);
        assertThat(rows.get(1)).startsWith("journal-2026-11.jsonl\t1\t").endsWith("\tno");
        assertThat(rows.get(2)).isEqualTo("journal-2026-11.jsonl\t2\t%s\tyes".formatted(new JournalLine(journal.get(1)
                .getBytes(StandardCharsets.UTF_8)).hash().orElseThrow()));
        assertThat(rows.getLast()).startsWith("journal-2026-11.jsonl\t9\t").endsWith("\tyes");
    }

    @Test
    void theDocumentSaysWhatTheJournalSays() throws IOException {
        var sample = sample("Monthly Nov 26", "Agreed with finance");
        var evidence = sample.evidence(SampleEvidence.MADE);
        sample.pack(zip(), SampleEvidence.MADE);
        var text = text(zip());
        var files = Zips.read(zip());
        for (var activity : evidence.excerpt().activities()) {
            assertThat(text).contains(activity.origin().user());
            if (activity instanceof Activity.Write write) {
                assertThat(text.replace(" ", "")).contains(write.request().method() + write.request().path(),
                        write.request().contentType(), write.request().body(), write.time().toString(),
                        write.conclusion().orElseThrow().time().toString());
                assertThat(text).contains(write.origin().connection() + " (" + write.origin().host() + ")",
                        write.reason());
            }
        }
        assertThat(text).contains("1. Close and report – Applied", "2. Draft invoices – Applied", "status 200, 812 ms",
                "All 10 lines are as they were written.", "PRODUCTION", "Monthly business", "The tariff of a reseller "
                        + "is late",
                "a.jones", "10 min 40 s", "Page 1 of 3",
                "SHA-256 of journal.jsonl: " + Sums.of(files.get("journal.jsonl")), "m.keller",
                "The reseller's file came on the 24th.", "Written 24 Nov 2026 09:00:00 by a.jones");
        for (var line : evidence.excerpt().lines()) {
            assertThat(text.replace(" ", "")).contains(line.hash().orElseThrow());
        }
        picture(zip(), "evidence-pdf");
    }

    @Test
    void theSameEvidenceMadeAtTheSameTimeGivesTheSameBytes() throws IOException {
        var sample = sample("Monthly Nov 26", "Agreed");
        var other = folder.resolve("other.zip");
        var later = folder.resolve("later.zip");
        assertThat(sample.pack(zip(), SampleEvidence.MADE)).isEqualTo(sample.pack(other, SampleEvidence.MADE));
        assertThat(other).hasSameBinaryContentAs(zip());
        sample.pack(later, SampleEvidence.MADE.plusSeconds(1));
        var then = Zips.read(zip());
        var now = Zips.read(later);
        assertThat(Stream.of("journal.jsonl", "chain.tsv")).allSatisfy(
                name -> assertThat(now.get(name)).isEqualTo(then.get(name)));
    }

    @Test
    void namesInAnyScriptAreDrawnAndCanBeReadOutOfTheDocument() throws IOException {
        var name = "Ænima Łódź Ελλάς Київ";
        sample(name, "שלום עולם · مرحبا بالعالم · 月末締め · हिन्दी · ไทย · 🧾 · \u0007\uD800 e\u0301").pack(zip(),
                SampleEvidence.MADE);
        assertThat(text(zip())).contains(name);
        picture(zip(), "evidence-pdf-scripts");
    }

    @Test
    void aSecretThatSomebodyTypedIsInNoFileAndTheChainSaysThatItsLineIsLeftOut() throws IOException {
        sample("Monthly Nov 26", "password=hunter2secret").pack(zip(), SampleEvidence.MADE);
        var files = Zips.read(zip());
        assertThat(files.values()).noneMatch(content -> new String(content, StandardCharsets.ISO_8859_1).contains(
                "hunter2"));
        assertThat(text(zip())).doesNotContain("hunter2").contains("2 lines of this run are not in this pack");
        assertThat(new String(files.get("chain.tsv"), StandardCharsets.UTF_8)).contains("\twithheld\n");
        var report = PackCheck.check(zip());
        assertThat(report.faults()).isEmpty();
        assertThat(report.withheld()).isEqualTo(2);
    }
}
