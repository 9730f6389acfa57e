package org.billrunconsole.ui.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads FXML with a controller that was made by hand, so that controllers get what they need by constructor. */
public final class Fxml {

    private final ResourceBundle texts;

    public Fxml(ResourceBundle texts) {
        this.texts = texts;
    }

    /**
     * Loads the FXML file that is named after a controller: {@code RunDetailController} has {@code RunDetail.fxml}
     * beside it.
     *
     * @param parts the controllers of the files that it includes
     */
    public Parent load(Object controller, Object... parts) {
        var owner = controller.getClass();
        var file = owner.getSimpleName().replace("Controller", ".fxml");
        var loader = new FXMLLoader(Objects.requireNonNull(owner.getResource(file), file), texts);
        loader.setController(controller);
        loader.setControllerFactory(type -> Stream.of(parts).filter(type::isInstance).findFirst().orElseThrow());
        try {
            Parent loaded = loader.load();
            PlainText.within(loaded);
            return loaded;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot load " + file, e);
        }
    }
}
