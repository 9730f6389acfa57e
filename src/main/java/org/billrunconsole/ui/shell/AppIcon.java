package org.billrunconsole.ui.shell;

import java.util.List;
import java.util.Objects;
import javafx.scene.image.Image;

/** The program's mark. */
public final class AppIcon {

    private static final List<Integer> SIZES = List.of(16, 32, 48, 64, 128, 256);

    private AppIcon() {}

    /** One picture for each size a window system may ask for. */
    public static List<Image> images() {
        return SIZES.stream().map(AppIcon::image).toList();
    }

    static Image image(int size) {
        var name = "icon-" + size + ".png";
        return new Image(Objects.requireNonNull(AppIcon.class.getResourceAsStream(name), name));
    }
}
