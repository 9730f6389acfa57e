package org.billrunconsole.export.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes the evidence of a run as one ZIP. The same evidence made at the same time gives the same bytes. What it is
 * sealed with is for whoever makes it to keep apart: by that the whole pack is known again.
 */
public final class EvidencePack {

    private final EvidenceWords words;
    private final UnaryOperator<String> clean;

    /** @param clean takes out of a text what looks like a secret */
    public EvidencePack(EvidenceWords words, UnaryOperator<String> clean) {
        this.words = words;
        this.clean = clean;
    }

    /**
     * Writes a pack; blocks, and not on the window's thread.
     *
     * @return the seal: the SHA-256 of {@link PackFile#SUMS}, in hexadecimal
     * @throws IOException if it cannot be written
     */
    public String write(Evidence evidence, OutputStream out) throws IOException {
        var lines = PackLines.of(evidence.excerpt(), clean);
        var files = new EnumMap<PackFile, byte[]>(PackFile.class);
        files.put(PackFile.LINES, lines.bytes());
        files.put(PackFile.CHAIN, lines.chain().write());
        files.put(PackFile.DOCUMENT, document(evidence, lines));
        files.put(PackFile.GUIDE, words.guide(evidence).getBytes(StandardCharsets.UTF_8));
        var sums = new LinkedHashMap<String, String>();
        PackFile.listed().forEach(file -> sums.put(file.fileName(), Sums.of(files.get(file))));
        files.put(PackFile.SUMS, Sums.write(sums));
        var seal = Sums.of(files.get(PackFile.SUMS));
        files.put(PackFile.SEAL, Sums.write(Map.of(PackFile.SUMS.fileName(), seal)));
        var time = LocalDateTime.ofInstant(evidence.made(), ZoneOffset.UTC);
        // Whose stream it is closes it.
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (var file : files.entrySet()) {
            var entry = new ZipEntry(file.getKey().fileName());
            entry.setTimeLocal(time);
            zip.putNextEntry(entry);
            zip.write(file.getValue());
            zip.closeEntry();
        }
        zip.finish();
        return seal;
    }

    private byte[] document(Evidence evidence, PackLines lines) throws IOException {
        var pdf = new ByteArrayOutputStream();
        new EvidenceDocument(evidence, lines, words, clean).write(pdf);
        return pdf.toByteArray();
    }
}
