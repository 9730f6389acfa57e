package org.billrunconsole.ui.runlist.rows;

import java.util.Collection;
import java.util.Set;
import org.billrunconsole.domain.RunKey;

/** What has become of the rows that are shown, for whoever counts some of them. */
public sealed interface RowChange {

    /**
     * All were asked anew.
     *
     * @param counted      the runs that were counted among those shown
     * @param countedShown how many of them are shown
     */
    record Asked(Set<RunKey> counted, int countedShown) implements RowChange {}

    /**
     * Some have come or gone.
     *
     * @param came runs that are shown and were not
     * @param left runs that are not shown any more
     * @param gone runs that are not listed any more
     */
    record Some(Collection<RunKey> came, Collection<RunKey> left, Collection<RunKey> gone) implements RowChange {}
}
