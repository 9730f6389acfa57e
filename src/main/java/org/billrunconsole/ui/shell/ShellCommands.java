package org.billrunconsole.ui.shell;

import java.util.List;
import java.util.function.Consumer;
import org.billrunconsole.ui.kit.command.Offer;

/** The commands that the window's frame hands to the program. */
public interface ShellCommands {

    /** Show the connections, to switch to one or change them. */
    void showConnections();

    void showSettings();

    /** Show what could be sent to whoever helps. */
    void showDiagnostics();

    /** Let the operator choose a pack of evidence, to say what of it holds. */
    void verifyEvidence();

    /** Let the operator sign in again, or as somebody else. */
    void signIn();

    /** Ask whether changes are to be switched on for the session. */
    void switchChangesOn();

    /** Switch changes off again. */
    void switchChangesOff();

    /**
     * Finds out which connections can be switched to.
     *
     * @param found told on the window's thread, a little later
     */
    void findConnections(Consumer<List<Offer>> found);

    /** Light becomes dark and the other way round. */
    void switchTheme();

    /** Texts and all around them are shown larger, by one of the steps that the settings have. */
    void enlargeText();

    /** The same smaller. */
    void shrinkText();

    /** The same as large as they usually are. */
    void resetText();
}
