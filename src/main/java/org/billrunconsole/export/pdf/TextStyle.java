package org.billrunconsole.export.pdf;

/**
 * How text looks on a page.
 *
 * @param size   in points
 * @param strong whether it is semi-bold
 * @param grey   0 is black, 1 is white
 */
record TextStyle(float size, boolean strong, float grey) {

    private static final float INK = 0.13f;
    private static final float MUTED = 0.4f;

    static final TextStyle TITLE = new TextStyle(20, true, INK);
    static final TextStyle HEADING = new TextStyle(13, true, INK);
    static final TextStyle SUBHEADING = new TextStyle(10.5f, true, INK);
    static final TextStyle BODY = new TextStyle(9.5f, false, INK);
    static final TextStyle LABEL = new TextStyle(8.5f, false, MUTED);
    static final TextStyle CELL = new TextStyle(8.5f, false, INK);
    static final TextStyle STRONG_CELL = new TextStyle(8.5f, true, INK);
    static final TextStyle SMALL = new TextStyle(7, false, MUTED);

    /** From one baseline to the next, in points. */
    float leading() {
        return size * 1.38f;
    }

    /** From a line's upper edge to its baseline, in points. */
    float ascent() {
        return size * 1.05f;
    }
}
