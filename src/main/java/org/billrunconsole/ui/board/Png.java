package org.billrunconsole.ui.board;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/**
 * Writes pictures as PNG (ISO/IEC 15948), eight bits a channel and no transparency. JavaFX only reads them, and the part
 * of the JDK that writes them would bring a second window system along.
 */
final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int BITS_A_CHANNEL = 8;
    private static final int TRUE_COLOUR = 2;
    private static final byte AS_IT_IS = 0;

    private Png() {}

    /** Writes a picture that nobody changes any more; on any thread. */
    static void write(Image picture, OutputStream out) throws IOException {
        out.write(SIGNATURE);
        chunk("IHDR", header((int) picture.getWidth(), (int) picture.getHeight()), out);
        chunk("IDAT", pixels(picture), out);
        chunk("IEND", new byte[0], out);
    }

    private static byte[] header(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var data = new DataOutputStream(bytes);
        data.writeInt(width);
        data.writeInt(height);
        data.writeByte(BITS_A_CHANNEL);
        data.writeByte(TRUE_COLOUR);
        // Deflated, filtered line by line, not interlaced.
        data.write(new byte[]{0, 0, 0});
        return bytes.toByteArray();
    }

    private static byte[] pixels(Image picture) throws IOException {
        var width = (int) picture.getWidth();
        var row = new int[width];
        var line = new byte[1 + 3 * width];
        line[0] = AS_IT_IS;
        var bytes = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(bytes)) {
            for (int y = 0; y < (int) picture.getHeight(); y++) {
                picture.getPixelReader().getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), row, 0, width);
                for (int x = 0; x < width; x++) {
                    line[1 + 3 * x] = (byte) (row[x] >> 16);
                    line[2 + 3 * x] = (byte) (row[x] >> 8);
                    line[3 + 3 * x] = (byte) row[x];
                }
                deflated.write(line);
            }
        }
        return bytes.toByteArray();
    }

    private static void chunk(String type, byte[] content, OutputStream out) throws IOException {
        var data = new DataOutputStream(out);
        var name = type.getBytes(StandardCharsets.US_ASCII);
        data.writeInt(content.length);
        data.write(name);
        data.write(content);
        var sum = new CRC32();
        sum.update(name);
        sum.update(content);
        data.writeInt((int) sum.getValue());
        data.flush();
    }
}
