package org.billrunconsole.ui.shell;

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

    /** Light becomes dark and the other way round. */
    void switchTheme();
}
