package org.billrunconsole.ui.connect;

import javafx.scene.Parent;
import org.billrunconsole.ui.kit.Fxml;

/** A short welcome for the first start, to be put into the notice area; it covers nothing and stops nobody. */
public final class WelcomeView {

    private final Fxml fxml;

    public WelcomeView(Fxml fxml) {
        this.fxml = fxml;
    }

    /**
     * A new one.
     *
     * @param add     opens the connections with a new one in the form
     * @param dismiss takes the welcome away for good; also called before {@code add}
     */
    public Parent create(Runnable add, Runnable dismiss) {
        return fxml.load(new WelcomeController(() -> {
            dismiss.run();
            add.run();
        }, dismiss));
    }
}
