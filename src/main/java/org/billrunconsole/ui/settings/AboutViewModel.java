package org.billrunconsole.ui.settings;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.billrunconsole.support.BuildInfo;

/** What the program is and what it is made of. */
public final class AboutViewModel {

    private final ReadOnlyBooleanWrapper closed = new ReadOnlyBooleanWrapper();
    private final BuildInfo info;
    private final String licences;

    /** @param licences every library with its terms */
    public AboutViewModel(BuildInfo info, String licences) {
        this.info = info;
        this.licences = licences;
    }

    // ---- Properties

    /** The same line that {@code --version} prints. */
    public String version() {
        return info.line();
    }

    /** What it runs on. */
    public String runtime() {
        return "Java " + Runtime.version() + ", JavaFX " + System.getProperty("javafx.runtime.version", "");
    }

    public String licences() {
        return licences;
    }

    public ReadOnlyBooleanProperty closedProperty() {
        return closed.getReadOnlyProperty();
    }

    // ---- Commands

    public void close() {
        closed.set(true);
    }
}
