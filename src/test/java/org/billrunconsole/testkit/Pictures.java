package org.billrunconsole.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.FileImageOutputStream;

/**
 * Pictures of what a test shows, kept under {@code target/screens} for people to look at. Whatever is pictured is walked
 * too: no words of it may be cut off, nothing may stand over anything else, and all that the keyboard can come to has a
 * name and a role for a screen reader.
 */
public final class Pictures {

    private static final Path FOLDER = Path.of("target", "screens");

    /** Of 0, smallest, to 1, not made smaller at all. */
    private static final float FAST = 0.8f;

    private Pictures() {}

    /**
     * Takes one; on the window's thread.
     *
     * @throws AssertionError if words are cut off, parts stand over each other, or something has no accessible name
     */
    public static void take(Scene scene, String name) {
        keep(scene.snapshot(null), name);
        walk(scene.getRoot(), name);
    }

    /** Takes one of a window's content, so many pixels for each of its own; on the window's thread. */
    public static void take(Region content, int scale, String name) {
        var look = new SnapshotParameters();
        // Not what a shadow may add around it.
        look.setViewport(new Rectangle2D(0, 0, content.getWidth() * scale, content.getHeight() * scale));
        look.setTransform(new Scale(scale, scale));
        keep(content.snapshot(look, null), name);
        walk(content, name);
    }

    private static void walk(Parent content, String name) {
        assertThat(LayoutFaults.of(content)).as("what is cut off or covered in the picture %s", name).isEmpty();
        assertThat(AccessibleNames.missing(content)).as("what a screen reader cannot name in the picture %s", name)
                .isEmpty();
    }

    /** Keeps one that was taken elsewhere; the name may begin with a folder. */
    public static void keep(Image image, String name) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        try {
            var file = FOLDER.resolve(name + ".png");
            Files.createDirectories(file.getParent());
            write(picture, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rather fast than small: there are hundreds, and the window stands still meanwhile. */
    private static void write(BufferedImage picture, Path file) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("png").next();
        var look = writer.getDefaultWriteParam();
        look.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        look.setCompressionQuality(FAST);
        Files.deleteIfExists(file);
        try (var out = new FileImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), look);
        } finally {
            writer.dispose();
        }
    }
}
