package org.billrunconsole.yardstick;

import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;

/** A window with one label: the least that a JavaFX program can show. It says when, in the words of the program. */
public final class Label extends Application {

    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final Duration LAST_LOOK = Duration.seconds(2);

    public static void main(String[] args) {
        launch(Label.class, args);
    }

    @Override
    public void start(Stage stage) {
        var scene = new Scene(new StackPane(new javafx.scene.control.Label("Hello")), WIDTH, HEIGHT);
        stage.setScene(scene);
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                System.err.println("Console ready: a label");
                if (Boolean.getBoolean("console.exitWhenReady")) {
                    var pause = new PauseTransition(LAST_LOOK);
                    pause.setOnFinished(_ -> stage.hide());
                    pause.play();
                }
            }
        });
        stage.show();
    }
}
