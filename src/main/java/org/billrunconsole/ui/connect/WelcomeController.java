package org.billrunconsole.ui.connect;

import javafx.fxml.FXML;

/** Binds the welcome of the first start. */
public final class WelcomeController {

    private final Runnable add;
    private final Runnable dismiss;

    WelcomeController(Runnable add, Runnable dismiss) {
        this.add = add;
        this.dismiss = dismiss;
    }

    @FXML
    void add() {
        add.run();
    }

    @FXML
    void dismiss() {
        dismiss.run();
    }
}
