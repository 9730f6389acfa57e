package org.billrunconsole.ui.plan.panel;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.plan.PlanPhase;

/**
 * A plan as a whole, as the panel shows it.
 *
 * @param kind    of its runs, so of the tab that it belongs to
 * @param counts  how many runs stand how
 * @param end     when it ends or ended, or why that is not known
 * @param steps   how many steps are done
 * @param share   the same as a share, 0 to 1
 * @param money   what the runs bill, by currency
 * @param options how it goes about them
 * @param held    why nothing is sent though it runs; empty if it is
 * @param columns the names of its steps
 * @param needs   what needs somebody; empty if nothing does
 */
record PlanPanelHead(UUID plan, RunKind kind, PlanPhase phase, String title, String counts, String end, String steps,
        double share, String money, String options, Optional<String> held, List<String> columns,
        Optional<Needs> needs) {

    PlanPanelHead {
        columns = List.copyOf(columns);
    }

    /**
     * What needs somebody.
     *
     * @param text     what that means for the other runs
     * @param links    the runs to look at, as far as they are listed
     * @param more     how many more there are; empty if none
     * @param checking what is being found out without anybody's doing; empty if nothing
     */
    record Needs(String title, String text, List<Link> links, String more, String checking) {

        Needs {
            links = List.copyOf(links);
        }
    }

    /** A run to look at. */
    record Link(RunKey run, String text) {}

    /** Whether nothing is left to be done by the plan. */
    boolean isEnded() {
        return phase == PlanPhase.ENDED;
    }
}
