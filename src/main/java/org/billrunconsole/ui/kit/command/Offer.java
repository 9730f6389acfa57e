package org.billrunconsole.ui.kit.command;

import java.util.Optional;

/**
 * Something that a person can choose by its name. For the window's thread.
 *
 * @param name   what it is called
 * @param detail what tells it from others of that name; may be empty
 * @param whyNot why it cannot be chosen now; empty if it can
 * @param choose does it; what changes anything on the server still asks in its dialog
 */
public record Offer(String name, String detail, Optional<String> whyNot, Runnable choose) {

    /** One that can be chosen. */
    public static Offer of(String name, String detail, Runnable choose) {
        return new Offer(name, detail, Optional.empty(), choose);
    }
}
