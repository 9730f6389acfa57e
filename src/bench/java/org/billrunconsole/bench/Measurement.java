package org.billrunconsole.bench;

import java.time.Duration;
import java.util.List;

/** Something that is measured, in a virtual machine of its own. Fails for no figure, however bad; says why if it has none. */
public interface Measurement {

    /** What it is asked for by, such as {@code filter.100k}; its figures' names are this or begin with it. */
    String name();

    /**
     * Measures. Nothing but this runs in the virtual machine, and on a quiet machine nothing beside it.
     *
     * @throws NotMeasured if something is missing here that it needs
     * @throws Exception   if it went wrong, which is said in the place of its figures
     */
    List<Figure> measure(Bench bench) throws Exception;

    /** What its virtual machine is started with, besides what all are. */
    default List<String> options() {
        return List.of();
    }

    /** Whether it shows windows whose frames have to be drawn as they are for a person, on a screen. */
    default boolean needsScreen() {
        return false;
    }

    /** After how long it is given up. */
    default Duration longest() {
        return Duration.ofMinutes(10);
    }
}
