package org.billrunconsole.ui.rundetail;

import javafx.animation.AnimationTimer;

/**
 * Does a piece of work once with the window's next pulse, before it is laid out and painted, however often it has been
 * asked for until then.
 */
final class NextPulse {

    private final AnimationTimer timer;

    NextPulse(Runnable work) {
        timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                work.run();
            }
        };
    }

    void request() {
        timer.start();
    }
}
