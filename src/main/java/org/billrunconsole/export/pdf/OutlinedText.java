package org.billrunconsole.export.pdf;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/**
 * Text in a script that the embedded fonts do not have, as the shapes that this computer's fonts draw: joined, and in
 * the direction in which it is read. Where no font here has a character, its number stands in its place
 * ({@code U+4E2D}), so that nothing is left out.
 *
 * @param shape its outline, standing on the baseline from 0 on, upwards
 * @param width in points
 */
record OutlinedText(Shape shape, float width) {

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final int COORDINATES = 6;

    static OutlinedText of(String text, TextStyle style) {
        var font = new Font(Font.SANS_SERIF, style.strong() ? Font.BOLD : Font.PLAIN, 1).deriveFont(style.size());
        var drawable = text.codePoints()
                .mapToObj(point -> canDraw(font, point) ? Character.toString(point) : "[U+%04X]".formatted(point))
                .collect(Collectors.joining());
        var layout = new TextLayout(drawable, font, EXACT);
        return new OutlinedText(layout.getOutline(AffineTransform.getScaleInstance(1, -1)), layout.getAdvance());
    }

    /** A font of coloured pictures says that it can display what has no outline. */
    private static boolean canDraw(Font font, int point) {
        var text = Character.toString(point);
        return switch (Character.getType(point)) {
            case Character.SPACE_SEPARATOR, Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK, Character.FORMAT -> font.canDisplay(point);
            default -> font.canDisplay(point)
                    && !font.createGlyphVector(EXACT, text).getOutline().getBounds2D().isEmpty();
        };
    }

    void draw(PDPageContentStream page, float x, float baseline) throws IOException {
        var at = new float[COORDINATES];
        var lastX = 0f;
        var lastY = 0f;
        var drawn = false;
        var path = shape.getPathIterator(AffineTransform.getTranslateInstance(x, baseline));
        for (; !path.isDone(); path.next()) {
            drawn = true;
            switch (path.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> page.moveTo(at[0], at[1]);
                case PathIterator.SEG_LINETO -> page.lineTo(at[0], at[1]);
                case PathIterator.SEG_QUADTO -> {
                    // A PDF knows only curves with two control points.
                    page.curveTo(lastX + (at[0] - lastX) * 2 / 3, lastY + (at[1] - lastY) * 2 / 3,
                            at[2] + (at[0] - at[2]) * 2 / 3, at[3] + (at[1] - at[3]) * 2 / 3, at[2], at[3]);
                    at[0] = at[2];
                    at[1] = at[3];
                }
                case PathIterator.SEG_CUBICTO -> {
                    page.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
                    at[0] = at[4];
                    at[1] = at[5];
                }
                default -> page.closePath();
            }
            lastX = at[0];
            lastY = at[1];
        }
        if (drawn && path.getWindingRule() == PathIterator.WIND_EVEN_ODD) {
            page.fillEvenOdd();
        } else if (drawn) {
            page.fill();
        }
    }
}
