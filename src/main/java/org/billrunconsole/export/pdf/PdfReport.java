package org.billrunconsole.export.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;

/**
 * A report of A4 pages, filled from top to bottom. The same content made at the same time gives the same bytes. For one
 * thread at a time; not on the window's thread, since the fonts have to be read.
 */
public final class PdfReport implements AutoCloseable {

    private static final String FONTS = "/org/billrunconsole/ui/kit/fonts/";
    private static final PDRectangle PAGE = PDRectangle.A4;
    private static final float MARGIN = 48;
    private static final float WIDTH = PAGE.getWidth() - 2 * MARGIN;
    private static final float BOTTOM = 60;
    private static final float FOOT = 34;
    private static final float GAP = 8;
    private static final float LABEL_WIDTH = 128;
    private static final float HAIRLINE = 0.5f;
    private static final float HAIRLINE_GREY = 0.82f;
    private static final float CARD_GREY = 0.965f;
    private static final float CHART_HEIGHT = 84;
    private static final float[] CHART_BLUE = {0.04f, 0.41f, 0.85f};

    private final PDDocument document = new PDDocument();
    private final EmbeddedFont regular;
    private final EmbeddedFont strong;
    private final TextLayouts layouts;
    private PDPageContentStream page;
    /** Where the next thing begins, from the bottom of the page. */
    private float y;

    /**
     * @param title    of the document
     * @param language BCP 47 tag of its texts
     * @param made     when
     */
    public PdfReport(String title, String language, Instant made) throws IOException {
        regular = EmbeddedFont.load(document, FONTS + "InterTabular-Regular.ttf");
        strong = EmbeddedFont.load(document, FONTS + "InterTabular-SemiBold.ttf");
        layouts = new TextLayouts(regular, strong);
        document.setDocumentId(made.toEpochMilli());
        document.getDocumentCatalog().setLanguage(language);
        var about = document.getDocumentInformation();
        about.setTitle(title);
        about.setCreator("Bill Run Console");
        about.setCreationDate(GregorianCalendar.from(made.atZone(ZoneOffset.UTC)));
        page = newPage();
    }

    /** A small line and a large one below it, at the very top. */
    public void title(String kind, String name) throws IOException {
        lines(layouts.lines(kind, TextStyle.LABEL, WIDTH), MARGIN);
        lines(layouts.lines(name, TextStyle.TITLE, WIDTH), MARGIN);
        y -= GAP;
    }

    /** Begins a part; with what follows of it on one page. */
    public void heading(String text) throws IOException {
        y -= 2 * GAP;
        need(CHART_HEIGHT);
        lines(layouts.lines(text, TextStyle.HEADING, WIDTH), MARGIN);
        y -= GAP / 2;
        hairline();
        y -= GAP;
    }

    public void subheading(String text) throws IOException {
        y -= GAP;
        need(CHART_HEIGHT);
        lines(layouts.lines(text, TextStyle.SUBHEADING, WIDTH), MARGIN);
        y -= GAP / 2;
    }

    public void paragraph(String text) throws IOException {
        lines(layouts.lines(text, TextStyle.BODY, WIDTH), MARGIN);
        y -= GAP / 2;
    }

    /** What explains, in small grey letters. */
    public void remark(String text) throws IOException {
        y -= GAP / 2;
        lines(layouts.lines(text, TextStyle.LABEL, WIDTH), MARGIN);
        y -= GAP / 2;
    }

    /** A name with its value beside it. */
    public void fact(String name, String value) throws IOException {
        row(List.of(new Cell(name, TextStyle.LABEL), new Cell(value, TextStyle.BODY)),
                new float[]{LABEL_WIDTH, WIDTH - LABEL_WIDTH}, false);
    }

    /** Text as it was sent, on a ground of its own. */
    public void verbatim(String text) throws IOException {
        ground(GAP / 2);
        for (var line : layouts.lines(text, TextStyle.CELL, WIDTH - 2 * GAP)) {
            ground(line.style().leading());
            write(line, MARGIN + GAP, y + line.style().leading() - line.style().ascent());
        }
        ground(GAP / 2);
        y -= GAP;
    }

