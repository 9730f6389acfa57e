package org.billrunconsole.ui.runlist;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import org.billrunconsole.domain.RunKey;

/**
 * The runs of a list that a person has chosen by check box, at one moment, to do something with all of them.
 *
 * @param keys       in the order in which they were chosen; cannot be changed
 * @param hidden     how many of them the filter does not show
 * @param everyShown whether the filter shows runs, and all that it shows are chosen
 */
public record Chosen(SequencedSet<RunKey> keys, int hidden, boolean everyShown) {

    static final Chosen NONE = new Chosen(Collections.unmodifiableSequencedSet(new LinkedHashSet<>()), 0, false);

    public int size() {
        return keys.size();
    }

    public boolean isEmpty() {
        return keys.isEmpty();
    }

    public boolean contains(RunKey key) {
        return keys.contains(key);
    }
}
