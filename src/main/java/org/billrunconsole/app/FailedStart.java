package org.billrunconsole.app;

import java.util.Locale;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.layout.Region;
import org.billrunconsole.i18n.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a start that cannot go on: a line in the log, a dialog if one can be shown, and exit code 1. */
public final class FailedStart {

    private static final Logger LOG = LoggerFactory.getLogger(FailedStart.class);
    private static final int EXIT = 1;

    private FailedStart() {}

    /** Shows why in a dialog and ends the process with all its threads once it is closed; on the window's thread. */
    public static void tell(Throwable why) {
        LOG.error("The program cannot start", why);
        try {
            var messages = new Messages(Locale.getDefault(Locale.Category.DISPLAY));
            var alert = new Alert(Alert.AlertType.ERROR, messages.get("start.failed.text", root(why)),
                    ButtonType.CLOSE);
            alert.setTitle(messages.get("start.failed.title"));
            alert.setHeaderText(messages.get("start.failed.title"));
            alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
            alert.showAndWait();
        } finally {
            System.exit(EXIT);
        }
    }

    /** Prints why no window can be opened, in one line, and ends the process with all its threads. */
    public static void print(Throwable why) {
        System.err.println("bill-run-console: no window can be opened: " + root(why));
        System.exit(EXIT);
    }

    private static String root(Throwable why) {
        var root = why;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
