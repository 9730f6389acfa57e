package org.billrunconsole.work;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** The window's thread; the only place that hands work over to it. */
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
