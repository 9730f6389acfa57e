package org.billrunconsole.work;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** Runs work on the JavaFX thread; no other class does. */
public final class FxThread implements Executor {

    /** Runs at once if already there, so that what belongs together is shown together; else soon. */
    @Override
    public void execute(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
        } else {
            Platform.runLater(work);
        }
    }
}
