package org.billrunconsole.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponseBody;
import okio.Buffer;
import okio.BufferedSink;

/** Bodies that are too large to hold. */
public final class Bodies {

    private static final byte[] SPACES = spaces();

    private Bodies() {}

    /** So many spaces, announced by Content-Length; to JSON they are nothing. */
    public static MockResponseBody spaces(long count) {
        return new MockResponseBody() {
            @Override
            public long getContentLength() {
                return count;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                for (long left = count; left > 0; left -= SPACES.length) {
                    sink.write(SPACES, 0, (int) Math.min(left, SPACES.length));
                }
            }
        };
    }

    /** So many spaces, zipped: a small answer that grows. */
    public static Buffer gzippedSpaces(int count) {
        var zipped = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(zipped)) {
            for (int left = count; left > 0; left -= SPACES.length) {
                zip.write(SPACES, 0, Math.min(left, SPACES.length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Buffer().write(zipped.toByteArray());
    }

    public static Buffer gzipped(String text) {
        var zipped = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(zipped)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Buffer().write(zipped.toByteArray());
    }

    private static byte[] spaces() {
        var spaces = new byte[64 << 10];
        Arrays.fill(spaces, (byte) ' ');
        return spaces;
    }
}