    private void ground(float height) throws IOException {
        need(height);
        page.setNonStrokingColor(CARD_GREY);
        page.addRect(MARGIN, y - height, WIDTH, height);
        page.fill();
        y -= height;
    }

    /**
     * A table.
     *
     * @param rows   as many cells as there are columns
     * @param strong which rows stand out
     */
    public void table(List<Column> columns, List<List<String>> rows, IntPredicate strong) throws IOException {
        var sum = columns.stream().mapToInt(Column::share).sum();
        var widths = new float[columns.size()];
        IntStream.range(0, widths.length).forEach(each -> widths[each] = WIDTH * columns.get(each).share() / sum);
        need(CHART_HEIGHT / 2);
        row(columns.stream().map(column -> new Cell(column.head(), TextStyle.LABEL)).toList(), widths, true);
        for (var each = 0; each < rows.size(); each++) {
            var style = strong.test(each) ? TextStyle.STRONG_CELL : TextStyle.CELL;
            var cells = new ArrayList<Cell>();
            for (var text : rows.get(each)) {
                cells.add(new Cell(text, columns.get(cells.size()).small() ? TextStyle.SMALL : style));
            }
            row(cells, widths, true);
        }
        y -= GAP;
    }

    /**
     * A column of a table.
     *
     * @param share in the width, beside those of the others
     * @param small whether its text is small, as that of long numbers which nobody reads
     */
    public record Column(String head, int share, boolean small) {

        public Column(String head, int share) {
            this(head, share, false);
        }
    }

    public void chart(LineChart chart) throws IOException {
        need(CHART_HEIGHT + 4 * TextStyle.SMALL.leading());
        lines(layouts.lines(chart.title(), TextStyle.LABEL, WIDTH), MARGIN);
        var most = layouts.cut(chart.value().apply(chart.most()), TextStyle.SMALL, LABEL_WIDTH);
        var least = layouts.cut(chart.value().apply(chart.least()), TextStyle.SMALL, LABEL_WIDTH);
        var left = MARGIN + Math.max(most.width(), least.width()) + GAP;
        var right = MARGIN + WIDTH - GAP;
        var top = y - GAP;
        var bottom = y - CHART_HEIGHT;
        write(most, MARGIN, top - TextStyle.SMALL.size() / 3);
        if (chart.most() > chart.least()) {
            write(least, MARGIN, bottom - TextStyle.SMALL.size() / 3);
        }
        page.setStrokingColor(HAIRLINE_GREY);
        page.setLineWidth(HAIRLINE);
        for (var at : new float[]{top, bottom}) {
            page.moveTo(left, at);
            page.lineTo(right, at);
            page.stroke();
        }
        curve(chart, left, right, top, bottom);
        y = bottom - GAP / 2;
        var first = chart.time().apply(chart.points().getFirst().when());
        var last = layouts.cut(chart.time().apply(chart.points().getLast().when()), TextStyle.SMALL, WIDTH / 2);
        write(layouts.cut(first, TextStyle.SMALL, WIDTH / 2), left, y - TextStyle.SMALL.ascent());
        if (chart.points().size() > 1) {
            write(last, right - last.width(), y - TextStyle.SMALL.ascent());
        }
        y -= TextStyle.SMALL.leading() + GAP;
    }

    /** A value holds until the next one is seen. */
    private void curve(LineChart chart, float left, float right, float top, float bottom) throws IOException {
        page.setStrokingColor(CHART_BLUE[0], CHART_BLUE[1], CHART_BLUE[2]);
        page.setNonStrokingColor(CHART_BLUE[0], CHART_BLUE[1], CHART_BLUE[2]);
        page.setLineWidth(1.2f);
        var isFirst = true;
        var before = 0f;
        for (var point : chart.points()) {
            var x = left + (right - left) * (float) chart.place(point.when());
            var height = bottom + (top - bottom) * (float) chart.height(point.value());
            if (isFirst) {
                page.moveTo(x, height);
            } else {
                page.lineTo(x, before);
                page.lineTo(x, height);
            }
            isFirst = false;
            before = height;
        }
        page.stroke();
        for (var point : chart.points()) {
            page.addRect(left + (right - left) * (float) chart.place(point.when()) - 1.2f,
                    bottom + (top - bottom) * (float) chart.height(point.value()) - 1.2f, 2.4f, 2.4f);
            page.fill();
        }
    }

