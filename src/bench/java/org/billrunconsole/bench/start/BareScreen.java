package org.billrunconsole.bench.start;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.billrunconsole.bench.NotMeasured;

/**
 * A screen of its own with no window manager on it, whose pixels can be looked at without a word to the X server: it keeps
 * them in a file in the form of {@code xwd}.
 */
final class BareScreen implements AutoCloseable {

    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;

    /** Places of numbers in the file's head, each of 4 bytes. */
    private static final int HEAD_BYTES = 0;
    private static final int LINE_BYTES = 12 * Integer.BYTES;
    private static final int COLOURS = 19 * Integer.BYTES;
    private static final int COLOUR_BYTES = 12;

    /** Columns that are looked at: through the bare window's label, beside the pointer in the middle of the screen. */
    private static final List<Integer> COLUMNS = List.of(706, 708, 710);

    /** Lines that are looked at: those of any window of the program's size. */
    private static final int FIRST_LINE = 60;
    private static final int LAST_LINE = 840;

    /** A window that has not been painted yet has one colour, and the screen around it another. */
    private static final int PAINTED = 3;

    private final Process server;
    private final String display;
    private final FileChannel file;
    private final ByteBuffer pixels;
    private final int first;
    private final int line;

    private BareScreen(Process server, String display, FileChannel file) throws IOException {
        this.server = server;
        this.display = display;
        this.file = file;
        pixels = file.map(FileChannel.MapMode.READ_ONLY, 0, file.size());
        line = pixels.getInt(LINE_BYTES);
        first = pixels.getInt(HEAD_BYTES) + pixels.getInt(COLOURS) * COLOUR_BYTES;
    }

    static BareScreen open(Path folder) throws IOException, NotMeasured {
        Process server;
        try {
            server = new ProcessBuilder(List.of("Xvfb", "-displayfd", "1", "-screen", "0", WIDTH + "x" + HEIGHT + "x24",
                    "-nolisten", "tcp", "-fbdir", folder.toString()))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new NotMeasured("no Xvfb here (Debian: apt-get install xvfb libgtk-3-0)");
        }
        var number = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII))
                .readLine();
        if (number == null) {
            throw new NotMeasured("Xvfb would not start");
        }
        return new BareScreen(server, ":" + number.strip(), FileChannel.open(folder.resolve("Xvfb_screen0")));
    }

    /** What a program is told to open its window there. */
    String display() {
        return display;
    }

    /** Whether anything has been painted in a window, by the colours down its middle. */
    boolean isPainted() {
        var colours = new HashSet<Integer>();
        for (int y = FIRST_LINE; y < LAST_LINE && colours.size() < PAINTED; y++) {
            for (var x : COLUMNS) {
                colours.add(pixels.getInt(first + y * line + x * Integer.BYTES));
            }
        }
        return colours.size() >= PAINTED;
    }

    @Override
    public void close() throws IOException {
        file.close();
        server.destroy();
    }
}
