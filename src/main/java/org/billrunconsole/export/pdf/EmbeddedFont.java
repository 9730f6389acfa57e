package org.billrunconsole.export.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * One of the program's own fonts, as a document embeds it: only the letters that it uses.
 *
 * @param file    to be closed once the document has been written
 * @param inPdf   to write with
 * @param letters which it has
 */
record EmbeddedFont(TrueTypeFont file, PDType0Font inPdf, CmapLookup letters) implements AutoCloseable {

    private static final float UNITS = 1000;

    static EmbeddedFont load(PDDocument document, String resource) throws IOException {
        try (var in = EmbeddedFont.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("The program's font is not there: " + resource);
            }
            var file = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
            return new EmbeddedFont(file, PDType0Font.load(document, file, true), file.getUnicodeCmapLookup());
        }
    }

    boolean has(String text) {
        return text.codePoints().allMatch(point -> letters.getGlyphId(point) != 0);
    }

    /** In points. */
    float width(String text, float size) {
        try {
            return inPdf.getStringWidth(text) / UNITS * size;
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own font cannot be measured", e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
