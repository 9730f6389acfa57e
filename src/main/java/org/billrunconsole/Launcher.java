package org.billrunconsole;

import java.util.List;
import org.billrunconsole.app.CommandLine;

/** The main class: reads the arguments and opens the window, or prints what they ask for. */
public final class Launcher {

    private Launcher() {}

    /** Reads the arguments and, unless they only ask for words, opens the window. */
    public static void main(String[] args) {
        // Java asks the operating system for its proxy only if it is told so before the first connection.
        System.setProperty("java.net.useSystemProxies", "true");
        // Java's own drawing is used for shapes on paper only; on macOS it must not open the screen that JavaFX has.
        System.setProperty("java.awt.headless", "true");
        if (args.length == 0) {
            // As nearly every start is: nothing to be read or linked before JavaFX begins.
            ConsoleApp.open(CommandLine.Open.DEFAULT);
            return;
        }
        switch (CommandLine.parse(List.of(args))) {
            case CommandLine.Print(var text) -> System.out.println(text);
            case CommandLine.BadUse(var line) -> {
                System.err.println("bill-run-console: " + line + " (see --help)");
                System.exit(2);
            }
            case CommandLine.Open options -> ConsoleApp.open(options, args);
        }
    }
}
