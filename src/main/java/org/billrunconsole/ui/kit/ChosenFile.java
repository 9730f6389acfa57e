package org.billrunconsole.ui.kit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that the operator chose to save something in.
 *
 * @param path where it is, or is to be
 */
public record ChosenFile(Path path) {

    /** Writes the whole content. */
    @FunctionalInterface
    public interface Content {

        void writeTo(OutputStream out) throws IOException;
    }

    /** Puts a text into it; as {@link #write(Content)}. */
    public void write(String text) throws IOException {
        write(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Puts the content into it, in place of what was there; if that fails, what was there stays. Blocks on the disk.
     *
     * @throws IOException if it cannot be written
     */
    public void write(Content content) throws IOException {
        var whole = path.toAbsolutePath();
        // Beside it, so that it can be renamed: nobody is ever to find half a file under the name they chose.
        var part = Files.createTempFile(whole.getParent(), whole.getFileName().toString(), ".part");
        try {
            try (var out = Files.newOutputStream(part)) {
                content.writeTo(out);
            }
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Its whole path, for people. */
    @Override
    public String toString() {
        return path.toAbsolutePath().toString();
    }
}