    /**
     * Ends it: writes the same foot on every page, and all of it.
     *
     * @param foot  what stands at the foot of every page
     * @param pages what says which page of how many it is
     */
    public void finish(List<String> foot, PageWords pages, OutputStream out) throws IOException {
        page.close();
        var count = document.getNumberOfPages();
        for (var number = 1; number <= count; number++) {
            page = new PDPageContentStream(document, document.getPage(number - 1), AppendMode.APPEND, true, true);
            y = FOOT + TextStyle.SMALL.leading() * foot.size();
            hairline();
            var of = layouts.cut(pages.page(number, count), TextStyle.SMALL, WIDTH / 4);
            write(of, MARGIN + WIDTH - of.width(), y - GAP / 2 - TextStyle.SMALL.ascent());
            for (var text : foot) {
                write(layouts.cut(text, TextStyle.SMALL, WIDTH * 3 / 4), MARGIN,
                        y - GAP / 2 - TextStyle.SMALL.ascent());
                y -= TextStyle.SMALL.leading();
            }
            page.close();
        }
        document.save(out);
    }

    /** Says which page it is. */
    @FunctionalInterface
    public interface PageWords {

        String page(int number, int count);
    }

    @Override
    public void close() throws IOException {
        document.close();
        regular.close();
        strong.close();
    }

    private record Cell(String text, TextStyle style) {}

    private void row(List<Cell> cells, float[] widths, boolean ruled) throws IOException {
        var columns = new ArrayList<List<TextLayouts.Line>>();
        for (var each = 0; each < cells.size(); each++) {
            columns.add(layouts.lines(cells.get(each).text(), cells.get(each).style(), widths[each] - GAP));
        }
        var leading = cells.stream().map(cell -> cell.style().leading()).max(Float::compare).orElseThrow();
        var most = columns.stream().mapToInt(List::size).max().orElseThrow();
        for (var line = 0; line < most; line++) {
            // A row that no page could hold goes on on the next one.
            need(line == 0 ? Math.min(most * leading, PAGE.getHeight() / 3) : leading);
            var x = MARGIN;
            for (var each = 0; each < columns.size(); each++) {
                if (line < columns.get(each).size()) {
                    write(columns.get(each).get(line), x, y - TextStyle.BODY.ascent());
                }
                x += widths[each];
            }
            y -= leading;
        }
        if (ruled) {
            y -= 1;
            hairline();
            y -= 2;
        }
    }

    private void lines(List<TextLayouts.Line> lines, float x) throws IOException {
        for (var line : lines) {
            need(line.style().leading());
            write(line, x, y - line.style().ascent());
            y -= line.style().leading();
        }
    }

    private void write(TextLayouts.Line line, float left, float baseline) throws IOException {
        page.setNonStrokingColor(line.style().grey());
        var x = left;
        for (var piece : line.pieces()) {
            if (piece.outline().isPresent()) {
                // So that it can be searched and read aloud although it is drawn.
                var text = new COSDictionary();
                text.setString(COSName.ACTUAL_TEXT, piece.text());
                page.beginMarkedContent(COSName.getPDFName("Span"), PDPropertyList.create(text));
                piece.outline().get().draw(page, x, baseline);
                page.endMarkedContent();
            } else if (!piece.text().isBlank()) {
                page.beginText();
                page.setFont(layouts.font(line.style()).inPdf(), line.style().size());
                page.newLineAtOffset(x, baseline);
                page.showText(piece.text());
                page.endText();
            }
            x += piece.width();
        }
    }

    private void hairline() throws IOException {
        page.setStrokingColor(HAIRLINE_GREY);
        page.setLineWidth(HAIRLINE);
        page.moveTo(MARGIN, y);
        page.lineTo(MARGIN + WIDTH, y);
        page.stroke();
    }

    /** Goes to a new page unless there is so much room left. */
    private void need(float height) throws IOException {
        if (y - height < BOTTOM) {
            page.close();
            page = newPage();
        }
    }

    private PDPageContentStream newPage() throws IOException {
        var next = new PDPage(PAGE);
        document.addPage(next);
        y = PAGE.getHeight() - MARGIN;
        return new PDPageContentStream(document, next);
    }
}
