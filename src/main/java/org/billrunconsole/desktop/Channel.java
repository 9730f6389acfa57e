package org.billrunconsole.desktop;

import java.util.Locale;

/** One operating system's way to show a message. */
@FunctionalInterface
interface Channel {

    /** The program's name, for messages that say where they come from. */
    String PROGRAM = "Bill Run Console";

    /** @throws Exception whatever goes wrong; the system's ways have no failure in common */
    void show(String title, String text) throws Exception;

    /** Gives back what it has opened. */
    default void close() throws Exception {}

    /** @param os as {@code os.name} has it */
    static Channel of(String os) {
        var name = os.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return new CommandChannel(CommandChannel::osascript);
        }
        return name.contains("windows") ? new CommandChannel(CommandChannel::powershell) : new BusChannel();
    }
}
