package org.billrunconsole.bench.window;

import java.util.List;

/**
 * What came of a key or a click.
 *
 * @param asked  when the event reached the window, as {@link System#nanoTime()} counts
 * @param shown  when the last frame in which something changed by it was done
 * @param pieces what the window's thread did until it was quiet again
 */
public record Answer(long asked, long shown, List<Piece> pieces) {

    /** Until it could be seen. */
    public double millis() {
        return (shown - asked - stood()) / 1e6;
    }

    /** All that the window's thread did for it, also what came later. */
    public double threadMillis() {
        return pieces.stream().mapToDouble(Piece::millis).sum();
    }

    /** The longest piece of it. */
    public double longestMillis() {
        return pieces.stream().mapToDouble(Piece::millis).max().orElse(0);
    }

    /** The most that the window's thread worked itself in one of them, and did not wait for what paints. */
    public double longestWorkMillis() {
        return pieces.stream().mapToDouble(piece -> piece.work() / 1e6).max().orElse(0);
    }

    /** The machine's own standstills meanwhile. */
    private long stood() {
        return pieces.stream().filter(piece -> piece.from() < shown).mapToLong(Piece::stood).sum();
    }
}
