package org.billrunconsole.ui.kit.command;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.billrunconsole.domain.Run;

/**
 * Something that can be done with a run and changes nothing on the server, such as copying its link. Each menu of a run
 * offers the same ones. For the window's thread.
 *
 * @param id     the id UI automation knows its menu item by
 * @param name   what it is called for this run
 * @param whyNot why it cannot be done with this run now; empty if it can
 * @param action does it
 */
public record RunCommand(String id, Function<Run, String> name, Function<Run, Optional<String>> whyNot,
        Consumer<Run> action) {

    /** One that can be done with any run, under one name. */
    public static RunCommand always(String id, String name, Consumer<Run> action) {
        return new RunCommand(id, _ -> name, _ -> Optional.empty(), action);
    }

    /** Does it, if it can be done. */
    public void perform(Run run) {
        if (whyNot.apply(run).isEmpty()) {
            action.accept(run);
        }
    }
}
