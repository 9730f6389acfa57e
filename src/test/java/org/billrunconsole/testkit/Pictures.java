package org.billrunconsole.testkit;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;

/** Pictures of what a test shows, kept under {@code target/screens} for people to look at. */
public final class Pictures {

    private static final Path FOLDER = Path.of("target", "screens");

    private Pictures() {}

    /** Takes one; on the window's thread. */
    public static void take(Scene scene, String name) {
        keep(scene.snapshot(null), name);
    }

    /** Keeps one that was taken elsewhere; the name may begin with a folder. */
    public static void keep(Image image, String name) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var reader = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, reader.getArgb(x, y));
            }
        }
        try {
            var file = FOLDER.resolve(name + ".png");
            Files.createDirectories(file.getParent());
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
