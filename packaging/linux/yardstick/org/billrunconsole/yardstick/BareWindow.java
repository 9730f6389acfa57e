package org.billrunconsole.yardstick;

import javafx.animation.PauseTransition;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Duration;

/** A window of the program's size that says in the program's words when its content is laid out. */
final class BareWindow {

    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final Duration LAST_LOOK = Duration.seconds(2);

    private BareWindow() {}

    static void show(Stage stage, Parent content, String what) {
        var scene = new Scene(content, WIDTH, HEIGHT);
        stage.setScene(scene);
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                System.err.println("Console ready: " + what);
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
