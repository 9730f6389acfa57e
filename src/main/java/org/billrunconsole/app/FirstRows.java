package org.billrunconsole.app;

import java.time.Duration;
import java.time.Instant;
import javafx.animation.PauseTransition;
import javafx.scene.Scene;
import org.billrunconsole.ui.runlist.RunListViewModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs how long the start took, once the first rows are shown. A class of its own, since a start begins before there is
 * a log.
 */
final class FirstRows {

    private static final Logger LOG = LoggerFactory.getLogger(FirstRows.class);
    private static final javafx.util.Duration LAST_LOOK = javafx.util.Duration.seconds(2);

    private final RunListViewModel list;

    FirstRows(RunListViewModel list) {
        this.list = list;
    }

    /** Writes one line to the log when the first rows are laid out, unless another connection takes their place first. */
    void sayWhenShown(Scene scene) {
        var content = scene.getRoot();
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                if (scene.getRoot() != content) {
                    scene.removePostLayoutPulseListener(this);
                } else if (!list.shown().isEmpty()) {
                    scene.removePostLayoutPulseListener(this);
                    say(scene);
                }
            }
        });
    }

    private void say(Scene scene) {
        var started = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
        LOG.info("Console ready: {} bill runs, {} ms after process start", list.countsProperty().get().loaded(),
                Duration.between(started, Instant.now()).toMillis());
        if (Boolean.getBoolean("console.exitWhenReady")) {
            endSoon(scene);
        }
    }

    /** For who only wants to see a start: the installer's build keeps what one has loaded for all later ones. */
    private static void endSoon(Scene scene) {
        var pause = new PauseTransition(LAST_LOOK);
        pause.setOnFinished(_ -> scene.getWindow().hide());
        pause.play();
    }
}
