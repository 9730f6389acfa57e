package org.billrunconsole.ui.runlist;

import java.util.List;
import java.util.Optional;
import org.billrunconsole.domain.RunKey;

/**
 * The runs that a person has selected in a list. Commands act on {@link One} only, which is also the only one whose
 * details are shown.
 */
public sealed interface Choice {

    /** Nothing has been chosen yet. */
    record Nothing() implements Choice {}

    /** One run that is chosen and shown. */
    record One(RunKey key) implements Choice {}

    /** Several highlighted runs; none of them is the one that a command would act on. */
    record Several(List<RunKey> keys) implements Choice {

        public Several {
            keys = List.copyOf(keys);
        }
    }

    /**
     * The run that was chosen before the filter hid it. It is not chosen again by being shown again, only by a person.
     *
     * @param name what the run is called
     */
    record Hidden(RunKey key, String name) implements Choice {}

    /**
     * The chosen run is no longer listed by the server.
     *
     * @param name what the run was called
     */
    record Gone(String name) implements Choice {}

    /** The run that commands act on; empty unless exactly one is chosen and shown. */
    default Optional<RunKey> run() {
        return this instanceof One(var key) ? Optional.of(key) : Optional.empty();
    }

    /** The choice of these rows. */
    static Choice of(List<RunKey> keys) {
        return switch (keys.size()) {
            case 0 -> new Nothing();
            case 1 -> new One(keys.getFirst());
            default -> new Several(keys);
        };
    }
}
