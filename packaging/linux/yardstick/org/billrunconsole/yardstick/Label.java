package org.billrunconsole.yardstick;

import javafx.application.Application;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** A window with one label: the least that a JavaFX program can show. */
public final class Label extends Application {

    public static void main(String[] args) {
        launch(Label.class, args);
    }

    @Override
    public void start(Stage stage) {
        BareWindow.show(stage, new StackPane(new javafx.scene.control.Label("Hello")), "a label");
    }
}
