package org.billrunconsole.ui.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.ResourceBundle;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads FXML with controllers that were made by hand, so that a wrong pairing fails at once and in one place. */
public final class Fxml {

    private final ResourceBundle texts;

    public Fxml(ResourceBundle texts) {
        this.texts = texts;
    }

    /**
     * Loads the FXML file that is named after a controller: {@code RunDetailController} has {@code RunDetail.fxml}
     * beside it.
     *
     * @param controllers the view's controller, and those of views it includes
     */
    public Parent load(Object... controllers) {
        var owner = controllers[0].getClass();
        var file = owner.getSimpleName().replace("Controller", ".fxml");
        var loader = new FXMLLoader(Objects.requireNonNull(owner.getResource(file), file), texts);
        loader.setControllerFactory(type -> Arrays.stream(controllers)
                .filter(type::isInstance)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No controller of " + type + " was given")));
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot load " + file, e);
        }
    }
}
